/** A call gives a keyword that the installed release refuses. */

import { adviceOn, isKeyword } from './arguments';
import { defineRule } from './rule';
import { fitting, leafOf, releaseOf, releasesThatTake } from './wording';

export const unknownKeyword = defineRule({
  about: 'usage',
  id: 'unknown-keyword',
  severity: 'error',
  summary: 'The installed release refuses this keyword.',
  check(subject, context) {
    const { usage, verdict } = subject;
    if (verdict.reason !== 'keyword' || !isKeyword(usage)) {
      return null;
    }
    const { say } = context;
    const { symbol } = verdict;
    const keyword = usage.keyword.name;
    const says = say(
      '`%1` is no argument of `%2` in %3.',
      keyword,
      leafOf(symbol),
      releaseOf(symbol, context)
    );
    const { write, rewrite } = adviceOn(
      { symbol, usage, call: subject.call },
      context
    );
    const had = releasesThatTake({ symbol, keyword }, context);
    const raises = say('It raises %1.', verdict.exception);
    return {
      message: fitting(
        write && had ? `${says} ${write} ${had}` : null,
        write ? `${says} ${write}` : null,
        had ? `${says} ${had}` : null,
        `${says} ${raises}`,
        says
      ),
      fixes: rewrite === null ? [] : [rewrite]
    };
  }
});
