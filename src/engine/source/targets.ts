/** Assignments: what is on the left is bound to what is on the right. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN, type Binding } from './binding';
import { chainOf } from './chain';
import { bind, blur, lookUp, type Context } from './context';
import { isEnvironment, setVariable } from './environ';
import { evaluate, readAll, readAnnotation } from './expressions';
import { literalOf } from './literal';
import { patchChain } from './uses';

/** A value and, where it is written as a tuple, its elements. */
interface Value {
  readonly whole: Binding;
  readonly parts: readonly Binding[] | null;
  /** Its node, where it is a single expression. */
  readonly node: SyntaxNode | null;
}

const NOTHING: Value = { whole: UNKNOWN, parts: null, node: null };
const MARKS = ['(', ')', '[', ']', ','];

/** Elements of a tuple or list display; null where a star makes their number unknown. */
function elementsOf(
  nodes: readonly SyntaxNode[]
): readonly SyntaxNode[] | null {
  return nodes.some(node => node.name === '*')
    ? null
    : nodes.filter(node => !MARKS.includes(node.name));
}

function valueOf(nodes: readonly SyntaxNode[], at: Context): Value {
  const [first] = nodes;
  if (nodes.length === 1 && first && !/^(Tuple|Array)Exp/.test(first.name)) {
    return { whole: evaluate(first, at), parts: null, node: first };
  }
  const elements = elementsOf(
    nodes.length === 1 ? at.syntax.children(first) : nodes
  );
  if (!elements) {
    readAll(nodes, at);
    return NOTHING;
  }
  const parts = elements.map(element => evaluate(element, at));
  return { whole: UNKNOWN, parts, node: null };
}

/** `object[index] = value`, which may be an environment variable or a module put in another's place. */
function assignItem(target: SyntaxNode, value: Value, at: Context): void {
  const [object, , index, ...more] = at.syntax.children(target);
  const holder = evaluate(object, at);
  if (index) {
    readAll([index, ...more], at);
  }
  if (isEnvironment(holder)) {
    setVariable(index, value.node, at);
  }
  const module = index ? literalOf(index, at.syntax) : null;
  if (holder.foreign.includes('sys.modules') && module) {
    at.reading.replaced.add(module.split('.')[0]);
  }
}

/** Binds one target, or the targets within it. */
export function assign(
  target: SyntaxNode,
  value: Value,
  at: Context,
  depth = 0
): void {
  if (/^(Tuple|Array|Parenthesized)Expression$/.test(target.name)) {
    if (depth < 50) {
      assignAll(at.syntax.children(target), value, at, depth + 1);
    }
    return;
  }
  if (target.name === 'VariableName') {
    bind(at.syntax.text(target), value.whole, at);
    return;
  }
  const chain = chainOf(target, at.syntax);
  if (chain) {
    patchChain(chain, at);
  } else if (target.name === 'MemberExpression') {
    if (target.lastChild?.name === 'PropertyName') {
      readAll(at.syntax.children(target), at);
    } else {
      assignItem(target, value, at);
    }
  }
}

function assignAll(
  nodes: readonly SyntaxNode[],
  value: Value,
  at: Context,
  depth = 0
): void {
  const plain = nodes.filter(node => node.name !== '(' && node.name !== ')');
  if (plain.length === 1) {
    assign(plain[0], value, at, depth);
    return;
  }
  const targets = elementsOf(nodes);
  const parts =
    targets && value.parts?.length === targets.length ? value.parts : null;
  nodes
    .filter(node => !MARKS.includes(node.name) && node.name !== '*')
    .forEach((target, index) => {
      const whole = parts?.[index] ?? UNKNOWN;
      assign(target, { ...NOTHING, whole }, at, depth);
    });
}

/** Binds targets to something unknown: loop variables, `as` names. */
export function assignUnknown(nodes: readonly SyntaxNode[], at: Context): void {
  assignAll(nodes, NOTHING, at);
}

/** `a = b = value`, `a: T = value`, `a: T`. */
export function readAssignment(node: SyntaxNode, at: Context): void {
  const sides: SyntaxNode[][] = [[]];
  let annotation: SyntaxNode | null = null;
  for (const part of at.syntax.children(node)) {
    if (part.name === 'AssignOp') {
      sides.push([]);
    } else if (part.name === 'TypeDef') {
      annotation = part;
    } else {
      sides[sides.length - 1].push(part);
    }
  }
  const targets = sides.slice(0, -1);
  if (targets.length > 0) {
    const value = valueOf(sides[sides.length - 1], at);
    targets.forEach(target => assignAll(target, value, at));
  }
  if (annotation && at.scope.kind !== 'function') {
    readAnnotation(annotation, at);
  }
}

/** `a += value`. */
export function readUpdate(node: SyntaxNode, at: Context): void {
  const [target, , ...values] = at.syntax.children(node);
  readAll([target, ...values], at);
  const chain = chainOf(target, at.syntax);
  if (chain && chain.path.length === 0) {
    bind(chain.base.name, UNKNOWN, at);
  } else if (chain) {
    patchChain(chain, at);
  }
}

/** `del a, b.c, d[0]`. */
export function readDelete(
  nodes: readonly SyntaxNode[],
  at: Context,
  depth = 0
): void {
  for (const node of nodes) {
    const chain = chainOf(node, at.syntax);
    if (chain && chain.path.length > 0) {
      patchChain(chain, at);
    } else if (chain) {
      const { name } = chain.base;
      if (lookUp(name, at)) {
        at.scope.target(name).add(UNKNOWN);
        at.state.delete(at.scope.target(name));
      }
    } else if (
      /^(Tuple|Array|Parenthesized)Exp/.test(node.name) &&
      depth < 50
    ) {
      readDelete(at.syntax.children(node), at, depth + 1);
    } else {
      evaluate(node, at);
    }
  }
}

/** Names that a statement which cannot be read might have bound. */
export function blurAll(names: Iterable<string>, at: Context): void {
  for (const name of names) {
    blur(name, at);
  }
}
