/** Which install makes the notebook run: fewest failing usages first, then the smallest change. */

import type { Atlas } from '../atlas/atlas';
import type { Say } from '../text';
import type { Environment, ReleaseSummary, Remedy } from '../types';
import { compareVersions, distance } from '../versions';
import { candidatesFor, type Candidate } from './candidates';
import { pipCell } from './pip-cell';

export interface SearchInput {
  readonly environment: Environment;
  readonly atlas: Atlas;
  /** Ids of the usages that fail in an environment. */
  readonly failingIn: (environment: Environment) => readonly number[];
  readonly say: Say;
}

export interface SearchResult {
  readonly remedies: readonly Remedy[];
  readonly releases: readonly ReleaseSummary[];
}

interface Tried {
  readonly candidate: Candidate;
  readonly failing: readonly number[];
}

export function search(input: SearchInput): SearchResult {
  const { environment, atlas, failingIn } = input;
  const restarted: Environment = { ...environment, loaded: {} };
  const now = new Set(failingIn(restarted));
  const tried = candidatesFor(environment, atlas).map(candidate => ({
    candidate,
    failing: failingIn(candidate.environment)
  }));
  const best = tried
    .filter(
      ({ candidate, failing }) =>
        candidate.installable &&
        candidate.changes > 0 &&
        failing.length < now.size
    )
    .sort((a, b) => compare(a, b, environment))[0];
  return {
    remedies: best === undefined ? [] : [remedyOf(best, now, input)],
    releases: tried
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
      )
  };
}

function compare(a: Tried, b: Tried, environment: Environment): number {
  const installed = environment.installed['tensorflow']?.version;
  const far = ({ candidate }: Tried): number =>
    installed === undefined ? 0 : distance(candidate.tensorflow, installed);
  return (
    a.failing.length - b.failing.length ||
    a.candidate.changes - b.candidate.changes ||
    far(a) - far(b) ||
    compareVersions(b.candidate.tensorflow, a.candidate.tensorflow) ||
    compareVersions(b.candidate.keras ?? '0', a.candidate.keras ?? '0')
  );
}

function remedyOf(
  { candidate, failing }: Tried,
  now: ReadonlySet<number>,
  { environment, say }: SearchInput
): Remedy {
  const still = failing.filter(id => now.has(id)).length;
  const title =
    candidate.keras === null
      ? `${candidate.distribution} ${candidate.tensorflow}`
      : say(
          '%1 %2 with keras %3',
          candidate.distribution,
          candidate.tensorflow,
          candidate.keras
        );
  const purpose =
    failing.length === 0
      ? say('every name that this notebook uses is in %1.', title)
      : say(
          '%1 clears %2 of the %3 uses that fail here.',
          title,
          String(now.size - still),
          String(now.size)
        );
  return {
    title,
    requirements: candidate.requirements,
    variables: {},
    cell: pipCell({
      requirements: candidate.requirements,
      purpose,
      installer: environment.installer,
      say
    }),
    clears: now.size - still,
    leaves: still,
    breaks: failing.length - still,
    restart: Object.keys(environment.loaded).length > 0
  };
}
