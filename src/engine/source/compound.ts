/** Reads `if`, loops, `try`, `with` and `match`: which paths there are, and what holds where they meet. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN } from './binding';
import { bind, type Context } from './context';
import { readClass, readDecorated, readFunction } from './definitions';
import { evaluate, readAll } from './expressions';
import { tryHandlers, withHandlers } from './handlers';
import { after, declaredIn } from './names';
import { readPattern } from './patterns';
import { join, type Snapshot } from './state';
import { assignUnknown, blurAll } from './targets';
import { truthOf } from './truth';

/** Reads a compound statement; `at.statement` is its header. */
type Reader = (node: SyntaxNode, at: Context) => void;

/** One clause: its word, what stands between word and block, and the block. */
interface Clause {
  readonly word: string;
  readonly header: readonly SyntaxNode[];
  readonly body: SyntaxNode;
  readonly from: number;
}

const WORDS = /^(if|elif|else|while|for|try|except|finally|with)$/;

function clausesOf(node: SyntaxNode, at: Context): readonly Clause[] {
  const clauses: Clause[] = [];
  let word: SyntaxNode | null = null;
  let header: SyntaxNode[] = [];
  for (const child of at.syntax.children(node)) {
    if (child.name === 'Body') {
      const from = word?.from ?? node.from;
      clauses.push({ word: word?.name ?? '', header, body: child, from });
    } else if (WORDS.test(child.name)) {
      word = child;
      header = [];
    } else {
      header.push(child);
    }
  }
  return clauses;
}

/** The context of a clause's own header and block. */
function inClause(clause: Clause, at: Context, conditional: boolean): Context {
  return {
    ...at,
    statement: { from: clause.from, to: clause.body.from + 1 },
    conditional: at.conditional || conditional
  };
}

function readBlock(body: SyntaxNode, at: Context): void {
  at.reading.readBody(body, { ...at, nested: true });
}

function readIf(node: SyntaxNode, at: Context): void {
  const readable = !at.syntax.isBroken(node);
  const ends: Snapshot[] = [];
  let certain = true;
  for (const clause of clausesOf(node, at)) {
    const [test] = clause.header;
    const plain = clause.word === 'else';
    const inner = inClause(clause, at, !certain);
    if (!plain && readable) {
      readAll(clause.header, inner);
    }
    const truth = plain ? true : test ? truthOf(test, at.syntax) : null;
    if (truth === false) {
      continue;
    }
    const before = at.state.save();
    readBlock(clause.body, truth ? inner : inClause(clause, at, true));
    ends.push(at.state.save());
    at.state.restore(before);
    if (truth) {
      at.state.restore(ends.reduce(join));
      return;
    }
    certain = false;
  }
  at.state.restore(ends.reduce(join, at.state.save()));
}

/** Runs a loop's body: first for what one round leaves to the next, then in earnest. */
function loop(at: Context, round: (at: Context) => void): void {
  if (!at.rehearsal) {
    const rehearsal = { ...at, rehearsal: true };
    at.state.restore(at.state.interrupted(() => round(rehearsal)));
  }
  at.state.restore(at.state.interrupted(() => round(at)));
}

function readLoop(node: SyntaxNode, at: Context): void {
  const readable = !at.syntax.isBroken(node);
  const [first, ...rest] = clausesOf(node, at);
  if (!first) {
    return;
  }
  const isFor = first.word === 'for';
  const test = isFor ? null : first.header[0];
  const truth = test ? truthOf(test, at.syntax) : null;
  const targets = first.header.slice(
    0,
    first.header.findIndex(part => part.name === 'in')
  );
  if (isFor && readable) {
    readAll(after(first.header, ['in']), at);
  } else if (isFor) {
    blurAll(declaredIn(node, at.syntax).names, at);
  }
  loop(at, around => {
    if (isFor && readable) {
      assignUnknown(targets, around);
    } else if (!isFor && readable) {
      readAll(first.header, around);
    }
    if (truth !== false) {
      readBlock(first.body, inClause(first, around, !truth));
    }
  });
  for (const clause of rest) {
    at.state.maybe(() => readBlock(clause.body, inClause(clause, at, true)));
  }
}

