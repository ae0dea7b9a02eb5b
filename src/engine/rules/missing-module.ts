/** An import names a module that the installed release does not have. */

import { movedDraft } from './moved';
import { defineRule } from './rule';
import { leafOf, parentOf, releaseOf } from './wording';

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
    return movedDraft(
      {
        says,
        wanted: path,
        now:
          now === null
            ? null
            : {
                path: now,
                same: whereabouts.wereSame(path, now),
                says: say('`%1` is in `%2` here.', leafOf(now), parentOf(now))
              }
      },
      subject,
      context
    );
  }
});
