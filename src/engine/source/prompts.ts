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

/**
 * The prompts of a cell whose line ends are LF, in order. As in IPython one of
 * the first two lines has to begin with one; blank lines before them and the
 * indentation of the first line do not count.
 */
export function promptsOf(text: string): readonly Span[] {
  const start = /^(?:[^\S\n]*\n)*/.exec(text)?.[0].length ?? 0;
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0;
  const kind = KINDS.find(({ prompt, first }) => {
    const second = text.indexOf('\n', start) + 1;
    prompt.lastIndex = second;
    return (
      first.test(text.slice(start + indent, start + indent + 40)) ||
      (second > 0 && prompt.test(text))
    );
  });
  const prompts: Span[] = [];
  for (let line = start; kind && line >= 0;) {
    for (const from of new Set([line, line + indent])) {
      kind.prompt.lastIndex = from;
      const found = kind.prompt.exec(text);
      if (found) {
        prompts.push({ from, to: from + found[0].length });
        break;
      }
    }
    line = text.indexOf('\n', line) + 1 || -1;
  }
  return prompts;
}
