/** What calls yield, and what they do with keywords. */

import { Arguments } from './arguments';
import { typeOf, messageOf } from './exceptions';
import { Members } from './members';
import { ANYTHING, outcomeOf, type Outcome } from './outcome';
import { refusalOf } from './refusal';
import { fail } from './step';
import type { CallUsage } from '../source/usage';
import type { Value } from './verdict';
import type { World } from './world';

export class Calls {
  constructor(private readonly world: World) {
    this.members = new Members(world);
    this.arguments = new Arguments(this.members);
  }

  /** A class yields an instance of itself; what other callables yield is not known. */
  call(value: Value): Outcome {
    if (value.kind !== 'object' || value.owned === null) {
      return ANYTHING;
    }
    const { owned, shown, isClass } = value;
    const unusable = this.members.thing(owned)?.unusable ?? null;
    if (unusable !== null && !owned.instance) {
      return outcomeOf(
        fail('unusable', typeOf(unusable), messageOf(unusable)),
        { segment: 0, symbol: shown }
      );
    }
    return isClass === true
      ? {
          verdict: { status: 'unjudged' },
          value: { kind: 'object', shown, owned: { ...owned, instance: true } }
        }
      : ANYTHING;
  }

  /**
   * A call whose arguments are literals that the release refuses; null where
   * it is none. A keyword that is refused as such raises first.
   */
  refused(
    value: Value,
    usage: CallUsage,
    mentioned: ReadonlySet<string>
  ): Outcome | null {
    const refusal = refusalOf(value, usage, {
      world: this.world,
      mentioned
    });
    const raisesFirst = usage.arguments.some(
      ({ keyword }) =>
        keyword !== null &&
        this.arguments.take(value, keyword)?.status === 'missing'
    );
    return refusal === null || raisesFirst
      ? null
      : {
          verdict: {
            status: 'missing',
            reason: 'value',
            segment: 1 + refusal.argument,
            symbol: 'shown' in value ? value.shown : '',
            exception: typeOf(refusal.text),
            detail: messageOf(refusal.text),
            refusal
          },
          value: null
        };
  }

  /** One keyword of a call. */
  keyword(value: Value, keyword: string): Outcome {
    const taken = this.arguments.take(value, keyword);
    if (taken === null) {
      return ANYTHING;
    }
    const symbol = 'shown' in value ? value.shown : '';
    switch (taken.status) {
      case 'found':
        return {
          verdict: {
            status: 'found',
            module: null,
            ...(taken.ignored ? { notice: { kind: 'ignored' } } : {})
          },
          value: null
        };
      case 'missing':
        return outcomeOf(
          fail(
            'keyword',
            taken.exception,
            taken.text === null ? null : messageOf(taken.text)
          ),
          { segment: 0, symbol }
        );
      case 'unknown':
        return { verdict: taken, value: null };
    }
  }

  private readonly members: Members;
  private readonly arguments: Arguments;
}
