/** Reads statements in order, simple ones here, compound ones by their readers. */

import type { SyntaxNode } from '@lezer/common';

import { readAssignment, readDelete, readUpdate } from './assignments';
import { expressionOf } from './asked';
import { nameOfCalled } from './callee';
import { UNKNOWN } from './binding';
import { compoundReaders } from './compound';
import { placeOf, type Context } from './context';
import { variableOfMagic } from './environ';
import { evaluate, readAll } from './expressions';
import { readImport } from './imports';
import { declaredIn } from './names';
import { blurAll, elementsOf } from './targets';

/** Blocks within blocks beyond which nothing is read; CPython stops at 100. */
const DEEPEST = 100;

/** What a `%magic` at this statement does to the notebook. */
function readMagic(node: SyntaxNode, at: Context): void {
  const magic = at.blanked.magicAt.get(node.from);
  if (!magic) {
    return;
  }
  const set = variableOfMagic(magic);
  if (set) {
    const place = placeOf({ ...at, statement: magic.span });
    at.reading.ledger.add({ kind: 'variable', place, ...set }, magic.span);
  } else if (magic.sign === '%' && /^reset\b/.test(magic.text)) {
    at.state.bound().forEach(variable => at.state.delete(variable));
  }
}

/** `return value`; several values make a tuple. */
function readReturn(values: readonly SyntaxNode[], at: Context): void {
  const { ledger } = at.reading;
  const [value, ...more] = values;
  const isTuple = more.length > 0 || value?.name === 'TupleExpression';
  // What is not there cannot be unpacked.
  const items = isTuple
    ? elementsOf(more.length > 0 ? values : at.syntax.children(value))
    : value
      ? null
      : [];
  if (items) {
    ledger.objects.returnedItems(
      at.within,
      items.map(item => evaluate(item, at))
    );
  } else if (value && more.length === 0) {
    ledger.returned(at.within, evaluate(value, at));
  } else {
    readAll(values, at);
    ledger.returned(at.within, UNKNOWN);
  }
}

/** `assert test, message`: what follows in the block is reached only where the test holds. */
function readAssert(
  [test, ...message]: readonly SyntaxNode[],
  at: Context
): void {
  evaluate(test, at);
  readAll(message, { ...at, conditional: true });
  at.state.assume(expressionOf(test, at));
}

/** `sys.exit(…)`; IPython's own `exit()` lets the cell run on. */
function isExit(node: SyntaxNode, at: Context): boolean {
  const callee = node.name === 'CallExpression' ? node.firstChild : null;
  const called = callee && nameOfCalled(callee, at);
  return called === 'sys.exit' || called === 'os._exit';
}

function readSimple(node: SyntaxNode, at: Context): void {
  const parts = at.syntax.children(node);
  switch (node.name) {
    case 'ImportStatement':
      return readImport(node, at);
    case 'AssignStatement':
      return readAssignment(node, at);
    case 'UpdateStatement':
      return readUpdate(node, at);
    case 'DeleteStatement':
      return readDelete(parts.slice(1), at);
    case 'AssertStatement':
      return readAssert(parts.slice(1), at);
    case 'TypeDefinition':
      return blurAll(declaredIn(node, at.syntax).names, at);
    case 'ScopeStatement':
      return;
    case 'ExpressionStatement':
      readMagic(node, at);
      readAll(parts, at);
      at.state.dead = at.nested && parts.some(part => isExit(part, at));
      return;
    case 'YieldStatement':
      at.reading.ledger.returned(at.within, UNKNOWN);
      return readAll(parts, at);
    case 'ReturnStatement':
      readReturn(parts.slice(1), at);
      at.state.dead = at.nested;
      return;
    default:
      readAll(parts, at);
      if (/^(Raise|Break|Continue)Statement$/.test(node.name)) {
        at.state.dead = at.nested;
      }
  }
}

function readStatement(node: SyntaxNode, around: Context): void {
  if (node.type.isError || around.state.dead) {
    return;
  }
  if (node.name === 'StatementGroup') {
    around.syntax
      .children(node)
      .filter(child => child.name !== ';')
      .forEach(child => readStatement(child, around));
    return;
  }
  const body = node.getChild('Body') ?? node.getChild('MatchBody');
  const to = body ? body.from + 1 : node.to;
  const at = { ...around, statement: { from: node.from, to } };
  const reader = compoundReaders[node.name];
  if (reader) {
    reader(node, at);
  } else if (at.syntax.isBroken(node)) {
    const unread = at.blanked.unreadAt.get(node.from);
    blurAll(unread?.names ?? declaredIn(node, at.syntax).names, at);
  } else {
    readSimple(node, at);
  }
}

/** Reads the statements of a block or a whole cell. */
export function readBody(body: SyntaxNode, around: Context): void {
  if (around.depth > DEEPEST) {
    return;
  }
  const at = { ...around, depth: around.depth + 1 };
  const { conditions } = at.state;
  for (const node of at.syntax.children(body)) {
    if (node.name !== ':') {
      readStatement(node, at);
    }
    if (!at.nested) {
      // Where one statement of a cell raises, the next is still judged.
      at.state.forget(conditions);
    }
  }
}
