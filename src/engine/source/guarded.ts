/** Whether the handlers around a place catch an exception. */

import type { Caught, Place } from './usage';

/**
 * @param ancestry The exception's class and its bases, as
 * `['ModuleNotFoundError', 'ImportError', 'Exception', 'BaseException']`.
 */
export function isGuarded(place: Place, ancestry: readonly string[]): boolean {
  const catches = (caught: Caught) =>
    caught === 'all' || caught.some(name => ancestry.includes(name));
  if (!place.handlers) {
    return place.guards.some(catches);
  }
  return place.handlers.some(clauses => {
    const first = clauses.find(clause => catches(clause.catches));
    return first !== undefined && !first.raises;
  });
}
