/** Reads expressions: every use of a name that is ours, and what the value may be. */

import type { SyntaxNode } from '@lezer/common';

import { expressionOf } from './asked';
import { UNKNOWN, either, guarded, type Binding } from './binding';
import { chainOf } from './chain';
import { calledContext, readParameters } from './called';
import { readArguments, readCall } from './calls';
import { readComprehension } from './comprehension';
import { isAskable, joined, negated, type Expression } from './condition';
import { bind, type Context } from './context';
import { useChain } from './uses';

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

/** The context of what is reached only as `asked` turns out. */
function conditionally(asked: Expression, at: Context): Context {
  return { ...at, conditional: at.conditional || !isAskable(asked) };
}

function readChoice(
  [one, , test, , other]: readonly SyntaxNode[],
  at: Context,
  depth: number
): Binding {
  evaluate(test, at, depth);
  const asked = expressionOf(test, at);
  const inner = conditionally(asked, at);
  const when = isAskable(asked) ? [asked] : [];
  let first: Binding = UNKNOWN;
  let second: Binding = UNKNOWN;
  at.state.fork([
    () => {
      at.state.assume(asked);
      first = guarded(evaluate(one, inner, depth), when);
    },
    () => {
      at.state.assume(negated(asked));
      second = guarded(evaluate(other, inner, depth), when.map(negated));
    }
  ]);
  return either(first, second) ?? UNKNOWN;
}

/** `a + b + c`, `a and b`: read from the left without going deeper. */
function readOperators(node: SyntaxNode, at: Context, depth: number): Binding {
  const rights: (readonly SyntaxNode[])[] = [];
  let left = node;
  while (left.name === 'BinaryExpression' && left.firstChild) {
    rights.push(at.syntax.children(left));
    left = left.firstChild;
  }
  let value = evaluate(left, at, depth);
  let asked: Expression | null = null;
  for (const [reached, operator, ...operands] of rights.reverse()) {
    if (operator?.name === 'and' || operator?.name === 'or') {
      const before = value;
      const held: Expression = asked ?? expressionOf(reached, at);
      const needed = operator.name === 'and' ? held : negated(held);
      const inner = conditionally(needed, at);
      asked = joined(operator.name, [
        held,
        ...operands.map(operand => expressionOf(operand, at))
      ]);
      at.state.maybe(() => {
        at.state.assume(needed);
        for (const operand of operands) {
          value = either(before, evaluate(operand, inner, depth)) ?? UNKNOWN;
        }
      });
    } else {
      readAll(operands, at, depth);
      value = UNKNOWN;
      asked = null;
    }
  }
  return value;
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
      readAll(syntax.children(node), at, deeper);
      return UNKNOWN;
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
      const inner = calledContext(body, names, at);
      at.reading.later.set(`${at.cell}:${node.from}`, () =>
        evaluate(body, inner)
      );
      return UNKNOWN;
    }
    case 'ComprehensionExpression':
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'DictionaryComprehensionExpression':
      readComprehension(syntax.children(node).slice(1, -1), at, deeper);
      return UNKNOWN;
    default:
      readAll(syntax.children(node), at, deeper);
      return UNKNOWN;
  }
}
