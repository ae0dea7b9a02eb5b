/** Damage that the parser mends at great cost, and that tells nothing once it was told. */

import type { LogicalLine, Token } from './tokens';

/** Brackets that close what was never opened, but for the first: one of them spoils the statement. */
export function surplus(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ depth }) => depth < 0).slice(1);
}

/** Whether the line at `start` is the header of a block, and no deeper line follows it. */
export function hasNoBody(
  code: string,
  start: number,
  { tokens, end }: LogicalLine
): boolean {
  if (tokens[tokens.length - 1]?.text !== ':') {
    return false;
  }
  FOLLOWING.lastIndex = end;
  const following = FOLLOWING.exec(code)?.[1] ?? '';
  return following.length <= start - (code.lastIndexOf('\n', start - 1) + 1);
}

/** White space before the next line that is not empty. */
const FOLLOWING = /(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]*)/y;

/** Colons in parentheses that no lambda has opened: `f(if x:`. */
export function strayColons(tokens: readonly Token[]): number {
  let stray = 0;
  const around: { readonly bracket: string; lambdas: number }[] = [];
  for (const { text } of tokens) {
    const inner = around[around.length - 1];
    if ('([{'.includes(text)) {
      around.push({ bracket: text, lambdas: 0 });
    } else if (')]}'.includes(text)) {
      around.pop();
    } else if (inner !== undefined && text === 'lambda') {
      inner.lambdas += 1;
    } else if (inner?.bracket === '(' && text === ':') {
      stray += Number(inner.lambdas === 0);
      inner.lambdas = Math.max(0, inner.lambdas - 1);
    }
  }
  return stray;
}
