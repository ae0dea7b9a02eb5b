/** Whether a place is reached on every path, whatever the environment. */

import type { Place } from './usage';

export function isConditional({ conditional, conditions }: Place): boolean {
  return conditional || (conditions?.length ?? 0) > 0;
}

/** A magic of the whole cell, as `%%capture`, may swallow what the cell raises, or run it elsewhere. */
const CELL_MAGIC = /^\s*%%/;

/**
 * Whether a place has certainly been reached, and nothing there has raised,
 * where its cell ran to its end: it stands at the cell's top level, begins its
 * line, and no handler and no magic is around it. What is indented never is:
 * any `with` may swallow an exception.
 */
export function ranWithCell(place: Place, source: string): boolean {
  const { from } = place.statement;
  const before = source[from - 1];
  return (
    !isConditional(place) &&
    !place.deferred &&
    !place.ran &&
    place.guards.length === 0 &&
    !place.handlers &&
    !place.rescues?.length &&
    !place.follows?.length &&
    (before === undefined || before === '\n' || before === '\r') &&
    !['%', '!', '?'].includes(source[from]) &&
    !CELL_MAGIC.test(source)
  );
}
