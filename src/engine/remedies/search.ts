/** Which installs make the notebook run: fewest failing usages first, then the smallest change. */

import type { Atlas } from '../atlas/atlas';
import { kept } from '../kept';
import type { Fault } from '../resolver/faults';
import type { Say } from '../text';
import type {
  Elsewhere,
  Environment,
  ReleaseSummary,
  Remedy,
  WrittenFor
} from '../types';
import { compareVersions } from '../versions';
import { candidatesFor, type Candidate } from './candidates';
import { chosen } from './choice';
import { elsewhereOf } from './elsewhere';
import { remedyOf } from './offer';

/** What one environment does to the notebook. */
export interface SearchInput {
  readonly environment: Environment;
  readonly atlas: Atlas;
  /** Ids of the usages that fail in an environment. */
  readonly failingIn: (environment: Environment) => readonly number[];
  /** Ids of the usages that cannot be judged here. */
  readonly unknown: ReadonlySet<number>;
  /** What is wrong with an environment itself. */
  readonly faultsIn: (environment: Environment) => readonly Fault[];
  /** How many of them a rewrite clears there. */
  readonly rewritableIn: (environment: Environment) => number;
  /** What the notebook was written for; null where nothing tells. */
  readonly written: WrittenFor | null;
  readonly say: Say;
}

export interface SearchResult {
  readonly remedies: readonly Remedy[];
  readonly elsewhere: Elsewhere | null;
  readonly releases: readonly ReleaseSummary[];
}

export interface Tried {
  readonly candidate: Candidate;
  readonly failing: readonly number[];
}

/** The kernel after a restart, as one object: its world is kept by it. */
const restarted = kept((environment: Environment): Environment => ({
  ...environment,
  loaded: {}
}));

export function search(input: SearchInput): SearchResult {
  const { environment, atlas, failingIn, faultsIn, unknown } = input;
  const now = new Set(failingIn(restarted(environment, atlas)));
  const tried = candidatesFor(environment, atlas).map(candidate => ({
    candidate,
    failing: failingIn(candidate.environment)
  }));
  const faults = faultsIn(restarted(environment, atlas));
  const choices = chosen(
    tried,
    { failing: now.size, unknown: unknown.size, faulty: faults.length > 0 },
    { environment, written: input.written }
  );
  const atBest = choices[0]?.failing.length ?? now.size;
  return {
    remedies: choices.map(({ why, ...choice }) =>
      remedyOf(choice, { why, now, faults, input })
    ),
    elsewhere: elsewhereOf({ ...input, tried, atBest }),
    releases: summaries(tried)
  };
}

/** One line for each TensorFlow and Keras; what tf_keras would change is no release of its own. */
function summaries(tried: readonly Tried[]): readonly ReleaseSummary[] {
  return tried
    .filter(({ candidate }) => candidate.tfKeras === null)
    .map(({ candidate, failing }) => ({
      tensorflow: candidate.tensorflow,
      keras: candidate.keras,
      failing: failing.length,
      installable: candidate.installable
    }))
    .sort(
      (a, b) =>
        compareVersions(a.tensorflow, b.tensorflow) ||
        compareVersions(a.keras ?? '0', b.keras ?? '0')
    );
}
