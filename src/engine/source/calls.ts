/** Reads calls, and what some of them do to names and variables. */

import type { SyntaxNode } from '@lezer/common';

import { argumentsOf } from './arguments';
import { UNKNOWN, bindingTo, type Binding } from './binding';
import { chainOf } from './chain';
import { readComprehension } from './comprehension';
import { bind, placeOf, type Context } from './context';
import { variablesOfCall } from './environ';
import { literalOf } from './literal';
import { originOf } from './ledger';
import { changeByCall } from './namespaces';
import { readReflection } from './reflection';
import type { Segment, Span } from './usage';
import { fileResult, notePatch } from './uses';

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
  patchOfCall(called, args, at);
  changeByCall(callee, args, at);
  at.reading.rebinders.get(called.defined ?? '')?.(at);
  const reflected = readReflection(callee, args, at);
  if (reflected !== null) {
    return reflected;
  }
  const last = callee.name === 'MemberExpression' && callee.lastChild;
  return called.usages.length > 0
    ? fileCall(at.syntax.segment(last || callee), called, args, at)
    : called.defined
      ? callOwn(at.syntax.segment(callee), called.defined, args, at)
      : UNKNOWN;
}

/** Reads the call of a decorator, `@name.name(…)`; what it yields is of no use to the notebook. */
export function readDecoratorCall(
  name: Segment,
  called: Binding,
  args: SyntaxNode,
  at: Context
): void {
  readArguments(args, at, 0);
  if (called.usages.length > 0) {
    fileCall(name, called, args, at);
  }
}

/** The call of a function or a class of the notebook. */
function callOwn(
  callee: Segment,
  defined: string,
  span: Span,
  at: Context
): Binding {
  const { object } = at.reading.classes.get(defined) ?? {};
  return object?.usages.length === 0
    ? object
    : {
        ...fileResult(callee, { defined, span }, at),
        returnedBy: defined,
        ...(object?.instance ? { instance: object.instance } : {})
      };
}

/** Files a call of something that is ours, and each of its keywords; `name` is the last of what is called. */
function fileCall(
  name: Segment,
  called: Binding,
  args: SyntaxNode,
  at: Context
): Binding {
  const written = argumentsOf(args, at.syntax);
  if (!written) {
    return UNKNOWN;
  }
  const { ledger } = at.reading;
  const place = placeOf(at);
  const origin = originOf(called);
  for (const keyword of written.keywords) {
    ledger.add(
      { kind: 'keyword', place, callee: name, origin, keyword },
      keyword.span
    );
  }
  const { given, more } = written;
  return bindingTo(
    ledger.add(
      { kind: 'call', place, callee: name, origin, arguments: given, more },
      args
    )
  );
}

/** `setattr(a, 'b', …)` and `delattr(a, 'b')`. */
function patchOfCall(called: Binding, args: SyntaxNode, at: Context): void {
  if (called.foreign.some(name => ['setattr', 'delattr'].includes(name))) {
    const [object, , name] = at.syntax.children(args).slice(1);
    const chain = object && chainOf(object, at.syntax);
    const attribute = name && literalOf(name, at.syntax);
    at.reading.ledger.store(attribute || null);
    if (chain && attribute) {
      const { span } = at.syntax.segment(name);
      const path = [...chain.path, { name: attribute, span }];
      notePatch({ base: chain.base, path }, at);
    }
  }
}
