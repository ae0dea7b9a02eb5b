/** A class or a function can be imported, and calling it raises whatever it is given. */

import { memberOf } from '../resolver/questions';
import { defineRule, type Context } from './rule';
import { fitting, leafOf, releaseOf } from './wording';

export const unusableSymbol = defineRule({
  about: 'usage',
  id: 'unusable-symbol',
  severity: 'error',
  summary: 'It can be imported, and calling it raises.',
  check({ verdict }, context) {
    if (verdict.reason !== 'unusable') {
      return null;
    }
    const { say, whereabouts } = context;
    const { symbol, exception, detail } = verdict;
    const says = say(
      '`%1` can be imported in %2, but calling it raises %3.',
      leafOf(symbol),
      releaseOf(symbol, context),
      exception
    );
    const other = whereabouts
      .here(symbol)
      .find(path => isUsable(path, context));
    return {
      message: fitting(
        other ? `${says} ${say('`%1` works here.', other)}` : null,
        detail ? `${says} ${detail}` : null,
        says
      ),
      fixes: []
    };
  }
});

/** An instance of it can be had: every object has `__class__`. */
function isUsable(symbol: string, { world, environment }: Context): boolean {
  const question = { symbol, member: '__class__', on: 'instance' } as const;
  return memberOf(question, world, environment).status === 'found';
}
