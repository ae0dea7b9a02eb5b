/** The order in which usages are run. */

import type { Ran, Usage } from '../source/usage';

/** Whether a usage begins with the statement that calls, or later. */
function isAfter({ place }: Usage, { cell, from }: Ran): boolean {
  return (
    place.cell > cell || (place.cell === cell && place.statement.from >= from)
  );
}

/**
 * Usages in the order in which they are judged. What a call is known to run comes before the statement
 * that calls; other function bodies are judged as if called after the last cell.
 */
export function inTurn(usages: readonly Usage[]): readonly Usage[] {
  const later = usages.filter(({ place }) => place.deferred);
  const now = usages.filter(({ place }) => !place.deferred && !place.ran);
  const ran = usages.filter(({ place }) => place.ran);
  if (ran.length === 0) {
    return [...now, ...later];
  }
  const before = new Map<number, Usage[]>();
  for (const usage of ran) {
    const call = usage.place.ran;
    const next = now.findIndex(each => call && isAfter(each, call));
    const turn = next < 0 ? now.length : next;
    before.set(turn, [...(before.get(turn) ?? []), usage]);
  }
  return [
    ...now.flatMap((usage, turn) => [...(before.get(turn) ?? []), usage]),
    ...(before.get(now.length) ?? []),
    ...later
  ];
}
