/** What calls yield, and what they do with keywords. */

import { parentOf } from '../atlas/path';
import type { CallUsage, Own } from '../source/usage';
import { Arguments } from './arguments';
import { typeOf, messageOf } from './exceptions';
import { Members } from './members';
import { ANYTHING, outcomeOf, type Outcome } from './outcome';
import { refusalOf } from './refusal';
import { fail } from './step';
import type { Value } from './verdict';
import type { World } from './world';

/** An object of a class of the notebook below a class of ours: what its body binds is not the other's. */
function objectOf(
  { shown, yields }: Value & { kind: 'object' },
  { names }: Own
): Outcome {
  return yields === undefined
    ? ANYTHING
    : {
        verdict: { status: 'unjudged' },
        value: { kind: 'object', shown, owned: yields, given: names }
      };
}

export class Calls {
  /** `graph`: as of what Instances are given. */
  constructor(
    private readonly world: World,
    private readonly graph: boolean
  ) {
    this.members = new Members(world);
    this.arguments = new Arguments(this.members);
  }

  /** Of a call that raises nothing is left; of one with `*` or `**` it is not known what it was given. */
  call(value: Value, usage: CallUsage): Outcome {
    if (value.kind !== 'object') {
      return ANYTHING;
    }
    const { shown, yields } = value;
    if (usage.own !== undefined) {
      return objectOf(value, usage.own);
    }
    const unusable = this.unusable(value);
    if (unusable !== null) {
      return outcomeOf(
        fail('unusable', typeOf(unusable), messageOf(unusable)),
        { segment: 0, symbol: shown }
      );
    }
    const keywords = usage.arguments.flatMap(({ keyword }) => keyword ?? []);
    const raises = keywords.some(
      keyword => this.arguments.take(value, keyword)?.status === 'missing'
    );
    return yields === undefined || raises || usage.more
      ? ANYTHING
      : {
          verdict: { status: 'unjudged' },
          value: {
            kind: 'object',
            shown: yields.handed ? `${parentOf(shown)}.Model` : shown,
            owned: yields,
            given: keywords
          }
        };
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
    if (usage.own !== undefined) {
      return null;
    }
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
    const isMethod = value.kind === 'object' && value.member !== undefined;
    if (
      taken === null ||
      this.unusable(value) !== null ||
      (isMethod && this.graph)
    ) {
      return ANYTHING;
    }
    const symbol = 'shown' in value ? value.shown : '';
    switch (taken.status) {
      case 'found':
        return {
          verdict: {
            status: 'found',
            module: null,
            symbol,
            ...(taken.ignored ? { notice: { kind: 'ignored', symbol } } : {})
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

  /** What any call of the value raises, where it can only be imported. */
  private unusable(value: Value): string | null {
    return value.kind === 'object' && value.owned?.instance === false
      ? (this.members.thing(value.owned)?.unusable ?? null)
      : null;
  }

  private readonly members: Members;
  private readonly arguments: Arguments;
}
