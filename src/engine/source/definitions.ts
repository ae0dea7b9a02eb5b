/** Reads `def`, and what is decorated. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN, type Binding } from './binding';
import { calledContext, readAnnotation, readParameters } from './called';
import { readDecoratorCall } from './calls';
import { readClass } from './classes';
import { bind, blur, lookUp, type Context } from './context';
import { rebind } from './globals';
import { declaredIn } from './names';
import { withTypeParameters } from './type-parameters';
import { useChain } from './uses';

function nameOf(node: SyntaxNode, at: Context): string | null {
  const name = node.getChild('VariableName');
  return name && at.syntax.text(name);
}

/** Functions of a class that are not called on an object. */
const UNBOUND = ['__new__', '__init_subclass__', '__class_getitem__'];

/** What the first parameter of a method holds. */
function selfOf(
  list: SyntaxNode | null,
  name: string | null,
  at: Context
): Binding {
  const [, first] = list ? at.syntax.children(list) : [];
  return at.scope.kind === 'class' &&
    at.self &&
    first?.name === 'VariableName' &&
    !UNBOUND.includes(name ?? '')
    ? at.self
    : UNKNOWN;
}

/** Whether a decorator is of the packages: those leave a class what it is, and a method one that is called on an object. */
function isOurs(decorator: SyntaxNode, at: Context): boolean {
  const base = nameOf(decorator, at);
  const found = base === null ? undefined : lookUp(base, at);
  return found !== undefined && found.usages.length > 0 && !found.open;
}

/** `@property`, `@name.setter`. */
function isProperty(decorator: SyntaxNode, at: Context): boolean {
  const [base, ...path] = decorator
    .getChildren('VariableName')
    .concat(decorator.getChildren('PropertyName'))
    .map(each => at.syntax.text(each));
  return path.length === 0
    ? base === 'property' && !lookUp(base, at)
    : path.length === 1 && /^(setter|getter|deleter)$/.test(path[0]);
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
  const name = nameOf(node, at);
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
    const self = selfOf(list, name, at);
    const inner = calledContext(body, parameters, at, self);
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
  // A coroutine and what a decorator makes of a function yield something else.
  const plain = !decorated && node.getChild('async') === null;
  if (name) {
    bind(name, plain ? { ...UNKNOWN, defined: place } : UNKNOWN, outer);
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
  const decorators = node.getChildren('Decorator');
  if (!at.syntax.isBroken(node)) {
    for (const decorator of decorators) {
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
    readClass(definition, at, !decorators.every(each => isOurs(each, at)));
  } else if (definition.name === 'FunctionDefinition') {
    const keeps = decorators.every(
      each => isOurs(each, at) || isProperty(each, at)
    );
    readFunction(definition, keeps ? at : { ...at, self: null }, true);
  }
}
