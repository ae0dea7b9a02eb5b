/** What names hold while the notebook is followed. */

import type { Origin, Usage } from '../source/usage';
import { identityOf, type Outcome } from './outcome';
import type { Value } from './verdict';
import { told } from '../text';

export interface Held {
  readonly values: readonly Value[];
  /** The failing usage that should have bound the name, where there is one. */
  readonly blockedBy: number | null;
}

export class Holdings {
  /** `outcomes` grows while usages are judged. */
  constructor(
    private readonly usages: readonly Usage[],
    private readonly outcomes: ReadonlyMap<number, Outcome>
  ) {}

  /**
   * The values a name may hold. An import that raises leaves the name as it
   * was; failing binders only block where none of the others works.
   */
  of(origin: Origin): Held {
    const [only, ...others] = origin.usages;
    if (only !== undefined && others.length === 0) {
      return this.heldAfter(only);
    }
    const values = new Map<string, Value>();
    let blockedBy: number | null = null;
    for (const id of origin.usages) {
      const held = this.heldAfter(id);
      held.values.forEach(value => values.set(identityOf(value), value));
      blockedBy = held.blockedBy ?? blockedBy;
    }
    return { values: [...values.values()], blockedBy };
  }

  /** What a name holds after one of its binders ran. */
  private heldAfter(id: number): Held {
    const outcome = this.outcomes.get(id);
    if (
      outcome === undefined ||
      (outcome.verdict.status === 'unjudged' && outcome.value === null)
    ) {
      const why = told('it is bound later');
      return { values: [{ kind: 'unknown', why }], blockedBy: null };
    }
    const known = this.held.get(id);
    if (known !== undefined) {
      return known;
    }
    const held = this.holds(id, outcome);
    this.held.set(id, held);
    return held;
  }

  private holds(id: number, { verdict, value, instead }: Outcome): Held {
    switch (verdict.status) {
      case 'unreached':
        return { values: [], blockedBy: null };
      case 'unjudged':
        return { values: value === null ? [] : [value], blockedBy: null };
      case 'found':
      case 'unknown':
        return {
          values: [
            value ?? { kind: 'object', shown: '', owned: null },
            ...(instead ? [instead] : [])
          ],
          blockedBy: null
        };
      case 'missing':
      case 'blocked': {
        const usage = this.usages[id];
        const before =
          usage?.kind === 'import' || usage?.kind === 'from'
            ? usage.previous
            : undefined;
        const kept = before === undefined ? [] : this.of(before).values;
        const why = told('it was something else before');
        return {
          values:
            before?.open === true ? [...kept, { kind: 'unknown', why }] : kept,
          blockedBy: verdict.status === 'blocked' ? verdict.by : id
        };
      }
    }
  }

  private readonly held = new Map<number, Held>();
}
