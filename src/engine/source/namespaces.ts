/** What reaches names by their text: `globals()['name']`, `exec(…)`. */

import type { SyntaxNode } from '@lezer/common';

import { nameOfCalled } from './callee';
import { blur, type Context } from './context';
import { literalOf } from './literal';
import { importStar } from './stars';

/** Which namespace `globals()`, `locals()` or `vars()` is; null where the node is no such call. */
function namespaceOf(node: SyntaxNode, at: Context): Context | null {
  const [callee, list] = at.syntax.children(node);
  if (
    node.name !== 'CallExpression' ||
    list?.name !== 'ArgList' ||
    at.syntax.children(list).length !== 2
  ) {
    return null;
  }
  const name = nameOfCalled(callee, at) ?? '';
  // What is put into the `locals()` of a function does not reach its names.
  const own = at.scope.kind === 'function' ? null : at;
  return name === 'globals'
    ? { ...at, scope: at.scope.module }
    : ['locals', 'vars'].includes(name)
      ? own
      : null;
}

/** Any name may have been bound by code that is not read. */
function blurAny(at: Context): void {
  importStar(null, '', at);
}

/** `globals()[index] = …` and `del globals()[index]`. */
export function changeItem(
  object: SyntaxNode,
  index: SyntaxNode | undefined,
  at: Context
): void {
  const space = namespaceOf(object, at);
  if (!space) {
    return;
  }
  const name = index ? literalOf(index, at.syntax) : null;
  if (name === null) {
    blurAny(at);
  } else {
    blur(name, space);
  }
}

/** `exec(…)` and `globals().update(…)`. */
export function changeByCall(
  callee: SyntaxNode,
  list: SyntaxNode,
  at: Context
): void {
  const [object, , method] = at.syntax.children(callee);
  const updates =
    callee.name === 'MemberExpression' &&
    method !== undefined &&
    /^(update|pop|clear|setdefault|__setitem__)$/.test(
      at.syntax.text(method)
    ) &&
    namespaceOf(object, at) !== null;
  const runs = nameOfCalled(callee, at) === 'exec';
  // With a namespace of its own the code binds nothing here.
  const own = at.syntax.children(list).filter(part => part.name === ',').length;
  if (updates || (runs && own === 0)) {
    blurAny(at);
  }
}
