/** `and`, `or` and `not` as Python binds them. */

import type { SyntaxNode } from '@lezer/common';

import type { Syntax } from './syntax';

export type Logic =
  | { readonly kind: 'operand'; readonly node: SyntaxNode }
  | { readonly kind: 'not'; readonly of: Logic }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Logic[] };

type Token = SyntaxNode | 'and' | 'or' | 'not';

/** Whether the node is `a and b`, `a or b` or `not a`. */
export function isLogic(node: SyntaxNode): boolean {
  return node.name === 'UnaryExpression'
    ? node.firstChild?.name === 'not'
    : node.name === 'BinaryExpression' &&
        (node.getChild('and') ?? node.getChild('or')) !== null;
}

/** Words and operands in their order: the grammar lets `not` reach over an `and`. */
function tokensOf(top: SyntaxNode, syntax: Syntax): readonly Token[] {
  const tokens: Token[] = [];
  const left = [top];
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.name === 'and' || node.name === 'or' || node.name === 'not') {
      tokens.push(node.name);
    } else if (isLogic(node)) {
      left.push(...[...syntax.children(node)].reverse());
    } else {
      tokens.push(node);
    }
  }
  return tokens;
}

/** Groups what stands between the words `kind`. */
function grouped(
  tokens: readonly Token[],
  kind: 'and' | 'or',
  inner: (tokens: readonly Token[]) => Logic | null
): Logic | null {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (token === kind) {
      groups.push([]);
    } else {
      groups[groups.length - 1].push(token);
    }
  }
  const of = groups.flatMap(group => inner(group) ?? []);
  return of.length < 2 ? (of[0] ?? null) : { kind, of };
}

function negation(tokens: readonly Token[]): Logic | null {
  const node = tokens[tokens.length - 1];
  if (node === undefined || typeof node === 'string') {
    return null;
  }
  const operand: Logic = { kind: 'operand', node };
  return tokens.length % 2 === 0 ? { kind: 'not', of: operand } : operand;
}

/** The logic of an expression; null where nothing is written. */
export function logicOf(node: SyntaxNode, syntax: Syntax): Logic | null {
  return grouped(tokensOf(node, syntax), 'or', part =>
    grouped(part, 'and', negation)
  );
}
