/** Prompts of a pasted session, which IPython takes away: `>>> `, `In [1]: `. */

import type { Span } from './usage';

/** Prompts of one kind, and what the first line has to begin with where that is less. */
const KINDS = [
  { prompt: /(?:>>>|\.\.\.)(?: |(?=\n)|$)/y, first: /^>>>(?: |\n|$)/ },
  {
    prompt: /(?:In \[\d+\]: |[ \t]*\.{3,}: ?)/y,
    first: /^(?:In \[\d+\]: |[ \t]*\.{3,}: ?)/
  }
];

/** More than a prompt at the start of a cell has. */
const LONGEST = 40;

/**
 * The prompts of a cell whose line ends are LF, in order. As in IPython one of
 * the first two lines has to begin with one; blank lines before them and the
 * indentation of the first line do not count.
 */
export function promptsOf(text: string): readonly Span[] {
  const start = /^(?:[^\S\n]*\n)*/.exec(text)?.[0].length ?? 0;
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const dedented = (line: number): number =>
    text.startsWith(indent, line) ? line + indent.length : line;
  const promptAt = (prompt: RegExp, from: number): number => {
    prompt.lastIndex = from;
    return prompt.exec(text)?.[0].length ?? 0;
  };
  const first = dedented(start);
  const second = text.indexOf('\n', start) + 1;
  const kind = KINDS.find(
    ({ prompt, first: begins }) =>
      begins.test(text.slice(first, first + LONGEST)) ||
      (second > 0 && promptAt(prompt, dedented(second)) > 0)
  );
  const prompts: Span[] = [];
  for (let line = start; kind && line >= 0;) {
    const from = dedented(line);
    const length = promptAt(kind.prompt, from);
    if (length > 0) {
      prompts.push({ from, to: from + length });
    }
    line = text.indexOf('\n', line) + 1 || -1;
  }
  return prompts;
}
