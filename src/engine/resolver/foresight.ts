/** What a function of the notebook returns when it is called, before its body is judged. */

import type { Origin, Usage } from '../source/usage';
import type { Calls } from './calls';
import { identityOf, type Outcome } from './outcome';
import type { Value } from './verdict';
import type { Walker } from './walk';

/** Functions within functions, and names of names, that are followed. */
const DEEPEST = 20;

interface Means {
  readonly outcomes: ReadonlyMap<number, Outcome>;
  readonly walker: Walker;
  readonly calls: Calls;
}

export class Foresight {
  constructor(
    private readonly usages: readonly Usage[],
    private readonly means: Means
  ) {}

  /** The one value that it can be; null where that is not certain. */
  of(origin: Origin, depth = 0): Value | null {
    const [first = null, ...others] =
      origin.open || depth > DEEPEST
        ? []
        : origin.usages.map(id => this.valueOf(id, depth));
    return first !== null &&
      others.every(
        other => other !== null && identityOf(other) === identityOf(first)
      )
      ? first
      : null;
  }

  private valueOf(id: number, depth: number): Value | null {
    const known = this.means.outcomes.get(id);
    const usage = this.usages[id];
    if (known !== undefined) {
      return known.instead ? null : known.value;
    }
    if (usage?.kind !== 'call' && usage?.kind !== 'attribute') {
      return null;
    }
    const value = this.of(usage.origin, depth + 1);
    if (value === null || (usage.kind === 'call' && usage.defined)) {
      return value;
    }
    return usage.kind === 'call'
      ? this.means.calls.call(value, usage).value
      : this.means.walker.walk(
          value,
          usage.path.map(({ name }) => name),
          false
        ).value;
  }
}
