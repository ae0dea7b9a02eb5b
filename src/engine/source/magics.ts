/** IPython's syntax on top of Python: found, and blanked so that what is left parses as Python. */

import { adaptDialect } from './dialect';
import { scanLine } from './tokens';
import type { Span } from './usage';

/** One `%magic`, `!command` or `help?`, with its continuation lines. */
export interface Magic {
  readonly span: Span;
  /** `%`, `!` or `?`, whichever makes it one. */
  readonly sign: string;
  /** Text after the sign. */
  readonly text: string;
}

export interface Blanked {
  /** As long as the source, offset by offset; a command is `0` and spaces. */
  readonly code: string;
  /** Parts of `code` that are no text at all, such as the indentation of a whole cell; in order. */
  readonly gaps: readonly Span[];
  readonly magics: readonly Magic[];
  /** The name of the cell magic that takes the cell away from Python, if one does. */
  readonly foreign: string | null;
}

/** Cell magics whose body runs as Python in the notebook's own namespace. */
const READ = ['time', 'timeit', 'capture', 'prun'];
/** Line magics that run the statement after them. */
const STATEMENT =
  /^%(?:time|timeit|prun)[ \t]+(?:-[nrplsTD][ \t]*\S+[ \t]+|-\w+[ \t]+)*(?=[^\s-])/;
/** How often a bracket that never closes may be looked for. */
const PATIENCE = 20;

/** Line ends as LF; every offset stays. */
function withLineFeeds(source: string): string {
  return source
    .replace(/\\\r\n/g, ' \\\n')
    .replace(/\r\n/g, ' \n')
    .replace(/\r/g, '\n');
}

/** Odd white space as spaces; every offset stays. */
function withPlainSpaces(text: string): string {
  return text.replace(/[\u00a0\f\v\ufeff\0]/g, ' ');
}

/** Offset of the line end at or after `at`; backslashes continue the line. */
function commandEnd(code: string, at: number): number {
  let end = code.indexOf('\n', at);
  while (end > at && code[end - 1] === '\\') {
    end = code.indexOf('\n', end + 1);
  }
  return end < 0 ? code.length : end;
}

/** White space that counts for nothing: the first line's indentation, which IPython takes away everywhere, and form feeds at line starts. */
function margins(text: string): Span[] {
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
function merged(spans: readonly Span[]): readonly Span[] {
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

/** Blanks everything in a cell that IPython and not Python reads. */
export function blankMagics(source: string): Blanked {
  const text = withLineFeeds(source);
  const code = withPlainSpaces(text);
  const chars = code.split('');
  const gaps = margins(text);
  const magics: Magic[] = [];
  const write = (from: number, to: number, text: string) => {
    for (let at = from; at < to; at++) {
      chars[at] = text[at - from] ?? ' ';
    }
  };
  const blank = (from: number, end: number, sign: string) => {
    const rest = source.slice(sign === '?' ? from : from + 1, end);
    magics.push({ span: { from, to: end }, sign, text: rest });
    write(from, end, '0');
  };
  const result = (foreign: string | null): Blanked => {
    const [first, ...rest] = merged(gaps);
    const leading = first?.from === 0;
    if (leading) {
      // The parser counts from where its text begins: an empty line, then.
      chars[first.to - 1] = '\n';
    }
    return {
      code: chars.join(''),
      gaps: first && !leading ? [first, ...rest] : rest,
      magics,
      foreign
    };
  };

  let at = 0;
  for (;;) {
    const cell = /^\s*%%(\S*)[^\n]*/.exec(code.slice(at));
    if (!cell) {
      break;
    }
    if (!READ.includes(cell[1])) {
      write(at, code.length, '');
      return result(cell[1]);
    }
    write(at, at + cell[0].length, '');
    at += cell[0].length;
  }
  for (let patience = PATIENCE; at < code.length;) {
    const start =
      at + (/^[ \t]*/.exec(code.slice(at, at + 500))?.[0].length ?? 0);
    const sign = code[start];
    const end = commandEnd(code, start);
    const statement = STATEMENT.exec(code.slice(start, end));
    if (statement) {
      gaps.push({ from: start, to: start + statement[0].length });
      at = start + statement[0].length;
    } else if (sign !== undefined && '%!?,;/'.includes(sign)) {
      blank(start, end, sign);
      at = end + 1;
      continue;
    }
    let line = scanLine(code, at, patience === 0);
    if (!line.closed && patience > 0) {
      patience--;
      line = scanLine(code, at, true);
    }
    const last = line.tokens[line.tokens.length - 1];
    if (line.command !== null) {
      const to = commandEnd(code, line.command);
      blank(line.command, to, code[line.command]);
      at = to + 1;
    } else if (last?.text === '?') {
      blank(line.tokens[0].from, last.to, '?');
      at = line.end;
    } else {
      adaptDialect(line.tokens, write);
      at = line.end;
    }
  }
  return result(null);
}
