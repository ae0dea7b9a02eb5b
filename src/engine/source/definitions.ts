/** Reads `def` and `class`, decorated or not. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN } from './binding';
import { bind, blur, type Context } from './context';
import { calledContext, readAnnotation, readParameters } from './called';
import { readDecoratorCall } from './calls';
import { readAll } from './expressions';
import { rebind } from './globals';
import { declaredIn } from './names';
import { Scope, declaring } from './scope';
import { useChain } from './uses';

function nameOf(node: SyntaxNode, at: Context): string | null {
  const name = node.getChild('VariableName');
  return name && at.syntax.text(name);
}

/** `def f[T]`, `class A[T]`: a scope around the definition holds the type parameters. */
function withTypeParameters(node: SyntaxNode, at: Context): Context {
  const types = node.getChild('TypeParamList')?.getChildren('TypeParam') ?? [];
  if (types.length === 0) {
    return at;
  }
  const names = new Set(types.flatMap(type => nameOf(type, at) ?? []));
  const { unit } = at.state;
  const scope = new Scope('comprehension', at.scope, declaring(names), unit);
  names.forEach(name => scope.own(name).add(UNKNOWN));
  return { ...at, scope };
}

/** A function: its header runs here, its body when it is called. */
export function readFunction(
  node: SyntaxNode,
  outer: Context,
  decorated = false
): void {
  const at = withTypeParameters(node, outer);
  const { syntax } = at;
  const place = `${at.cell}:${node.from}`;
  const list = node.getChild('ParamList');
  const body = node.getChild('Body');
  let parameters: readonly string[] = [];
  if (!syntax.isBroken(node)) {
    parameters = list ? readParameters(list, at) : [];
    node.getChildren('TypeDef').forEach(type => readAnnotation(type, at));
  } else if (list) {
    parameters = list
      .getChildren('VariableName')
      .map(part => syntax.text(part));
  }
  if (body) {
    const { names, globals, nonlocals } = declaredIn(body, syntax);
    const shared = [...globals, ...nonlocals].filter(name => names.has(name));
    shared.forEach(name => {
      const scope = globals.has(name) ? at.scope.module : at.scope;
      blur(name, { ...at, scope });
    });
    const inner = calledContext(body, parameters, at);
    if (shared.length > 0) {
      const rebinder = {
        body,
        inner,
        names: shared.filter(name => globals.has(name))
      };
      at.reading.rebinders.set(place, call => rebind(rebinder, call));
    }
    at.reading.later.set(place, () =>
      at.reading.readBody(body, { ...inner, within: place })
    );
  }
  const name = nameOf(node, at);
  // A coroutine and what a decorator makes of a function yield something else.
  const plain = !decorated && node.getChild('async') === null;
  if (name) {
    bind(name, plain ? { ...UNKNOWN, defined: place } : UNKNOWN, outer);
  }
}

/** A class: its body runs here, in a scope that its methods do not see. */
export function readClass(node: SyntaxNode, outer: Context): void {
  const at = withTypeParameters(node, outer);
  const { syntax } = at;
  const bases = node.getChild('ArgList');
  const body = node.getChild('Body');
  if (bases && !syntax.isBroken(node)) {
    readAll([bases], at);
  }
  if (body) {
    const declared = declaredIn(body, syntax);
    const scope = new Scope('class', at.scope, declared, at.state.unit);
    at.reading.readBody(body, { ...at, scope, nested: true });
    at.state.dead = false;
  }
  const name = nameOf(node, at);
  if (name) {
    bind(name, UNKNOWN, outer);
  }
}

/** `@name.name(…)` lines, then what they decorate. */
export function readDecorated(node: SyntaxNode, around: Context): void {
  const definition = node.lastChild;
  if (!definition) {
    return;
  }
  const body = definition.getChild('Body');
  const to = body ? body.from + 1 : node.to;
  const at = { ...around, statement: { from: node.from, to } };
  if (!at.syntax.isBroken(node)) {
    for (const decorator of node.getChildren('Decorator')) {
      const names = decorator.getChildren('VariableName');
      const [base, ...path] = names.map(name => at.syntax.segment(name));
      const args = decorator.getChild('ArgList');
      const called = base ? useChain({ base, path }, at) : UNKNOWN;
      if (base && args) {
        readDecoratorCall(path[path.length - 1] ?? base, called, args, at);
      }
    }
  }
  if (definition.name === 'ClassDefinition') {
    readClass(definition, at);
  } else if (definition.name === 'FunctionDefinition') {
    readFunction(definition, at, true);
  }
}
