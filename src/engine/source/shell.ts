/** A command line as words with their places, one list for each command. */

import type { Span } from './usage';

/** One word, its quotes taken off; `span` is what stands between them. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

const BLANK = /[\s]/;
/** What ends a command: `&&`, `||`, `;`, `|`, `&`, the end of a line. */
const ENDS = /[;&|\n]/;

/** Reads the `text` that begins at `offset`; a line that ends in a backslash goes on. */
export function commandsOf(
  text: string,
  offset: number
): readonly (readonly Word[])[] {
  const commands: Word[][] = [[]];
  const line = text.replace(/\\\r?\n/g, found => ' '.repeat(found.length));
  for (let at = 0; at < line.length;) {
    const char = line[at];
    if (ENDS.test(char)) {
      commands.push([]);
      at += 1;
    } else if (BLANK.test(char)) {
      at += 1;
    } else if (char === '#') {
      at = lineEnd(line, at);
    } else {
      const word = wordAt(line, at);
      commands[commands.length - 1].push({
        text: word.text,
        span: { from: offset + word.from, to: offset + word.to }
      });
      at = word.end;
    }
  }
  return commands.filter(words => words.length > 0);
}

function lineEnd(line: string, at: number): number {
  const end = line.indexOf('\n', at);
  return end < 0 ? line.length : end;
}

/** The word at `start`: quoted from end to end, or with quotes in it, which are left out of its text. */
function wordAt(
  line: string,
  start: number
): { text: string; from: number; to: number; end: number } {
  let text = '';
  let at = start;
  let quote = '';
  for (; at < line.length; at++) {
    const char = line[at];
    if (quote !== '') {
      if (char === '\n') {
        break;
      }
      quote = char === quote ? '' : quote;
      text += quote === '' ? '' : char;
    } else if (char === '"' || char === "'") {
      quote = char;
    } else if (BLANK.test(char) || ENDS.test(char)) {
      break;
    } else {
      text += char;
    }
  }
  const whole =
    /["']/.test(line[start]) &&
    line[at - 1] === line[start] &&
    at - start === text.length + 2;
  return whole
    ? { text, from: start + 1, to: at - 1, end: at }
    : { text, from: start, to: at, end: at };
}
