/** A usage as one environment takes it: which paths lead to it, and what they bind. */

import type { Usage } from '../source/usage';
import type { Evaluation } from './evaluation';

/**
 * The usage with its conditions answered: without what other paths bind, and
 * conditional only by what is not known. Null where it is not reached.
 */
export function settled(usage: Usage, evaluation: Evaluation): Usage | null {
  const { conditions } = usage.place;
  const holds = conditions ? evaluation.hold(conditions) : true;
  if (holds === false) {
    return null;
  }
  const place =
    holds === null ? { ...usage.place, conditional: true } : usage.place;
  switch (usage.kind) {
    case 'variable':
      return { ...usage, place };
    case 'attribute':
    case 'call':
    case 'keyword': {
      const origin = evaluation.narrow(usage.origin);
      // Most usages hang on no condition, and the search settles all of them for each candidate.
      return place === usage.place && origin === usage.origin
        ? usage
        : { ...usage, place, origin };
    }
    case 'import':
    case 'from': {
      const { variable, previous } = usage;
      return {
        ...usage,
        place,
        variable: variable && evaluation.narrow(variable),
        ...(previous ? { previous: evaluation.narrow(previous) } : {})
      };
    }
  }
}
