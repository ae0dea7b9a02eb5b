/** Reads `try` and `with`: blocks that may be left half way. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN } from './binding';
import { clausesOf, inClause, readBlock, type Clause } from './clauses';
import { bind, type Context } from './context';
import { evaluate, readAll } from './expressions';
import { caughtBy, tryHandlers, withHandlers } from './handlers';
import { after, declaredIn } from './names';
import { join, type Snapshot } from './state';
import { assignUnknown, blurAll } from './targets';
import type { Rescue } from './usage';

/** `try`: a handler may start from anything that its block had done. */
export function readTry(node: SyntaxNode, at: Context): void {
  const readable = !at.syntax.isBroken(node);
  const clauses = clausesOf(node, at.syntax);
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
  const tried = body ? [{ from: body.from, to: body.body.to }] : [];
  if (calm && !at.state.dead) {
    const inner = inClause(calm, at, true);
    readBlock(calm.body, { ...inner, follows: [...tried, ...at.follows] });
  }
  const ends = [at.state.save()];
  const leaving = [raised];
  const caught = others.map(
    clause => caughtBy(clause.header, at.syntax) ?? 'all'
  );
  for (const [index, clause] of others.entries()) {
    at.state.restore(raised);
    const catches = caught[index] ?? 'all';
    const rescues = tried.map((span): Rescue => ({
      tried: span,
      catches,
      before: caught.slice(0, index)
    }));
    const inner = {
      ...inClause(clause, at, true),
      rescues: [...rescues, ...at.rescues]
    };
    const named = after(clause.header, ['as', ',']);
    if (readable) {
      const types = clause.header.slice(0, clause.header.length - named.length);
      readAll(types, inner);
    }
    named.forEach(name => bind(at.syntax.text(name), UNKNOWN, inner));
    leaving.push(at.state.interrupted(() => readBlock(clause.body, inner)));
    named.forEach(name =>
      at.state.delete(at.scope.target(at.syntax.text(name)))
    );
    ends.push(at.state.save());
  }
  at.state.restore(ends.reduce(join));
  if (last) {
    readFinally(last, leaving, at);
  }
}

/** `finally` also runs while an exception is on its way out; what follows it does not. */
function readFinally(
  clause: Clause,
  leaving: readonly Snapshot[],
  at: Context
): void {
  const inner = inClause(clause, at, false);
  const before = at.state.save();
  at.state.dead = false;
  readBlock(clause.body, { ...inner, rehearsal: true });
  const dead = before.dead || at.state.dead;
  const after = { ...at.state.save(), dead };
  if (!at.rehearsal) {
    const all = [...leaving, before].map(each => ({ ...each, dead: false }));
    at.state.restore(all.reduce(join));
    readBlock(clause.body, inner);
    at.state.restore(after);
  }
  at.state.dead = dead;
}

/** `with`: `suppress(…)` among its items guards the block. */
export function readWith(node: SyntaxNode, at: Context): void {
  const [clause] = clausesOf(node, at.syntax);
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
