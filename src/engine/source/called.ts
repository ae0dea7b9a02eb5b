/** Functions and lambdas: their parameters now, their bodies when all else is read. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN, type Binding } from './binding';
import type { Context } from './context';
import { declaredIn } from './names';
import { Scope } from './scope';
import { State } from './state';

/** The context of code that runs when it is called; `self` is what a method is called on. */
export function calledContext(
  node: SyntaxNode,
  parameters: readonly string[],
  at: Context,
  self: Binding = UNKNOWN
): Context {
  const declared = declaredIn(node, at.syntax);
  const unit = {};
  const scope = new Scope(
    'function',
    at.scope,
    { ...declared, names: new Set([...declared.names, ...parameters]) },
    unit
  );
  const state = new State(unit, at.state.conditions);
  parameters.forEach((name, index) =>
    state.set(scope.own(name), index === 0 ? self : UNKNOWN)
  );
  return {
    ...at,
    scope,
    state,
    handlers: [],
    rescues: [],
    follows: [],
    deferred: true,
    self: null,
    within: null,
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
      at.reading.evaluate(part, at);
    } else if (part.name === 'VariableName') {
      names.push(at.syntax.text(part));
    }
  });
  return names;
}

/** Reads an annotation, unless the notebook has made them lazy. */
export function readAnnotation(node: SyntaxNode, at: Context): void {
  if (!at.reading.lazyAnnotations) {
    at.syntax.children(node).forEach(child => at.reading.evaluate(child, at));
  }
}
