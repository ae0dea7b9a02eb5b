/** Which keywords a callable takes. */

import type { Keywords } from '../atlas/keywords';
import type { Thing } from '../atlas/objects';
import { FOUND, missing, unknownAnswer, type Answer } from './answer';
import { typeOf } from './exceptions';
import type { Members } from './members';
import type { Value } from './verdict';
import { told } from '../text';

interface Callable {
  readonly keywords: Keywords | null;
  readonly shown: string;
  /** Null for a method. */
  readonly thing: Thing | null;
}

export const notRecorded = (symbol: string): Answer =>
  unknownAnswer(told('the keywords of %1 are not in this atlas', symbol));

export class Arguments {
  constructor(private readonly members: Members) {}

  /** What calling the value does with a keyword; null where nothing is known of the value. */
  take(value: Value, keyword: string): Answer | null {
    const callable = value.kind === 'object' ? this.callable(value) : null;
    return callable && taken(callable, keyword);
  }

  /** The place of the keyword among the positional arguments; null where that is not known. */
  placeOf(value: Value, keyword: string): number | null {
    const callable = value.kind === 'object' ? this.callable(value) : null;
    const place = [...(callable?.keywords?.accepted ?? [])].indexOf(keyword);
    return place < 0 ? null : place;
  }

  private callable(value: Value & { kind: 'object' }): Callable | null {
    const { owned, member, shown } = value;
    if (member !== undefined) {
      const keywords = this.members.method(member.of, member.name);
      return { keywords, shown, thing: null };
    }
    const thing =
      owned === null || owned.instance ? null : this.members.thing(owned);
    return thing && { keywords: thing.calls, shown, thing };
  }
}

function taken({ keywords, shown, thing }: Callable, keyword: string): Answer {
  if (thing !== null && thing.unusable !== null) {
    return binds(keywords, keyword, thing)
      ? missing(typeOf(thing.unusable), thing.unusable)
      : missing('TypeError');
  }
  // A method that refuses keywords in its body raises what it likes.
  const unsaid = thing === null && (keywords?.refused.size ?? 0) > 0;
  if (
    keywords === null ||
    keywords.unsure.has(keyword) ||
    (unsaid && !keywords.accepted.has(keyword))
  ) {
    return notRecorded(shown);
  }
  if (keywords.ignored.has(keyword)) {
    return { status: 'found', ignored: true };
  }
  if (keywords.accepted.has(keyword)) {
    return FOUND;
  }
  if (keywords.refused.has(keyword)) {
    return refusal(thing?.refusals.get(keyword) ?? thing?.refusals.get('*'));
  }
  if (thing !== null && decidesByValue(thing)) {
    return thing.members.has(keyword) ? FOUND : notRecorded(shown);
  }
  switch (keywords.others) {
    case 'accepted':
      return FOUND;
    case 'unknown':
      return unknownAnswer(
        told('whether %1 takes %2 is not in this atlas', shown, keyword)
      );
    case 'refused':
      return refusal(thing?.refusals.get('*'));
  }
}

/** Whether the call gets into the body, which no keyword does that Python itself refuses. */
function binds(
  keywords: Keywords | null,
  keyword: string,
  { refusals }: Thing
): boolean {
  return (
    keywords === null ||
    keywords.others !== 'refused' ||
    refusals.size > 0 ||
    keywords.accepted.has(keyword)
  );
}

/**
 * What it takes is not told by what it does with one keyword that exists
 * nowhere: the fields of a protocol message, and a checkpoint's objects.
 */
function decidesByValue({ refusals }: Thing): boolean {
  return /: (Protocol message \w+ has no|`\w+` was expecting) /.test(
    refusals.get('*') ?? ''
  );
}

/** Python's own TypeError where nothing else was measured. */
function refusal(text: string | undefined): Answer {
  return text === undefined
    ? missing('TypeError')
    : missing(typeOf(text), text);
}
