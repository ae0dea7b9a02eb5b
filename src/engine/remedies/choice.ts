/** Which of the installs are offered: at most three, each for a reason of its own. */

import type { Environment } from '../types';
import { compareVersions, distance } from '../versions';
import type { Tried } from './search';

export type Why = 'smallest' | 'newest' | 'legacy';

export interface Choice extends Tried {
  readonly why: Why;
}

/** What is wrong now. */
export interface Now {
  /** Usages that fail. */
  readonly failing: number;
  /** Usages that cannot be judged: those that fail after an install need not have run before it. */
  readonly unknown: number;
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
  environment: Environment
): readonly Choice[] {
  const most = now.faulty ? now.failing + now.unknown : now.failing - 1;
  const better = tried
    .filter(
      each =>
        each.candidate.installable &&
        each.candidate.changes > 0 &&
        !each.candidate.faulty &&
        each.failing.length <= most
    )
    .sort((a, b) => compare(a, b, environment));
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
          ? 'newest'
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

/** Negative where `a` is to be offered before `b`. */
export function compare(a: Tried, b: Tried, environment: Environment): number {
  const installed = environment.installed['tensorflow']?.version;
  const far = ({ candidate }: Tried): number =>
    installed === undefined ? 0 : distance(candidate.tensorflow, installed);
  const cost = ({ candidate }: Tried): number =>
    candidate.changes + candidate.breaks.length;
  return (
    a.failing.length - b.failing.length ||
    cost(a) - cost(b) ||
    far(a) - far(b) ||
    compareReleases(b, a)
  );
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
