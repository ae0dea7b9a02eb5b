/** Reads `=`, `+=` and `del` statements. */

import type { SyntaxNode } from '@lezer/common';

import { expressionOf } from './asked';
import { UNKNOWN, type Binding } from './binding';
import { readAnnotation } from './called';
import { chainOf } from './chain';
import { isAskable, isSmall } from './condition';
import { bind, lookUp, type Context } from './context';
import { removeVariable } from './environ';
import { evaluate, readAll } from './expressions';
import { changeItem } from './namespaces';
import { assignAll, elementsOf, NOTHING, type Value } from './targets';
import { notePatch, patchChain } from './uses';

/** A value with more parts than this is not kept for conditions. */
const MOST_HELD = 60;

/** `binding`, which `node` yields, with what it is for conditions. */
function valued(binding: Binding, node: SyntaxNode, at: Context): Binding {
  const value = expressionOf(node, at);
  // A list that is written out is there to be filled.
  return isAskable(value) && value.kind !== 'list' && isSmall(value, MOST_HELD)
    ? { ...binding, value }
    : binding;
}

function valueOf(nodes: readonly SyntaxNode[], at: Context): Value {
  const [first] = nodes;
  if (nodes.length === 1 && first && !/^(Tuple|Array)Exp/.test(first.name)) {
    const whole = valued(evaluate(first, at), first, at);
    return { whole, parts: null, node: first };
  }
  const elements = elementsOf(
    nodes.length === 1 ? at.syntax.children(first) : nodes
  );
  if (!elements) {
    readAll(nodes, at);
    return NOTHING;
  }
  const parts = elements.map(element =>
    valued(evaluate(element, at), element, at)
  );
  return { whole: UNKNOWN, parts, node: null };
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
    notePatch(chain, at);
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
      const [object, , index] = at.syntax.children(node);
      evaluate(node, at);
      if (object) {
        changeItem(object, index, at);
        removeVariable(evaluate(object, at), index, at);
      }
    }
  }
}
