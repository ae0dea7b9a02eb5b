/** Assignments: what is on the left is bound to what is on the right. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN, type Binding } from './binding';
import { chainOf } from './chain';
import { bind, blur, type Context } from './context';
import { isEnvironment, setVariable } from './environ';
import { evaluate, readAll } from './expressions';
import { literalOf } from './literal';
import { changeItem } from './namespaces';
import { itemKey } from './objects';
import { fileResult, patchChain } from './uses';

/** A value and, where it is written as a tuple, its elements. */
export interface Value {
  readonly whole: Binding;
  readonly parts: readonly Binding[] | null;
  /** Its node, where it is a single expression. */
  readonly node: SyntaxNode | null;
}

/** A value that cannot be told. */
export const NOTHING: Value = { whole: UNKNOWN, parts: null, node: null };
const MARKS = ['(', ')', '[', ']', ','];

/** Elements of a tuple or list display; null where a star makes their number unknown. */
export function elementsOf(
  nodes: readonly SyntaxNode[]
): readonly SyntaxNode[] | null {
  return nodes.some(node => node.name === '*')
    ? null
    : nodes.filter(node => !MARKS.includes(node.name));
}

/** `object[index] = value`, which may be an environment variable or a module put in another's place. */
function assignItem(target: SyntaxNode, value: Value, at: Context): void {
  const [object, , index, ...more] = at.syntax.children(target);
  const holder = evaluate(object, at);
  changeItem(object, index, at);
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
    patchChain(chain, at, value.whole);
  } else if (target.name === 'MemberExpression') {
    if (target.lastChild?.name === 'PropertyName') {
      at.reading.ledger.store(at.syntax.text(target.lastChild));
      readAll(at.syntax.children(target), at);
    } else {
      assignItem(target, value, at);
    }
  }
}

interface Item {
  readonly target: SyntaxNode;
  readonly index: number;
  readonly count: number;
}

/** What a target takes from a value that is unpacked. */
function elementOf(
  { value, returnedBy }: Binding,
  { target, index, count }: Item,
  at: Context
): Binding {
  if (returnedBy !== undefined) {
    const callee = at.syntax.segment(target);
    const defined = itemKey(returnedBy, index, count);
    return fileResult(callee, { defined, span: callee.span }, at);
  }
  return value
    ? {
        ...UNKNOWN,
        value: {
          kind: 'item',
          of: value,
          index: { kind: 'literal', value: index }
        }
      }
    : UNKNOWN;
}

/** Binds one target, or several side by side. */
export function assignAll(
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
  const count = targets?.length ?? 0;
  nodes
    .filter(node => !MARKS.includes(node.name) && node.name !== '*')
    .forEach((target, index) => {
      const whole =
        parts?.[index] ??
        (targets
          ? elementOf(value.whole, { target, index, count }, at)
          : UNKNOWN);
      assign(target, { ...NOTHING, whole }, at, depth);
    });
}

/** Binds targets to something unknown: loop variables, `as` names. */
export function assignUnknown(nodes: readonly SyntaxNode[], at: Context): void {
  assignAll(nodes, NOTHING, at);
}

/** Names that a statement which cannot be read might have bound. */
export function blurAll(names: Iterable<string>, at: Context): void {
  for (const name of names) {
    blur(name, at);
  }
}
