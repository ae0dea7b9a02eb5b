/** What `from … import *` gives a name. */

import type { Origin, Usage } from '../source/usage';
import type { Outcome } from './outcome';
import type { Value } from './verdict';
import type { Walker } from './walk';

export class Stars {
  /** `outcomes` grows while usages are judged. */
  constructor(
    private readonly walker: Walker,
    private readonly outcomes: ReadonlyMap<number, Outcome>,
    private readonly usages: readonly Usage[]
  ) {}

  /** What star imports after all other binders give the name: the last one that has it, and those before it while it may not have run. */
  of(origin: Origin, name: string): readonly Value[] {
    const values: Value[] = [];
    for (const id of [...(origin.stars ?? [])].reverse()) {
      const value = this.given(id, name);
      if (value !== null) {
        values.push(value);
        if (this.usages[id]?.place.conditional !== true) {
          break;
        }
      }
    }
    return values;
  }

  private given(id: number, name: string): Value | null {
    const module = this.outcomes.get(id)?.value;
    if (module?.kind !== 'module') {
      return module?.kind === 'unknown' ? module : null;
    }
    const { verdict, value } = this.walker.walk(module, [name], false);
    return verdict.status === 'missing' ? null : value;
  }
}
