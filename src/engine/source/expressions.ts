/** Reads expressions: every use of a name that is ours, and what the value may be. */

import type { SyntaxNode } from '@lezer/common';

import { conditionOf, expressionOf } from './asked';
import { UNKNOWN, either, guarded, type Binding } from './binding';
import { chainOf } from './chain';
import { calledContext, readParameters } from './called';
import { readArguments, readCall } from './calls';
import { readComprehension } from './comprehension';
import { isAskable, joined, negated, type Expression } from './condition';
import { bind, type Context } from './context';
import { useChain, useValue } from './uses';
import type { Segment } from './usage';
import { isLogic, logicOf, type Logic } from './logic';

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

/** `a + b + c`: read from the left without going deeper. */
function readOperators(node: SyntaxNode, at: Context, depth: number): void {
  const rights: (readonly SyntaxNode[])[] = [];
  let left = node;
  while (left.name === 'BinaryExpression' && left.firstChild) {
    rights.push(at.syntax.children(left).slice(1));
    left = left.firstChild;
  }
  evaluate(left, at, depth);
  rights.reverse().forEach(parts => readAll(parts, at, depth));
}

/** `a and b`, `a or b`, `not a`: an operand is reached by what those before it are. */
function readLogic(logic: Logic, at: Context, depth: number): Binding {
  switch (logic.kind) {
    case 'operand':
      return evaluate(logic.node, at, depth);
    case 'not':
      readLogic(logic.of, at, depth);
      return UNKNOWN;
    case 'and':
    case 'or': {
      const [first, ...others] = logic.of;
      let value = readLogic(first, at, depth);
      const before = [conditionOf(first, at)];
      for (const operand of others) {
        const held = joined(logic.kind, [...before]);
        const needed = logic.kind === 'and' ? held : negated(held);
        const inner = conditionally(needed, at);
        before.push(conditionOf(operand, at));
        at.state.maybe(() => {
          at.state.assume(needed);
          value = either(value, readLogic(operand, inner, depth)) ?? UNKNOWN;
        });
      }
      return value;
    }
  }
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
  const logic = isLogic(node) ? logicOf(node, syntax) : null;
  if (logic) {
    return readLogic(logic, at, deeper);
  }
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
      readOperators(node, at, deeper);
      return UNKNOWN;
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
    case 'YieldExpression':
      at.reading.ledger.returned(at.within, UNKNOWN);
      readAll(syntax.children(node), at, deeper);
      return UNKNOWN;
    default:
      readAll(syntax.children(node), at, deeper);
      return UNKNOWN;
  }
}
