/** A class, or an instance of it, does not have an attribute. */

import { memberOf } from '../resolver/questions';
import { takes } from './arguments';
import { successorOf } from './renames';
import { defineRule, type Context, type Rewrite, type Subject } from './rule';
import {
  fitting,
  leafOf,
  parentOf,
  releaseOf,
  releasesWithMember
} from './wording';

export const missingMember = defineRule({
  about: 'usage',
  id: 'missing-member',
  severity: 'error',
  summary:
    'Objects of this class have no such attribute in the installed release.',
  check(subject, context) {
    const { verdict } = subject;
    if (verdict.reason !== 'member') {
      return null;
    }
    const { say } = context;
    const { symbol } = verdict;
    const name = leafOf(symbol);
    const owner = parentOf(symbol);
    const says = say(
      '`%1` is not in `%2` of %3.',
      name,
      leafOf(owner),
      releaseOf(symbol, context)
    );
    const successor = successorOf(name);
    const instead =
      successor !== null && has(owner, successor, context) ? successor : null;
    const write = instead && say('Write `%1`.', instead);
    const told =
      write ??
      (name === 'predict_classes' && has(owner, 'predict', context)
        ? say(
            '`predict(…).argmax(axis=-1)` gives the class of several outputs.'
          )
        : null);
    const had = releasesWithMember({ symbol: owner, member: name }, context);
    return {
      message: fitting(
        told && had ? `${says} ${told} ${had}` : null,
        told ? `${says} ${told}` : null,
        had ? `${says} ${had}` : null,
        says
      ),
      fixes:
        instead === null ? [] : [replace(instead, owner, { subject, context })]
    };
  }
});

function has(
  symbol: string,
  member: string,
  { world, environment }: Context
): boolean {
  const question = { symbol, member, on: 'instance' } as const;
  return memberOf(question, world, environment).status === 'found';
}

/** The other method, safe where it is called with arguments that it takes in the same places. */
function replace(
  method: string,
  owner: string,
  { subject, context }: { subject: Subject; context: Context }
): Rewrite {
  const { segments, verdict, call } = subject;
  const name = segments[verdict.segment] ?? segments[0];
  const given = call?.arguments ?? [];
  const safe =
    call !== null &&
    !call.more &&
    given.filter(({ keyword }) => keyword === null).length < 2 &&
    given.every(
      ({ keyword }) =>
        keyword === null ||
        takes({ symbol: `${owner}.${method}`, keyword }, context)
    );
  return {
    title: context.say('Write %1', `\`${method}\``),
    safe,
    edits: [{ from: name, to: name, text: method }]
  };
}
