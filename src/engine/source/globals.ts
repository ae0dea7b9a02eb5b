/** What a call of a function of the notebook binds through `global`. */

import type { SyntaxNode } from '@lezer/common';

import { readAssignment } from './assignments';
import { blur, type Context } from './context';
import { readImport } from './imports';
import { declaredIn } from './names';

/** A function that declares names of the notebook as its own. */
export interface Rebinder {
  readonly body: SyntaxNode;
  /** Where its body is read. */
  readonly inner: Context;
  readonly names: readonly string[];
}

/** Binds what a statement is certain to bind when the function is called; false where that is not certain. */
function follow(node: SyntaxNode, at: Context): boolean {
  const [first, second] = at.syntax.children(node);
  if (at.syntax.isBroken(node)) {
    return false;
  }
  switch (node.name) {
    case ':':
    case 'ScopeStatement':
    case 'PassStatement':
      return true;
    case 'ExpressionStatement':
      return first?.name === 'String';
    case 'ImportStatement':
      readImport(node, at);
      return true;
    case 'AssignStatement':
      if (first?.name !== 'VariableName' || second?.name !== 'AssignOp') {
        return false;
      }
      readAssignment(node, at);
      return true;
    default:
      return false;
  }
}

/** A generator: a call of it runs nothing. */
function hasYield(body: SyntaxNode): boolean {
  let found = false;
  body.cursor().iterate(({ name }) => {
    found = found || /^Yield(Statement|Expression)$/.test(name);
    return !found;
  });
  return found;
}

/** Whether the call is a statement of the notebook, or part of one, that nothing guards and nothing decides. */
function isCertain({ inner, body }: Rebinder, call: Context): boolean {
  return (
    !hasYield(body) &&
    call.scope === call.reading.module &&
    !call.nested &&
    ![call, inner].some(
      each =>
        each.conditional ||
        each.state.conditions.length > 0 ||
        each.handlers.length > 0
    )
  );
}

/**
 * The names hold what the function's first imports and assignments give them,
 * as far as nothing but these comes before. What else it binds may be anything.
 */
export function rebind(rebinder: Rebinder, call: Context): void {
  if (call.deferred) {
    return;
  }
  const { inner, body, names } = rebinder;
  const { syntax, reading } = inner;
  const statements = syntax.children(body);
  const ran = { cell: call.cell, from: call.statement.from };
  const next = isCertain(rebinder, call)
    ? statements.findIndex(
        node =>
          !follow(node, {
            ...inner,
            state: call.state,
            statement: { from: node.from, to: node.to },
            deferred: false,
            ran
          })
      )
    : 0;
  const rest = next < 0 ? [] : statements.slice(next);
  const bound = new Set(
    rest.flatMap(node => [...declaredIn(node, syntax).names])
  );
  names
    .filter(name => bound.has(name))
    .forEach(name => blur(name, { ...call, scope: reading.module }));
}
