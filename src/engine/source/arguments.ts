/** The arguments of a call as they are written. */

import type { SyntaxNode } from '@lezer/common';

import { literalOf } from './literal';
import type { Syntax } from './syntax';
import type { Argument, Literal, Segment } from './usage';

export interface Arguments {
  readonly given: readonly Argument[];
  readonly keywords: readonly Segment[];
  /** `*` or `**` brings more. */
  readonly more: boolean;
}

const NUMBER = /^\d[\d_]*(\.[\d_]*)?(e[+-]?\d+)?$|^\.\d[\d_]*(e[+-]?\d+)?$/i;

/** A string, number, truth value or None; undefined for anything else. */
function plain(node: SyntaxNode, syntax: Syntax): Literal | undefined {
  const text = syntax.text(node);
  switch (node.name) {
    case 'Boolean':
      return text === 'True';
    case 'None':
      return null;
    case 'Number':
      return NUMBER.test(text) ? Number(text.replace(/_/g, '')) : undefined;
    case 'UnaryExpression': {
      const [sign, operand] = syntax.children(node);
      const value = operand && plain(operand, syntax);
      return syntax.text(sign) === '-' && typeof value === 'number'
        ? -value
        : undefined;
    }
    default:
      return literalOf(node, syntax) ?? undefined;
  }
}

/** Reads an `ArgList`; null where it is a generator expression. */
export function argumentsOf(
  list: SyntaxNode,
  syntax: Syntax
): Arguments | null {
  const parts = syntax
    .children(list)
    .filter(part => !['(', ')'].includes(part.name));
  const given: Argument[] = [];
  const keywords: Segment[] = [];
  let more = false;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (part.name === 'for') {
      return null;
    }
    if (part.name === '*' || part.name === '**') {
      more = true;
      at += 1;
    } else if (parts[at + 1]?.name === 'AssignOp') {
      const isKeyword = syntax.text(parts[at + 1]) === '=';
      const keyword = isKeyword ? syntax.segment(part) : null;
      if (keyword) {
        keywords.push(keyword);
      }
      at += 2;
      if (parts[at]) {
        given.push(argument(keyword?.name ?? null, parts[at], syntax));
      }
    } else if (part.name !== ',' && !part.type.isError) {
      given.push(argument(null, part, syntax));
    }
  }
  return { given, keywords, more };
}

function argument(
  keyword: string | null,
  node: SyntaxNode,
  syntax: Syntax
): Argument {
  const literal = plain(node, syntax);
  const span = { from: node.from, to: node.to };
  return literal === undefined ? { keyword, span } : { keyword, span, literal };
}
