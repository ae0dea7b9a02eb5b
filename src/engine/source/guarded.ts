/** Whether the handlers around a place catch an exception. */

import type { Caught, Place } from './usage';

/**
 * @param ancestry The exception's class and its bases, as
 * `['ModuleNotFoundError', 'ImportError', 'Exception', 'BaseException']`.
 */
export function isCaught(caught: Caught, ancestry: readonly string[]): boolean {
  return caught === 'all' || caught.some(name => ancestry.includes(name));
}

/** @param ancestry As of `isCaught`. */
export function isGuarded(place: Place, ancestry: readonly string[]): boolean {
  const catches = (caught: Caught) => isCaught(caught, ancestry);
  if (!place.handlers) {
    return place.guards.some(catches);
  }
  return place.handlers.some(clauses => {
    const first = clauses.find(clause => catches(clause.catches));
    return first !== undefined && !first.raises;
  });
}
