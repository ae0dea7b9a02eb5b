/** What `from … import *` gives a name. */

import type { Origin } from '../source/usage';
import type { Outcome } from './outcome';
import type { Value } from './verdict';
import type { Walker } from './walk';

export class Stars {
  /** `outcomes` grows while usages are judged. */
  constructor(
    private readonly walker: Walker,
    private readonly outcomes: ReadonlyMap<number, Outcome>
  ) {}

  /** What each star import after all other binders may give the name; nothing where it gives none. */
  of(origin: Origin, name: string): readonly Value[] {
    return (origin.stars ?? []).flatMap((id): readonly Value[] => {
      const module = this.outcomes.get(id)?.value;
      if (module?.kind !== 'module') {
        return module?.kind === 'unknown' ? [module] : [];
      }
      const { verdict, value } = this.walker.walk(module, [name], false);
      return verdict.status === 'missing' || value === null ? [] : [value];
    });
  }
}
