/** A name that the installed release does not have at this place. */

import { movedDraft } from './moved';
import { placeOf } from './places';
import { defineRule, type Context, type Draft, type Subject } from './rule';
import { fitting, leafOf, parentOf, releaseOf } from './wording';

export const missingSymbol = defineRule({
  about: 'usage',
  id: 'missing-symbol',
  severity: 'error',
  summary: 'The installed release has no such name.',
  check(subject, context) {
    switch (subject.verdict.reason) {
      case 'symbol':
        return missing(subject, context);
      case 'unloaded':
        return unloaded(subject, context);
      case 'raises':
        return raising(subject, context);
      default:
        return null;
    }
  }
});

function missing(subject: Subject, context: Context): Draft {
  const { symbol } = subject.verdict;
  const { say } = context;
  const name = leafOf(symbol);
  const says = say(
    '`%1` is not in `%2` of %3.',
    name,
    parentOf(symbol),
    releaseOf(symbol, context)
  );
  const now = placeOf(subject, context);
  return movedDraft(
    {
      says,
      wanted: symbol,
      now:
        now === null
          ? null
          : {
              ...now,
              says:
                now.further === 0
                  ? say('It is in `%1`.', parentOf(now.path))
                  : say(
                      '`%1` is in `%2`.',
                      leafOf(now.path),
                      parentOf(now.path)
                    )
            }
    },
    subject,
    context
  );
}

/** `keras.datasets` before anything has imported it. */
function unloaded(subject: Subject, context: Context): Draft {
  const { symbol } = subject.verdict;
  const { say } = context;
  const says = say(
    '`%1` is a module that nothing has imported yet, so %2 has no such attribute.',
    symbol,
    `\`${parentOf(symbol)}\``
  );
  return {
    message: fitting(
      `${says} ${say('Write `import %1` first.', symbol)}`,
      says
    ),
    fixes: []
  };
}

function raising(subject: Subject, context: Context): Draft {
  const { symbol, detail } = subject.verdict;
  const { say } = context;
  const says = say(
    '`%1` cannot be used in %2.',
    symbol,
    releaseOf(symbol, context)
  );
  return {
    message: fitting(
      detail ? `${says} ${say('It raises: %1', detail)}` : null,
      says
    ),
    fixes: []
  };
}
