/** Lines and columns of findings to offsets in a cell's source. */

import type { Range } from '../engine/types';

/** Half-open range of UTF-16 offsets. */
export interface Offsets {
  readonly from: number;
  readonly to: number;
}

/** Null where the source has no such place. Lines end with `\n`, as in shared models. */
export function offsetsOf(source: string, range: Range): Offsets | null {
  const from = offset(source, range.line, range.column);
  const to = offset(source, range.endLine, range.endColumn);
  return from === null || to === null || to < from ? null : { from, to };
}

function offset(source: string, line: number, column: number): number | null {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const end = source.indexOf('\n', start);
    if (end < 0) {
      return null;
    }
    start = end + 1;
  }
  const end = source.indexOf('\n', start);
  const place = start + column - 1;
  return place < start || place > (end < 0 ? source.length : end)
    ? null
    : place;
}
