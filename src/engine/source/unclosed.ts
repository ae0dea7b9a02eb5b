/** Lines with a bracket that never closes: how far they spoil a cell. */

import { commandEnd, type Token } from './tokens';
import type { Span } from './usage';

export interface Unread {
  readonly span: Span;
  /** Names that the line may have bound. */
  readonly names: readonly string[];
}

/** Offset after a line whose bracket never closes and the deeper lines that belong to it. */
function brokenEnd(code: string, start: number): number {
  const indent = start - (code.lastIndexOf('\n', start - 1) + 1);
  let end = commandEnd(code, start);
  for (;;) {
    const next = /^\n(?:[ \t]*\n)*([ \t]*)([)\]}]?)/.exec(code.slice(end));
    if (!next || !(next[1].length > indent || next[2])) {
      return end;
    }
    end = commandEnd(code, end + next[0].length);
  }
}

/** Names that a line which cannot be parsed may have bound. */
function boundNames(tokens: readonly Token[]): readonly string[] {
  const imports = tokens.some(({ text }) => text === 'import');
  const assigned = tokens.findIndex(({ text }) => text === '=');
  return tokens
    .slice(0, imports ? undefined : Math.max(0, assigned))
    .filter(
      ({ kind, text }) => kind === 'name' && !/^(from|import|as)$/.test(text)
    )
    .map(({ text }) => text);
}

/** The line at `start`, whose tokens these are, with the deeper lines that belong to it. */
export function unclosedAt(
  code: string,
  start: number,
  tokens: readonly Token[]
): Unread {
  return {
    span: { from: start, to: brokenEnd(code, start) },
    names: boundNames(tokens)
  };
}
