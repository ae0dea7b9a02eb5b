/** Reads expressions: every use of a name that is ours, and what the value may be. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN, either, type Binding } from './binding';
import { chainOf } from './chain';
import { calledContext, readParameters } from './called';
import { readArguments, readCall } from './calls';
import { readComprehension } from './comprehension';
import { bind, type Context } from './context';
import { useChain, useValue } from './uses';
import type { Segment } from './usage';

/** Nesting beyond which nothing is read; CPython stops at 200 brackets. */
const DEEPEST = 400;

/** Reads each of `nodes`. */
export function readAll(
  nodes: readonly SyntaxNode[],
  at: Context,
  depth = 0
): void {
  nodes.forEach(node => evaluate(node, at, depth));
}

function readChoice(
  [one, , test, , other]: readonly SyntaxNode[],
  at: Context,
  depth: number
): Binding {
  const inner = { ...at, conditional: true };
  evaluate(test, at, depth);
  let first: Binding = UNKNOWN;
  let second: Binding = UNKNOWN;
  at.state.fork([
    () => (first = evaluate(one, inner, depth)),
    () => (second = evaluate(other, inner, depth))
  ]);
  return either(first, second) ?? UNKNOWN;
}

/** `a + b + c`, `a and b`: read from the left without going deeper. */
function readOperators(node: SyntaxNode, at: Context, depth: number): Binding {
  const rights: (readonly SyntaxNode[])[] = [];
  let left = node;
  while (left.name === 'BinaryExpression' && left.firstChild) {
    rights.push(at.syntax.children(left).slice(1));
    left = left.firstChild;
  }
  let value = evaluate(left, at, depth);
  for (const [operator, ...operands] of rights.reverse()) {
    if (operator?.name === 'and' || operator?.name === 'or') {
      const before = value;
      const inner = { ...at, conditional: true };
      at.state.maybe(() => {
        for (const operand of operands) {
          value = either(before, evaluate(operand, inner, depth)) ?? UNKNOWN;
        }
      });
    } else {
      readAll(operands, at, depth);
      value = UNKNOWN;
    }
  }
  return value;
}

/** Reads `….name` and `…[index]` of what is no plain chain of names. */
function readMember(node: SyntaxNode, at: Context, depth: number): Binding {
  const path: Segment[] = [];
  let start: SyntaxNode = node;
  while (
    start.name === 'MemberExpression' &&
    start.lastChild?.name === 'PropertyName' &&
    start.firstChild
  ) {
    path.unshift(at.syntax.segment(start.lastChild));
    start = start.firstChild;
  }
  if (start === node || start.name === 'MemberExpression') {
    readAll(at.syntax.children(start), at, depth);
    return UNKNOWN;
  }
  const value = evaluate(start, at, depth);
  return value.usages.length > 0
    ? useValue(at.syntax.segment(start), value, path, at)
    : UNKNOWN;
}

/** Reads an expression and returns what its value may be. */
export function evaluate(node: SyntaxNode, at: Context, depth = 0): Binding {
  if (depth > DEEPEST) {
    return UNKNOWN;
  }
  const deeper = depth + 1;
  const { syntax } = at;
  switch (node.name) {
    case 'VariableName':
    case 'MemberExpression': {
      const chain = chainOf(node, syntax);
      if (chain) {
        return useChain(chain, at);
      }
      return readMember(node, at, deeper);
    }
    case 'CallExpression':
      return readCall(node, at, deeper);
    case 'ArgList':
      readArguments(node, at, deeper);
      return UNKNOWN;
    case 'ParenthesizedExpression':
      return syntax.children(node).map(child => evaluate(child, at, deeper))[1];
    case 'NamedExpression': {
      const [name, , expression] = syntax.children(node);
      const value = evaluate(expression, at, deeper);
      bind(syntax.text(name), value, at);
      return value;
    }
    case 'ConditionalExpression':
      return readChoice(syntax.children(node), at, deeper);
    case 'BinaryExpression':
      return readOperators(node, at, deeper);
    case 'LambdaExpression': {
      const parts = syntax.children(node);
      const body = parts[parts.length - 1];
      const list = parts.find(part => part.name === 'ParamList');
      const names = list ? readParameters(list, at) : [];
      at.reading.later.set(`${at.cell}:${node.from}`, () =>
        evaluate(body, calledContext(body, names, at))
      );
      return UNKNOWN;
    }
    case 'ComprehensionExpression':
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'DictionaryComprehensionExpression':
      readComprehension(syntax.children(node).slice(1, -1), at, deeper);
      return UNKNOWN;
    case 'YieldExpression':
      at.reading.ledger.returned(at.within, UNKNOWN);
      readAll(syntax.children(node), at, deeper);
      return UNKNOWN;
    default:
      readAll(syntax.children(node), at, deeper);
      return UNKNOWN;
  }
}
