/** Reads expressions: every use of a name that is ours, and what the value may be. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN, either, type Binding } from './binding';
import { chainOf } from './chain';
import { bind, type Context } from './context';
import { variablesOfCall } from './environ';
import { literalOf } from './literal';
import { declaredIn, targetNames } from './names';
import { Scope } from './scope';
import { State } from './state';
import { patchChain, useChain } from './uses';

/** Nesting beyond which nothing is read; CPython stops at 200 brackets. */
const DEEPEST = 400;
const NO_NAMES: ReadonlySet<string> = new Set();

/** The context of code that runs when it is called. */
export function calledContext(
  node: SyntaxNode,
  parameters: readonly string[],
  at: Context
): Context {
  const declared = declaredIn(node, at.syntax);
  const unit = {};
  const scope = new Scope(
    'function',
    at.scope,
    { ...declared, names: new Set([...declared.names, ...parameters]) },
    unit
  );
  const state = new State(unit);
  parameters.forEach(name => state.set(scope.own(name), UNKNOWN));
  return {
    ...at,
    scope,
    state,
    handlers: [],
    deferred: true,
    nested: true,
    rehearsal: false
  };
}

/** Reads defaults and annotations where they stand; returns the parameters' names. */
export function readParameters(
  list: SyntaxNode,
  at: Context
): readonly string[] {
  const names: string[] = [];
  const parts = at.syntax.children(list);
  parts.forEach((part, index) => {
    if (part.name === 'TypeDef') {
      readAnnotation(part, at);
    } else if (parts[index - 1]?.name === 'AssignOp') {
      evaluate(part, at);
    } else if (part.name === 'VariableName') {
      names.push(at.syntax.text(part));
    }
  });
  return names;
}

/** Reads an annotation, unless the notebook has made them lazy. */
export function readAnnotation(node: SyntaxNode, at: Context): void {
  if (!at.reading.lazyAnnotations) {
    readAll(at.syntax.children(node), at);
  }
}

/** Reads each of `nodes`. */
export function readAll(
  nodes: readonly SyntaxNode[],
  at: Context,
  depth = 0
): void {
  nodes.forEach(node => evaluate(node, at, depth));
}

/** `… for targets in iterable if condition`, without its brackets. */
function readComprehension(
  parts: readonly SyntaxNode[],
  at: Context,
  depth: number
): void {
  const start = parts.findIndex(part => part.name === 'for');
  const targets: SyntaxNode[] = [];
  let word = '';
  for (const part of parts.slice(start)) {
    if (['for', 'in', 'if', 'async'].includes(part.name)) {
      word = part.name;
    } else if (word === 'for') {
      targets.push(...targetNames([part], at.syntax));
    }
  }
  const names = new Set(targets.map(target => at.syntax.text(target)));
  const scope = new Scope(
    'comprehension',
    at.scope,
    { names, globals: NO_NAMES, nonlocals: NO_NAMES },
    at.state.unit
  );
  const inner: Context = { ...at, scope, conditional: true };
  names.forEach(name => at.state.set(scope.own(name), UNKNOWN));
  let first = true;
  at.state.maybe(() => {
    for (const part of parts.slice(start)) {
      if (['for', 'in', 'if', 'async'].includes(part.name)) {
        word = part.name;
      } else if (word === 'in') {
        evaluate(part, first ? at : inner, depth);
        first = false;
      } else if (word === 'if') {
        evaluate(part, inner, depth);
      }
    }
    readAll(parts.slice(0, start), inner, depth);
  });
}

function readArguments(node: SyntaxNode, at: Context, depth: number): void {
  const parts = at.syntax
    .children(node)
    .filter(part => !['(', ')', ','].includes(part.name));
  if (parts.some(part => part.name === 'for')) {
    readComprehension(parts, at, depth);
    return;
  }
  parts.forEach((part, index) => {
    if (parts[index + 1]?.name === 'AssignOp') {
      return;
    }
    const value = evaluate(part, at, depth);
    const operator = parts[index - 1];
    if (operator?.name === 'AssignOp' && at.syntax.text(operator) === ':=') {
      bind(at.syntax.text(parts[index - 2]), value, at);
    }
  });
}

function readCall(node: SyntaxNode, at: Context, depth: number): void {
  const [callee, args] = at.syntax.children(node);
  const called = evaluate(callee, at, depth);
  if (args?.name !== 'ArgList') {
    return;
  }
  readArguments(args, at, depth);
  variablesOfCall(called, args, at);
  if (called.foreign.some(name => ['setattr', 'delattr'].includes(name))) {
    const [object, , name] = at.syntax.children(args).slice(1);
    const chain = object && chainOf(object, at.syntax);
    const attribute = name && literalOf(name, at.syntax);
    if (chain && attribute) {
      const { span } = at.syntax.segment(name);
      const path = [...chain.path, { name: attribute, span }];
      patchChain({ base: chain.base, path }, at);
    }
  }
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
      readCall(node, at, deeper);
      return UNKNOWN;
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
    default:
      readAll(syntax.children(node), at, deeper);
      return UNKNOWN;
  }
}
