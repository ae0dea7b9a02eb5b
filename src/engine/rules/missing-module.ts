/** An import names a module that the installed release does not have. */

import { rewriteTo } from './rewrites';
import { defineRule } from './rule';
import {
  fitting,
  leafOf,
  parentOf,
  releaseOf,
  releasesThatHave
} from './wording';

export const missingModule = defineRule({
  about: 'usage',
  id: 'missing-module',
  severity: 'error',
  summary: 'The installed release has no such module.',
  check(subject, context) {
    const { usage, verdict, path } = subject;
    if (verdict.reason !== 'module') {
      return null;
    }
    const { say, whereabouts } = context;
    const says = say(
      'There is no module `%1` in %2.',
      verdict.symbol,
      releaseOf(verdict.symbol, context)
    );
    const asked = usage.kind === 'from' && usage.name !== null ? path : null;
    const [now = null] = asked === null ? [] : whereabouts.here(asked);
    const moved =
      now === null
        ? null
        : say('`%1` is in `%2` here.', leafOf(now), parentOf(now));
    const had = releasesThatHave(path, context);
    const rewrite = now === null ? null : rewriteTo(now, subject, context);
    return {
      message: fitting(
        moved && had ? `${says} ${moved} ${had}` : null,
        moved ? `${says} ${moved}` : null,
        moved === null && had ? `${says} ${had}` : null,
        says
      ),
      fixes: rewrite === null ? [] : [{ ...rewrite, safe: false }]
    };
  }
});
