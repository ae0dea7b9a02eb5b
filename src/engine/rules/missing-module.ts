/** An import names a module that the installed release does not have. */

import { movedDraft } from './moved';
import { publicPlaceOf } from './places';
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
    const { say } = context;
    const says = say(
      'There is no module `%1` in %2.',
      verdict.symbol,
      releaseOf(verdict.symbol, context)
    );
    const now =
      usage.kind === 'from' && usage.name !== null
        ? publicPlaceOf({ asked: path, following: [], how: 'from' }, context)
        : null;
    return movedDraft(
      {
        says,
        wanted: path,
        now:
          now === null
            ? null
            : {
                ...now,
                says: say(
                  '`%1` is in `%2` here.',
                  leafOf(now.path),
                  parentOf(now.path)
                )
              }
      },
      subject,
      context
    );
  }
});
