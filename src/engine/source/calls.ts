/** Reads calls, and what some of them do to names and variables. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN, type Binding } from './binding';
import { chainOf } from './chain';
import { readComprehension } from './comprehension';
import { bind, type Context } from './context';
import { variablesOfCall } from './environ';
import { literalOf } from './literal';
import { changeByCall } from './namespaces';
import { readReflection } from './reflection';
import { notePatch } from './uses';

/** Reads the arguments of a call or the bases of a class. */
export function readArguments(
  node: SyntaxNode,
  at: Context,
  depth: number
): void {
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
    const value = at.reading.evaluate(part, at, depth);
    const operator = parts[index - 1];
    if (operator?.name === 'AssignOp' && at.syntax.text(operator) === ':=') {
      bind(at.syntax.text(parts[index - 2]), value, at);
    }
  });
}

/** Reads `callee(…)`; returns what it yields. */
export function readCall(
  node: SyntaxNode,
  at: Context,
  depth: number
): Binding {
  const [callee, args] = at.syntax.children(node);
  const called = at.reading.evaluate(callee, at, depth);
  if (args?.name !== 'ArgList') {
    return UNKNOWN;
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
      notePatch({ base: chain.base, path }, at);
    }
  }
  changeByCall(callee, args, at);
  return readReflection(callee, args, at) ?? UNKNOWN;
}
