/** What `try` and `with suppress(…)` catch. */

import type { SyntaxNode } from '@lezer/common';

import { chainOf } from './chain';
import { clausesOf } from './clauses';
import type { Syntax } from './syntax';
import type { Caught, Handler } from './usage';

/** Calls that leave by an exception, SystemExit. */
const EXITS = ['exit', 'quit'];
const LEAVES = ['ReturnStatement', 'BreakStatement', 'ContinueStatement'];

/** Exception names of an `except` expression; null where it is no name or tuple of names. */
function namesOf(
  nodes: readonly SyntaxNode[],
  syntax: Syntax
): readonly string[] | null {
  const names: string[] = [];
  for (const node of nodes) {
    if (/^(Parenthesized|Tuple)Expression$/.test(node.name)) {
      const inner = namesOf(syntax.children(node), syntax);
      if (!inner) {
        return null;
      }
      names.push(...inner);
    } else if (!['(', ')', ','].includes(node.name)) {
      const chain = chainOf(node, syntax);
      if (!chain) {
        return null;
      }
      names.push((chain.path[chain.path.length - 1] ?? chain.base).name);
    }
  }
  return names;
}

function statementRaises(node: SyntaxNode, syntax: Syntax): boolean {
  switch (node.name) {
    case 'RaiseStatement':
      return true;
    case 'StatementGroup':
    case 'WithStatement':
      return syntax
        .children(node)
        .some(child => child.name !== 'Body' && statementRaises(child, syntax))
        ? true
        : clausesOf(node, syntax).some(part => alwaysRaises(part.body, syntax));
    case 'IfStatement': {
      const parts = clausesOf(node, syntax);
      return (
        parts.some(part => part.word === 'else') &&
        parts.every(part => alwaysRaises(part.body, syntax))
      );
    }
    case 'TryStatement': {
      const parts = clausesOf(node, syntax);
      const raising = parts.filter(part => alwaysRaises(part.body, syntax));
      return (
        raising.some(part => part.word === 'finally') ||
        (raising.some(part => ['try', 'else'].includes(part.word)) &&
          parts.every(part => part.word !== 'except' || raising.includes(part)))
      );
    }
    case 'ExpressionStatement': {
      const call = node.firstChild;
      const callee = call?.name === 'CallExpression' ? call.firstChild : null;
      const chain = callee && chainOf(callee, syntax);
      return (
        chain !== null &&
        (chain.path.length === 0
          ? EXITS.includes(chain.base.name)
          : chain.base.name === 'sys' && chain.path[0].name === 'exit')
      );
    }
    default:
      return false;
  }
}

/** True where every path through the statements of `body` ends in an exception. */
function alwaysRaises(body: SyntaxNode, syntax: Syntax): boolean {
  for (const node of syntax.children(body)) {
    if (statementRaises(node, syntax)) {
      return true;
    }
    const last = node.name === 'StatementGroup' ? node.lastChild : node;
    if (last && LEAVES.includes(last.name)) {
      return false;
    }
  }
  return false;
}

/** What an `except` clause catches; null where that is computed. */
export function caughtBy(
  header: readonly SyntaxNode[],
  syntax: Syntax
): Caught | null {
  const named = header.findIndex(part => ['as', ','].includes(part.name));
  const types = (named < 0 ? header : header.slice(0, named)).filter(
    part => part.name !== '*'
  );
  return types.length === 0 ? 'all' : namesOf(types, syntax);
}

/** The clauses of a `try`, in order; those whose exception is computed are left out. */
export function tryHandlers(
  node: SyntaxNode,
  syntax: Syntax
): readonly Handler[] {
  return clausesOf(node, syntax).flatMap(({ word, header, body }) => {
    const catches = word === 'except' ? caughtBy(header, syntax) : null;
    return catches ? [{ catches, raises: alwaysRaises(body, syntax) }] : [];
  });
}

/** What the `suppress(…)` items of a `with` catch. */
export function withHandlers(
  node: SyntaxNode,
  syntax: Syntax
): readonly Handler[] {
  return syntax.children(node).flatMap(child => {
    const callee = child.name === 'CallExpression' ? child.firstChild : null;
    const chain = callee && chainOf(callee, syntax);
    const last = chain && (chain.path[chain.path.length - 1] ?? chain.base);
    if (last?.name !== 'suppress' || !child.lastChild) {
      return [];
    }
    const names = namesOf(syntax.children(child.lastChild), syntax);
    return names?.length ? [{ catches: names, raises: false }] : [];
  });
}
