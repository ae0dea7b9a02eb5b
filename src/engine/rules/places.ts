/** Where a name that is missing is in this environment, so that what the notebook does with it works there. */

import type { Context, Subject } from './rule';
import { leafOf, parentOf } from './wording';

export interface Place {
  /** As much of what the notebook asks for as has gone elsewhere: the missing name, or with names that follow it. */
  readonly asked: string;
  /** How many names follow the missing one in it. */
  readonly further: number;
  readonly path: string;
  /** In some release both lead to one object; elsewhere may be another thing of the same name. */
  readonly same: boolean;
}

/** How many places are asked whether the very same object is there. */
const ASKED = 6;
/** How many of the names that follow are looked for. */
const MOST = 5;

/** The same object if it is anywhere, in TensorFlow's copy of its 1.x names too; null where it is nowhere. */
export function placeOf(subject: Subject, context: Context): Place | null {
  const { symbol } = subject.verdict;
  const names = subject.path.slice(symbol.length).split('.').slice(1);
  const old = compatOf(symbol, subject.path, context);
  if (old !== null) {
    return { asked: symbol, further: 0, ...old };
  }
  for (let further = 0; further <= Math.min(names.length, MOST); further++) {
    const asked = [symbol, ...names.slice(0, further)].join('.');
    const path = publicPlaceOf(
      { asked, following: names.slice(further), how: subject.usage.kind },
      context
    );
    if (path !== null) {
      return { asked, further, ...path };
    }
  }
  return null;
}

type Found = Pick<Place, 'path' | 'same'>;

function compatOf(
  symbol: string,
  path: string,
  { whereabouts }: Context
): Found | null {
  const old = inCompat(symbol);
  if (old === null) {
    return null;
  }
  // As much of what is asked for as 1.x had in both places: an object's own attributes follow it.
  const rest = restsOf(path, symbol).find(each =>
    whereabouts.isMirrored(symbol + each, old + each)
  );
  if (rest !== undefined && whereabouts.works(old + rest)) {
    return { path: old, same: true };
  }
  return whereabouts.works(path.replace(symbol, old))
    ? { path: old, same: false }
    : null;
}

interface Wanted {
  readonly asked: string;
  /** The names that follow it. */
  readonly following: readonly string[];
  readonly how: Subject['usage']['kind'];
}

/** Among the public names: where it is, so that the usage can have it from there. */
export function publicPlaceOf(
  { asked, following, how }: Wanted,
  { whereabouts }: Context
): Found | null {
  const here = whereabouts.here(asked);
  const isModule =
    here.length > 0 && following.length === 0 && whereabouts.wasModule(asked);
  const places = here
    .filter(place => whereabouts.offers(place, following))
    .filter(place => how !== 'from' || whereabouts.imports(place))
    // `tensorflow.random` is no home of what was in `keras.random`: modules share names that say little.
    .filter(
      place =>
        following.length > 0 ||
        (!isModule && whereabouts.isDefined(place)) ||
        leafOf(parentOf(place)) === leafOf(parentOf(asked))
    )
    .slice(0, ASKED);
  const same = places.find(place => whereabouts.wereSame(asked, place));
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
