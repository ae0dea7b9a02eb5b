/** Follows a dotted path from a value, attribute by attribute. */

import type { Lookup } from './lookup';
import type { Members } from './members';
import { outcomeOf, type Outcome } from './outcome';
import { unknown, type Step } from './step';
import type { Value } from './verdict';

export class Walker {
  constructor(
    private readonly lookup: Lookup,
    private readonly members: Members
  ) {}

  walk(start: Value, names: readonly string[], certain: boolean): Outcome {
    let step: Step = start;
    let segment = 0;
    let symbol = start.kind === 'unknown' ? '' : start.shown;
    while (step.kind === 'module' && segment < names.length) {
      const name = names[segment] ?? '';
      segment += 1;
      symbol = `${symbol}.${name}`;
      step = this.lookup.member(step, name, 'attribute', certain);
    }
    const name = names[segment];
    if (step.kind === 'object' && name !== undefined) {
      segment += 1;
      symbol = `${symbol}.${name}`;
      step = this.ofObject(step, name);
      if (step.kind === 'object' && segment < names.length) {
        step = unknownOf(names.slice(segment).join('.'), symbol);
      }
    }
    return outcomeOf(step, { segment, symbol });
  }

  /** An attribute of a class; what other objects have is not known. */
  private ofObject(object: Value & { kind: 'object' }, name: string): Step {
    const { owned, shown } = object;
    const told = owned === null ? 'unknown' : this.members.of(owned, name);
    const isGone = told === 'unknown' && this.lookup.isHidden(object, name);
    const has = isGone ? 'no' : told;
    switch (has) {
      case 'yes':
        return { kind: 'object', shown: `${shown}.${name}`, owned: null };
      case 'no':
        return {
          kind: 'failure',
          reason: 'symbol',
          exception: 'AttributeError',
          detail: null
        };
      case 'unknown':
        return unknownOf(name, shown);
    }
  }
}

function unknownOf(name: string, shown: string): Value {
  return unknown(
    `what ${shown || 'an object'} has as ${name} is not in this atlas`
  );
}
