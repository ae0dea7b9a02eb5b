/** Calls that import or look up a name given as text. */

import type { SyntaxNode } from '@lezer/common';

import { nameOfCalled } from './callee';
import { UNKNOWN, bindingTo, type Binding } from './binding';
import { chainOf } from './chain';
import { lookUp, placeOf, type Context } from './context';
import { originOf } from './ledger';
import { literalOf } from './literal';
import { ROOTS, type Segment } from './usage';

const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** How a call is written: what is called, and its arguments. */
interface Call {
  readonly args: readonly SyntaxNode[];
  /** Positional alone, none of them starred. */
  readonly plain: boolean;
}

function callOf(list: SyntaxNode, at: Context): Call {
  const given = at.syntax
    .children(list)
    .filter(part => !['(', ')', ','].includes(part.name));
  const plain = given.every(
    part => !['AssignOp', '*', '**', 'for'].includes(part.name)
  );
  return { args: given, plain };
}

/** The dotted path that a literal holds, each name with its place; null where it is none. */
function pathOf(node: SyntaxNode, at: Context): readonly Segment[] | null {
  const text = node.name === 'String' ? literalOf(node, at.syntax) : null;
  const names = text?.split('.') ?? [];
  if (text === null || !names.every(name => IDENTIFIER.test(name))) {
    return null;
  }
  let from = node.from + at.syntax.text(node).indexOf(text);
  return names.map(name => {
    const span = { from, to: from + name.length };
    from = span.to + 1;
    return { name, span };
  });
}

/** Files the import of the module that `node` names; null where it is none of ours. */
function importOf(
  node: SyntaxNode | undefined,
  whole: boolean,
  at: Context
): Binding | null {
  const path = node ? pathOf(node, at) : null;
  const root = path?.[0];
  if (
    !path ||
    !root ||
    !(ROOTS.includes(root.name) || root.name === 'tf') ||
    at.reading.replaced.has(root.name)
  ) {
    return null;
  }
  return bindingTo(
    at.reading.ledger.add(
      {
        kind: 'import',
        place: placeOf(at),
        path,
        aliased: whole,
        called: true,
        variable: null
      },
      root.span
    )
  );
}

/** `__import__('a.b')` gives `a`; with a list of names to take from it, `a.b`. */
function rawImport({ args, plain }: Call, at: Context): Binding | null {
  if (plain && args.length < 4) {
    return importOf(args[0], false, at);
  }
  const word = args.findIndex(part => at.syntax.text(part) === 'fromlist');
  const names = word > 0 ? args[word + 2] : plain ? args[3] : undefined;
  const isKnown = names && /^(Array|Tuple)Expression$/.test(names.name);
  const whole = isKnown && at.syntax.children(names).length > 2;
  const yielded = importOf(args[0], whole === true, at);
  return isKnown ? yielded : yielded && UNKNOWN;
}

/** `getattr(a.b, 'c')` is `a.b.c`. */
function lookedUp({ args, plain }: Call, at: Context): Binding | null {
  const [object, name] = args;
  const chain = object && chainOf(object, at.syntax);
  const [last, ...more] = (name && pathOf(name, at)) ?? [];
  const found = chain && lookUp(chain.base.name, at);
  if (
    !plain ||
    args.length > 3 ||
    !last ||
    more.length > 0 ||
    !chain ||
    !found ||
    found.usages.length === 0
  ) {
    return null;
  }
  return bindingTo(
    at.reading.ledger.add(
      {
        kind: 'attribute',
        place: placeOf(at),
        base: chain.base,
        origin: originOf(found),
        path: [...chain.path, last],
        asked: args.length === 3 ? 'optional' : 'plain'
      },
      chain.base.span
    )
  );
}

/** What a call yields that imports or looks up by text; null for any other call. */
export function readReflection(
  callee: SyntaxNode,
  list: SyntaxNode,
  at: Context
): Binding | null {
  switch (nameOfCalled(callee, at)) {
    case 'getattr':
      return lookedUp(callOf(list, at), at);
    case '__import__':
    case 'builtins.__import__':
    case 'importlib.__import__':
      return rawImport(callOf(list, at), at);
    case 'importlib.import_module':
      return importOf(callOf(list, at).args[0], true, at);
    default:
      return null;
  }
}
