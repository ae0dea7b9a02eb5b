/** Follows a dotted path from a value, attribute by attribute. */

import type { Instances } from './instances';
import type { Lookup } from './lookup';
import type { Memory } from './memory';
import { identityOf, outcomeOf, type Outcome } from './outcome';
import { isPlain } from './plain';
import { fail, unknown, type Step } from './step';
import type { Value } from './verdict';
import { told } from '../text';

export class Walker {
  constructor(
    private readonly lookup: Lookup,
    private readonly instances: Instances,
    private readonly memory: Memory
  ) {}

  walk(start: Value, names: readonly string[], certain: boolean): Outcome {
    if (start.kind !== 'module' && start.kind !== 'object') {
      return this.follow(start, names, certain);
    }
    const { state } = this.lookup;
    const before = state.mark;
    const key = `${before}|${identityOf(start)}|${names.join('.')}|${certain}`;
    const known = this.memory.recall(key);
    if (known !== undefined) {
      return known;
    }
    const outcome = this.follow(start, names, certain);
    // What a walk imports is to be imported the next time too.
    return state.mark === before ? this.memory.keep(key, outcome) : outcome;
  }

  private follow(
    start: Value,
    names: readonly string[],
    certain: boolean
  ): Outcome {
    let step: Step = start;
    let segment = 0;
    let symbol = 'shown' in start ? start.shown : '';
    while (step.kind === 'module' && segment < names.length) {
      const name = names[segment] ?? '';
      segment += 1;
      symbol = `${symbol}.${name}`;
      step = this.lookup.member(step, name, 'attribute', certain);
    }
    while (step.kind === 'object' && segment < names.length) {
      const name = names[segment] ?? '';
      segment += 1;
      symbol = `${symbol}.${name}`;
      step = this.ofObject(step, name);
    }
    return outcomeOf(step, { segment, symbol });
  }

  /** An attribute of a class or of an instance; what other objects have is not known. */
  private ofObject(object: Value & { kind: 'object' }, name: string): Step {
    const { owned, shown, given = [] } = object;
    if (isPlain(shown, name)) {
      return { kind: 'object', shown: `${shown}.${name}`, owned: null };
    }
    if (owned === null || given.includes(name)) {
      return this.lookup.isHidden(object, name)
        ? fail('symbol', 'AttributeError')
        : unknownOf(name, shown);
    }
    switch (this.instances.has(owned, name)) {
      case 'yes':
        return {
          kind: 'object',
          shown: `${shown}.${name}`,
          owned: null,
          member: { of: owned, name }
        };
      case 'no':
        return fail('member', 'AttributeError');
      case 'unknown':
        return this.lookup.isHidden(object, name)
          ? fail('symbol', 'AttributeError')
          : unknownOf(name, shown);
    }
  }
}

function unknownOf(name: string, shown: string): Value {
  return unknown(
    shown === ''
      ? told('what an object has as %1 is not in this atlas', name)
      : told('what %1 has as %2 is not in this atlas', shown, name)
  );
}
