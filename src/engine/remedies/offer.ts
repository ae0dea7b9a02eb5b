/** An install as people are offered it. */

import type { Fault } from '../resolver/faults';
import type { Remedy } from '../offers';
import type { Candidate } from './candidates';
import { mendsOf } from './mending';
import type { Why } from './choice';
import { installCell } from './install-cell';
import { obstaclesOf } from './obstacles';
import { undoing } from './own-installs';
import type { SearchInput, Tried } from './search';

export interface Offered {
  readonly why: Why;
  /** Usages that fail now. */
  readonly now: ReadonlySet<number>;
  /** What is wrong with the environment itself: an offer leaves none of it. */
  readonly faults: readonly Fault[];
  readonly input: SearchInput;
}

export function remedyOf(
  { candidate, failing }: Tried,
  { why, now, faults, input }: Offered
): Remedy {
  const { environment, say, placesOf, rewritableIn, unproven } = input;
  const stays = failing.filter(id => now.has(id)).length;
  const clears = now.size - stays;
  // What was not seen to run here is not broken by what lets it be judged.
  const leaves = failing.filter(id => now.has(id) || unproven.has(id)).length;
  const title = titleOf(candidate, input);
  const mends = faults.map(fault => mendsOf(fault, input));
  const purpose =
    mends.length > 0 && (now.size === 0 || isBeside(candidate))
      ? mends.join(' ')
      : failing.length === 0
        ? say('every name that this notebook uses is in %1.', title)
        : say(
            '%1 clears %2 of the %3 uses that fail here.',
            title,
            String(clears),
            String(now.size)
          );
  const { install } = candidate;
  const rewriting =
    failing.length === 0 ? null : rewritableIn(candidate.environment);
  const own = undoing(candidate, input);
  return {
    title,
    reason: reasonOf(why, failing.length, input),
    requirements: [...install.requirements, ...install.alone],
    variables: install.variables,
    cell: installCell({
      install,
      purpose,
      environment,
      say
    }),
    clears,
    leaves,
    breaks: failing.length - leaves,
    clearsAt: placesOf([...now].filter(id => !failing.includes(id))),
    rewrites: Math.min(leaves, rewriting?.clears ?? 0),
    fixes: rewriting?.fixes ?? [],
    pins: own.pins,
    place: own.place,
    there: own.there,
    warnings: [
      ...obstaclesOf(candidate, { environment, say }),
      ...own.warnings
    ],
    mends,
    excludedBy: candidate.breaks,
    restart: Object.keys(environment.loaded).length > 0
  };
}

/** Whether it leaves TensorFlow and Keras as they are. */
function isBeside({ distribution, install }: Candidate): boolean {
  const [first] = install.requirements;
  return first !== undefined && !first.startsWith(`${distribution}==`);
}

export function titleOf(
  candidate: Candidate,
  { say }: Pick<SearchInput, 'say'>
): string {
  const { distribution, tensorflow, keras, tfKeras, install } = candidate;
  return isBeside(candidate)
    ? say(
        '%1 under %2 %3',
        install.requirements.join(', '),
        distribution,
        tensorflow
      )
    : tfKeras !== null
      ? say('tf_keras %1 beside %2 %3', tfKeras, distribution, tensorflow)
      : keras === null
        ? `${distribution} ${tensorflow}`
        : say('%1 %2 with keras %3', distribution, tensorflow, keras);
}

function reasonOf(
  why: Why,
  failing: number,
  { environment, say }: SearchInput
): string {
  switch (why) {
    case 'smallest':
      return say('smallest change');
    case 'written':
      return say('near to what this notebook was written for');
    case 'newest':
      return failing === 0
        ? say('newest that runs everything')
        : say('newest that clears as much');
    case 'legacy':
      return say(
        'keeps TensorFlow %1, takes legacy Keras',
        environment.installed['tensorflow']?.version ?? ''
      );
  }
}
