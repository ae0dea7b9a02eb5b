/** Dotted names: `a`, `a.b.c`, however they are spread over lines. */

import type { SyntaxNode } from '@lezer/common';

import type { Syntax } from './syntax';
import type { Segment } from './usage';

export interface Chain {
  readonly base: Segment;
  readonly path: readonly Segment[];
}

/** The chain that `node` is, or null where it is anything else (a call or subscript ends a chain). */
export function chainOf(node: SyntaxNode, syntax: Syntax): Chain | null {
  const path: Segment[] = [];
  let at: SyntaxNode | null = node;
  while (at && at.name === 'MemberExpression') {
    const property: SyntaxNode | null = at.lastChild;
    if (property?.name !== 'PropertyName') {
      return null;
    }
    path.push(syntax.segment(property));
    at = at.firstChild;
  }
  if (at?.name !== 'VariableName') {
    return null;
  }
  return { base: syntax.segment(at), path: path.reverse() };
}
