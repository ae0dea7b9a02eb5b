/** Offsets of a cell as people and reports count them: lines and columns from 1. */

import type { Range } from '../types';
import type { Span } from './usage';

/** Where each line of the text begins; LF, CRLF and CR each end a line. */
function startsOf(source: string): readonly number[] {
  if (latest.source !== source) {
    const starts = [0];
    for (let at = 0; at < source.length; at++) {
      const char = source[at];
      if (char === '\n' || (char === '\r' && source[at + 1] !== '\n')) {
        starts.push(at + 1);
      }
    }
    latest = { source, starts };
  }
  return latest.starts;
}

/** Many places of one cell are asked for, one after the other. */
let latest: { readonly source: string; readonly starts: readonly number[] } = {
  source: '',
  starts: [0]
};

/** Line and column of one offset. */
function pointOf(
  source: string,
  offset: number
): { line: number; column: number } {
  const end = Math.max(0, Math.min(offset, source.length));
  const starts = startsOf(source);
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= end) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return { line: low + 1, column: end - starts[low] + 1 };
}

/** The range of `span` in `source`; columns in UTF-16 units, `endColumn` exclusive. */
export function rangeOf(source: string, span: Span): Range {
  const first = pointOf(source, span.from);
  const last = pointOf(source, span.to);
  return {
    line: first.line,
    column: first.column,
    endLine: last.line,
    endColumn: last.column
  };
}
