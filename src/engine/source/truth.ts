/** Conditions whose outcome a notebook's text settles. */

import type { SyntaxNode } from '@lezer/common';

import { chainOf } from './chain';
import type { Syntax } from './syntax';

/** True, false, or null where it depends on what runs. */
export function truthOf(node: SyntaxNode, syntax: Syntax): boolean | null {
  const text = syntax.text(node);
  switch (node.name) {
    case 'Boolean':
      return text === 'True';
    case 'None':
      return false;
    case 'Number':
      return Number.isNaN(Number(text)) ? null : Number(text) !== 0;
    case 'ParenthesizedExpression':
    case 'UnaryExpression': {
      const [sign, operand] = syntax.children(node);
      const truth =
        operand && ['(', 'not'].includes(sign.name)
          ? truthOf(operand, syntax)
          : null;
      return truth === null || sign.name === '(' ? truth : !truth;
    }
    case 'BinaryExpression':
      return /^__name__\s*==\s*(['"])__main__\1$/.test(text) ? true : null;
    default: {
      const chain = chainOf(node, syntax);
      const last = chain && (chain.path[chain.path.length - 1] ?? chain.base);
      return last?.name === 'TYPE_CHECKING' ? false : null;
    }
  }
}
