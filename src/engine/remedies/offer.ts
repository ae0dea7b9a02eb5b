/** An install as people are offered it. */

import type { Say } from '../text';
import type { Remedy } from '../types';
import type { Candidate } from './candidates';
import type { Why } from './choice';
import { installCell } from './install-cell';
import { obstaclesOf } from './obstacles';
import { undoing } from './own-installs';
import type { SearchInput, Tried } from './search';

export interface Offered {
  readonly why: Why;
  /** Usages that fail now. */
  readonly now: ReadonlySet<number>;
  readonly input: SearchInput;
}

export function remedyOf(
  { candidate, failing }: Tried,
  { why, now, input }: Offered
): Remedy {
  const { environment, say, rewritableIn } = input;
  const leaves = failing.filter(id => now.has(id)).length;
  const title = titleOf(candidate, say);
  const purpose =
    failing.length === 0
      ? say('every name that this notebook uses is in %1.', title)
      : say(
          '%1 clears %2 of the %3 uses that fail here.',
          title,
          String(now.size - leaves),
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
    clears: now.size - leaves,
    leaves,
    breaks: failing.length - leaves,
    rewrites: Math.min(leaves, rewriting?.clears ?? 0),
    fixes: rewriting?.fixes ?? [],
    pins: own.pins,
    place: own.place,
    there: own.there,
    warnings: [
      ...obstaclesOf(candidate, { environment, say }),
      ...own.warnings
    ],
    excludedBy: candidate.breaks,
    restart: Object.keys(environment.loaded).length > 0
  };
}

export function titleOf(candidate: Candidate, say: Say): string {
  const { distribution, tensorflow, keras, tfKeras } = candidate;
  return tfKeras !== null
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
