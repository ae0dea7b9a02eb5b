/** Offsets of a cell as people and reports count them: lines and columns from 1. */

import type { Range } from '../types';
import type { Span } from './usage';

/** Line and column of one offset; LF, CRLF and CR each end a line. */
function pointOf(
  source: string,
  offset: number
): { line: number; column: number } {
  const end = Math.max(0, Math.min(offset, source.length));
  let line = 1;
  let start = 0;
  for (let at = 0; at < end; at++) {
    const char = source[at];
    if (char === '\n' || (char === '\r' && source[at + 1] !== '\n')) {
      line++;
      start = at + 1;
    }
  }
  return { line, column: end - start + 1 };
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
