/** Spans in the order of the source: cells can hold thousands, so nothing may look through all of them for each statement. */

import type { Span } from './usage';

/** Index of the first span that starts at `offset` or after it; the number of spans where none does. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].from < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** In order, each once. */
export function ordered(spans: readonly Span[]): readonly Span[] {
  return [...spans]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .filter(
      (span, index, all) =>
        span.from !== all[index - 1]?.from || span.to !== all[index - 1]?.to
    );
}
