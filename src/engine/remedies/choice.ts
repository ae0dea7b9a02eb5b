/** Which of the installs are offered: at most three, each for a reason of its own. */

import type { WrittenFor } from '../offers';
import type { Environment } from '../types';
import { compareVersions, distance } from '../versions';
import type { Tried } from './search';

export type Why = 'smallest' | 'newest' | 'legacy' | 'written';

export interface Choice extends Tried {
  readonly why: Why;
}

/** What is wrong now. */
export interface Now {
  /** Usages that fail. */
  readonly failing: number;
  /** Usages of which nothing shows that they run: those that fail after an install need not have run before it. */
  readonly unproven: number;
  /** Whether something is wrong with the environment itself. */
  readonly faulty: boolean;
}

/**
 * The best by fewest failing uses, then fewest changes; of those that clear as
 * much the newest; and the one that keeps TensorFlow and takes its legacy Keras.
 * Where nothing but the environment is at fault, the smallest change that mends it.
 */
export function chosen(
  tried: readonly Tried[],
  now: Now,
  aim: Aim
): readonly Choice[] {
  const { environment, written } = aim;
  const most = now.faulty ? now.failing + now.unproven : now.failing - 1;
  const better = tried
    .filter(
      each =>
        each.candidate.installable &&
        each.candidate.changes > 0 &&
        !each.candidate.faulty &&
        each.failing.length <= most
    )
    .sort((a, b) => compare(a, b, aim));
  const [best] = better;
  if (best === undefined) {
    return [];
  }
  if (now.failing === 0) {
    return [{ why: 'smallest', ...best }];
  }
  const installed = environment.installed['tensorflow']?.version;
  const newest = better
    .filter(({ failing: { length } }) => length === best.failing.length)
    .sort((a, b) => compareReleases(b, a))[0];
  const here = better.filter(
    ({ candidate }) => candidate.tensorflow === installed
  );
  const legacy = here.find(({ candidate }) => candidate.tfKeras !== null);
  const plain = here.find(({ candidate }) => candidate.tfKeras === null);
  const isNeeded =
    legacy !== undefined &&
    (plain === undefined || plain.failing.length > legacy.failing.length);
  const choices: readonly (readonly [Why, Tried | undefined])[] = [
    [
      isNeeded && best === legacy
        ? 'legacy'
        : installed === undefined
          ? written === null
            ? 'newest'
            : 'written'
          : 'smallest',
      best
    ],
    ['newest', newest],
    ['legacy', isNeeded ? legacy : undefined]
  ];
  const taken = new Set<Tried>();
  return choices.flatMap(([why, choice]) => {
    if (choice === undefined || taken.has(choice)) {
      return [];
    }
    taken.add(choice);
    return [{ why, ...choice }];
  });
}

/** What an offer should be near to. */
export interface Aim {
  readonly environment: Environment;
  readonly written: WrittenFor | null;
}

/**
 * Negative where `a` is to be offered before `b`. Of installs that change as
 * much, the one near to what the notebook was written for is better than the
 * one near to what is here: names do not tell all that a release does.
 */
export function compare(
  a: Tried,
  b: Tried,
  { environment, written }: Aim
): number {
  const installed = environment.installed['tensorflow']?.version;
  const far = ({ candidate }: Tried): number =>
    installed === undefined ? 0 : distance(candidate.tensorflow, installed);
  const strange = ({ candidate }: Tried): number =>
    written === null ? 0 : outside(candidate.tensorflow, written);
  // Where neither is there, a keras that has to be named is no more than one that comes along.
  const isNew = installed === undefined && !environment.installed['keras'];
  const cost = ({ candidate }: Tried): number =>
    (isNew ? 0 : candidate.changes) + candidate.breaks.length;
  return (
    a.failing.length - b.failing.length ||
    cost(a) - cost(b) ||
    strange(a) - strange(b) ||
    far(a) - far(b) ||
    compareReleases(b, a)
  );
}

/** How far a release is from those that a notebook was written for; 0 for these. */
function outside(tensorflow: string, { series }: WrittenFor): number {
  return Math.min(...series.map(each => distance(tensorflow, each)));
}

/** Negative where `a` has the older TensorFlow, or the same with an older Keras; legacy Keras counts as older. */
function compareReleases(a: Tried, b: Tried): number {
  const { candidate: one } = a;
  const { candidate: other } = b;
  return (
    compareVersions(one.tensorflow, other.tensorflow) ||
    Number(one.tfKeras === null) - Number(other.tfKeras === null) ||
    compareVersions(one.keras ?? '0', other.keras ?? '0')
  );
}
