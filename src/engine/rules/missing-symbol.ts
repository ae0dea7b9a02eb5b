/** A name that the installed release does not have at this place. */

import { movedDraft } from './moved';
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
          : { ...now, says: say('It is in `%1`.', parentOf(now.path)) }
    },
    subject,
    context
  );
}

/** How many places are asked whether the very same object is there. */
const ASKED = 6;

/** Where the name is here: the same object if it is anywhere, in TensorFlow's copy of its 1.x names too. */
function placeOf(
  { path, verdict }: Subject,
  { whereabouts }: Context
): { readonly path: string; readonly same: boolean } | null {
  const { symbol } = verdict;
  const old = inCompat(symbol);
  if (old !== null) {
    // As much of what is asked for as 1.x had in both places: an object's own attributes follow it.
    const rest = restsOf(path, symbol).find(each =>
      whereabouts.isMirrored(symbol + each, old + each)
    );
    if (rest !== undefined && whereabouts.works(old + rest)) {
      return { path: old, same: true };
    }
    if (whereabouts.works(path.replace(symbol, old))) {
      return { path: old, same: false };
    }
  }
  const places = whereabouts.here(symbol).slice(0, ASKED);
  const same = places.find(place => whereabouts.wereSame(symbol, place));
  const [nearest] = places;
  return same !== undefined
    ? { path: same, same: true }
    : nearest === undefined
      ? null
      : { path: nearest, same: false };
}

/** How the path goes on after the symbol: `.dense.x`, `.dense` and nothing. */
function restsOf(path: string, symbol: string): readonly string[] {
  const names = path.slice(symbol.length).split('.').slice(1);
  return [...names.keys(), names.length]
    .map(end =>
      names
        .slice(0, end)
        .map(name => `.${name}`)
        .join('')
    )
    .reverse();
}

/** `tensorflow.compat.v1.Session` for `tensorflow.Session`. */
function inCompat(path: string): string | null {
  return /^tensorflow\.(?!compat\b|keras\b|python\b)/.test(path)
    ? path.replace('tensorflow', 'tensorflow.compat.v1')
    : null;
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
