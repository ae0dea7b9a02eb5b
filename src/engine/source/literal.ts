/** The value of a string literal. */

import type { SyntaxNode } from '@lezer/common';

import type { Syntax } from './syntax';

const LITERAL = /^([uUrRbB]*)('''|"""|'|")([^]*)\2$/;

/** The text that a literal stands for; null where it is no plain string, or has escapes. */
export function literalOf(node: SyntaxNode, syntax: Syntax): string | null {
  if (node.name === 'ContinuedString') {
    const parts = syntax.children(node).map(part => literalOf(part, syntax));
    return parts.includes(null) ? null : parts.join('');
  }
  const literal =
    node.name === 'String' ? LITERAL.exec(syntax.text(node)) : null;
  if (!literal || /[bB]/.test(literal[1])) {
    return null;
  }
  const raw = /[rR]/.test(literal[1]);
  return raw || !literal[3].includes('\\') ? literal[3] : null;
}
