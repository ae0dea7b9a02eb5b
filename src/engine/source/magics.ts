/** IPython's syntax on top of Python: found, and blanked so that what is left parses as Python. */

import { adaptDialect } from './dialect';
import { hasNoBody, strayColons, surplus } from './excess';
import { margins, merged, withLineFeeds, withPlainSpaces } from './margins';
import { promptsOf } from './prompts';
import { commandEnd, scanLine } from './tokens';
import { unclosedAt, type Unread } from './unclosed';
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
  /** The same by where they start. */
  readonly magicAt: ReadonlyMap<number, Magic>;
  /** Lines with a bracket that never closes, blanked too. */
  readonly unread: readonly Unread[];
  /** The same by where they start. */
  readonly unreadAt: ReadonlyMap<number, Unread>;
  /** The name of the cell magic that takes the cell away from Python, if one does. */
  readonly foreign: string | null;
}

/** Cell magics whose body runs as Python in the notebook's own namespace. */
const READ = ['time', 'timeit', 'capture', 'prun'];
/** Line magics that run the statement after them. */
const STATEMENT =
  /^%(?:time|timeit|prun)[ \t]+(?:-[nrplsTD][ \t]*\S+[ \t]+|-\w+[ \t]+)*(?=[^\s-])/;
/** On the right of `=` the one that hands on the value of what it runs. */
const VALUED = /^%time[ \t]+(?=[^\s-])/;
/** Magics that IPython runs without their sign, in a cell of one line only. */
const AUTOMAGIC =
  /^\s*(?:pip|conda|mamba)[ \t]+(?:install|uninstall|list|show)\b[^\n]*\s*$/;
/** How often a bracket that never closes may be looked for, and a header without a body be left to the parser: each costs it much. */
const PATIENCE = 20;

/** Whether a number stands for a command: `x = !ls`. */
export function isCommand({ from }: Span, { magics }: Blanked): boolean {
  return magics.some(({ span }) => span.from === from);
}

/** Blanks everything in a cell that IPython and not Python reads. */
export function blankMagics(source: string): Blanked {
  const text = withLineFeeds(source);
  const prompts = promptsOf(text);
  const chars = withPlainSpaces(text).split('');
  const write = (from: number, to: number, text: string) => {
    for (let at = from; at < to; at++) {
      chars[at] = text[at - from] ?? ' ';
    }
  };
  prompts.forEach(({ from, to }) => write(from, to, ''));
  const code = chars.join('');
  const gaps = [...margins(text), ...prompts];
  const magics: Magic[] = [];
  const unread: Unread[] = [];
  const file = (from: number, end: number, sign: string, start: number) => {
    // Half of a CRLF, and white space, is no part of a command.
    const text = source.slice(start, end).trimEnd();
    magics.push({ span: { from, to: start + text.length }, sign, text });
    write(from, end, '0');
  };
  const blank = (from: number, end: number, sign: string) =>
    file(from, end, sign, sign === '?' ? from : from + 1);
  const automagic = AUTOMAGIC.test(code);
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
      magicAt: new Map(magics.map(magic => [magic.span.from, magic])),
      unread,
      unreadAt: new Map(unread.map(each => [each.span.from, each])),
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
  let headers = PATIENCE;
  for (let patience = PATIENCE; at < code.length;) {
    const start =
      at + (/^[ \t]*/.exec(code.slice(at, at + 500))?.[0].length ?? 0);
    const sign = code[start];
    const end = commandEnd(code, start);
    const statement = STATEMENT.exec(code.slice(start, end));
    if (automagic) {
      file(start, end, '%', start);
      at = end + 1;
      continue;
    }
    if (statement) {
      gaps.push({ from: start, to: start + statement[0].length });
      at = start + statement[0].length;
    } else if (sign !== undefined && '%!?,;/'.includes(sign)) {
      blank(start, end, sign);
      at = end + 1;
      continue;
    }
    let line = scanLine(code, at, patience === 0);
    if (!line.closed) {
      patience = Math.max(0, patience - 1);
      line = scanLine(code, at, true);
      const lost = unclosedAt(code, start, line.tokens);
      unread.push(lost);
      write(lost.span.from, lost.span.to, '0');
      at = lost.span.to;
      continue;
    }
    const last = line.tokens[line.tokens.length - 1];
    const valued =
      line.command === null ? null : VALUED.exec(code.slice(line.command, end));
    if (line.command !== null && valued) {
      at = line.command + valued[0].length;
      gaps.push({ from: line.command, to: at });
    } else if (line.command !== null) {
      const to = commandEnd(code, line.command);
      blank(line.command, to, code[line.command]);
      at = to + 1;
    } else if (last?.text === '?') {
      blank(line.tokens[0].from, last.to, '?');
      at = line.end;
    } else if (
      (hasNoBody(code, start, line) && headers-- <= 0) ||
      strayColons(line.tokens) > PATIENCE
    ) {
      unread.push({ span: { from: start, to: last.to }, names: [] });
      write(start, last.to, '0');
      at = line.end;
    } else {
      surplus(line.tokens).forEach(({ from, to }) => write(from, to, ''));
      adaptDialect(line.tokens, write);
      at = line.end;
    }
  }
  return result(null);
}