function readTry(node: SyntaxNode, at: Context): void {
  const readable = !at.syntax.isBroken(node);
  const clauses = clausesOf(node, at);
  const handlers = tryHandlers(node, at.syntax);
  const body = clauses.find(clause => clause.word === 'try');
  const others = clauses.filter(clause => clause.word === 'except');
  const last = clauses.find(clause => clause.word === 'finally');
  const calm = clauses.find(clause => clause.word === 'else');
  const raised = at.state.interrupted(() => {
    if (body) {
      const inner = inClause(body, at, false);
      const guarded = handlers.length
        ? { ...inner, handlers: [handlers, ...at.handlers] }
        : inner;
      readBlock(body.body, guarded);
    }
  });
  if (calm) {
    readIfAlive(calm, at);
  }
  const ends = [at.state.save()];
  for (const clause of others) {
    at.state.restore(raised);
    const inner = inClause(clause, at, true);
    const named = after(clause.header, ['as', ',']);
    if (readable) {
      const types = clause.header.slice(0, clause.header.length - named.length);
      readAll(types, inner);
    }
    named.forEach(name => bind(at.syntax.text(name), UNKNOWN, inner));
    readBlock(clause.body, inner);
    named.forEach(name =>
      at.state.delete(at.scope.target(at.syntax.text(name)))
    );
    ends.push(at.state.save());
  }
  at.state.restore(ends.reduce(join));
  if (last) {
    const { dead } = at.state;
    at.state.dead = false;
    readBlock(last.body, inClause(last, at, false));
    at.state.dead = at.state.dead || dead;
  }
}

function readIfAlive(clause: Clause, at: Context): void {
  if (!at.state.dead) {
    readBlock(clause.body, inClause(clause, at, true));
  }
}

function readWith(node: SyntaxNode, at: Context): void {
  const [clause] = clausesOf(node, at);
  if (!clause) {
    return;
  }
  if (at.syntax.isBroken(node)) {
    blurAll(declaredIn(node, at.syntax).names, at);
  } else {
    clause.header.forEach((part, index) => {
      if (clause.header[index - 1]?.name === 'as') {
        assignUnknown([part], at);
      } else {
        evaluate(part, at);
      }
    });
  }
  const suppressed = withHandlers(node, at.syntax);
  const handlers = suppressed.length
    ? [suppressed, ...at.handlers]
    : at.handlers;
  const left = at.state.interrupted(() =>
    readBlock(clause.body, { ...at, handlers })
  );
  if (suppressed.length) {
    at.state.restore(join(left, at.state.save()));
  }
}

function readMatch(node: SyntaxNode, at: Context): void {
  const [, ...parts] = at.syntax.children(node);
  if (!at.syntax.isBroken(node)) {
    readAll(
      parts.filter(part => part.name !== 'MatchBody'),
      at
    );
  }
  const cases = node.getChild('MatchBody')?.getChildren('MatchClause') ?? [];
  at.state.fork([
    () => undefined,
    ...cases.map(clause => () => {
      const body = clause.getChild('Body');
      const to = body ? body.from + 1 : clause.to;
      const statement = { from: clause.from, to };
      const inner = { ...at, statement, conditional: true };
      if (at.syntax.isBroken(clause)) {
        blurAll(declaredIn(clause, at.syntax).names, inner);
      } else {
        readPattern(clause, inner);
      }
      if (body) {
        readBlock(body, inner);
      }
    })
  ]);
}

/** Readers of compound statements by the name of their node. */
export const bodyReaders: Readonly<Record<string, Reader | undefined>> = {
  IfStatement: readIf,
  WhileStatement: readLoop,
  ForStatement: readLoop,
  TryStatement: readTry,
  WithStatement: readWith,
  MatchStatement: readMatch,
  FunctionDefinition: readFunction,
  ClassDefinition: readClass,
  DecoratedStatement: readDecorated
};
