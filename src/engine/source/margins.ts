/** White space: what other systems and editors leave in a cell, made plain without moving anything. */

import type { Span } from './usage';

/** Line ends as LF; every offset stays. */
export function withLineFeeds(source: string): string {
  return source
    .replace(/\\\r\n/g, ' \\\n')
    .replace(/\r\n/g, ' \n')
    .replace(/\r/g, '\n');
}

/** Odd white space as spaces; every offset stays. */
export function withPlainSpaces(text: string): string {
  return text.replace(/[\u00a0\f\v\ufeff\0]/g, ' ');
}

/** White space that counts for nothing: the first line's indentation, which IPython takes away everywhere, and form feeds at line starts. */
export function margins(text: string): Span[] {
  const indent =
    /^(?:\s*\n)?[\f\ufeff]*([ \t]*)(?=[^\s\ufeff])/.exec(text)?.[1] ?? '';
  const gaps: Span[] = [];
  for (let start = 0; start >= 0 && start < text.length;) {
    let to = start;
    while ('\f\ufeff'.includes(text[to] ?? ' ')) {
      to++;
    }
    if (indent && text.startsWith(indent, to)) {
      to += indent.length;
    }
    if (to > start) {
      gaps.push({ from: start, to });
    }
    start = text.indexOf('\n', start) + 1 || -1;
  }
  return gaps;
}

/** The same spans in order, touching ones as one. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result[result.length - 1];
    if (last && span.from <= last.to) {
      const to = Math.max(last.to, span.to);
      result[result.length - 1] = { from: last.from, to };
    } else {
      result.push(span);
    }
  }
  return result;
}
