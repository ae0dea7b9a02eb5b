/** Which installs make the notebook run: fewest failing usages first, then the smallest change. */

import type { Account } from '../account';
import type { Atlas } from '../atlas/atlas';
import { kept } from '../kept';
import type { Fault } from '../resolver/faults';
import type { Say } from '../text';
import type {
  Elsewhere,
  ReleaseSummary,
  Remedy,
  Rewriting,
  WrittenFor
} from '../offers';
import type { Environment } from '../types';
import { candidatesFor, type Candidate } from './candidates';
import { chosen } from './choice';
import { elsewhereOf } from './elsewhere';
import { isClosed } from './obstacles';
import { remedyOf } from './offer';
import type { OwnInstalls } from './own-installs';
import { summaries } from './summaries';
import { isRefused, type Refused } from './refused';

/** What one environment does to the notebook. */
export interface SearchInput {
  readonly environment: Environment;
  readonly atlas: Atlas;
  /** Ids of the usages that fail in an environment. */
  readonly failingIn: (environment: Environment) => readonly number[];
  /** What fails there, and how much of it nobody can tell. */
  readonly accountIn: (
    environment: Environment,
    failing: readonly number[]
  ) => Account;
  /** Where the findings begin that these usages answer for. */
  readonly placesOf: (failing: readonly number[]) => Remedy['clearsAt'];
  /** What a rewrite clears of them there. */
  readonly rewritableIn: (environment: Environment) => Rewriting;
  /** What the notebook itself asks an installer for. */
  readonly own: OwnInstalls;
  /** Installs that are not to be offered. */
  readonly refused?: Refused;
  /** Ids of the usages that do not fail here, and of which nothing shows that they run. */
  readonly unproven: ReadonlySet<number>;
  /** What is wrong with an environment itself. */
  readonly faultsIn: (environment: Environment) => readonly Fault[];
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
  const { environment, atlas, failingIn, faultsIn, unproven } = input;
  const here = restarted(environment, atlas);
  const failing = failingIn(here);
  const now = new Set(failing);
  const tried = candidatesFor(environment, atlas).map(candidate => ({
    candidate,
    failing: failingIn(candidate.environment)
  }));
  const faults = faultsIn(here);
  const choices = chosen(
    allowed(tried, input.refused ?? []),
    { failing: now.size, unproven: unproven.size, faulty: faults.length > 0 },
    { environment, written: input.written }
  );
  const best = isClosed(environment) ? undefined : choices[0];
  const atBest = best?.failing.length ?? now.size;
  const offers = choices.map(({ why, ...choice }) => ({
    candidate: choice.candidate,
    remedy: remedyOf(choice, { why, now, faults, input })
  }));
  return {
    remedies: offers.map(({ remedy }) => remedy),
    elsewhere: elsewhereOf({ ...input, tried, atBest }),
    releases: summaries({ input, here, failing, tried, offers })
  };
}

function allowed(tried: readonly Tried[], refused: Refused): readonly Tried[] {
  return refused.length === 0
    ? tried
    : tried.filter(({ candidate: { install } }) => {
        const { requirements, alone } = install;
        return !isRefused([...requirements, ...alone], refused);
      });
}
