/** Reads `if` and `match`: one of several blocks runs. */

import type { SyntaxNode } from '@lezer/common';

import { expressionOf } from './asked';
import { clausesOf, inClause, readBlock } from './clauses';
import { UNASKABLE, isAskable, negated } from './condition';
import type { Context } from './context';
import { readAll } from './expressions';
import { declaredIn } from './names';
import { readPattern } from './patterns';
import { join, type Snapshot } from './state';
import { blurAll } from './targets';
import { truthOf } from './truth';

/** `if`, `elif`, `else`; a block that the text itself rules out is not read, and what an environment can tell is a condition. */
export function readIf(node: SyntaxNode, at: Context): void {
  const readable = !at.syntax.isBroken(node);
  const ends: Snapshot[] = [];
  let certain = true;
  for (const clause of clausesOf(node, at.syntax)) {
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
    const asked =
      truth || !test || !readable ? UNASKABLE : expressionOf(test, inner);
    const before = at.state.save();
    at.state.assume(asked);
    const told: boolean = certain && (truth === true || isAskable(asked));
    readBlock(clause.body, inClause(clause, at, !told));
    ends.push(at.state.save());
    at.state.restore(before);
    if (truth) {
      at.state.restore(ends.reduce(join));
      return;
    }
    at.state.assume(negated(asked));
    certain = told;
  }
  at.state.restore(ends.reduce(join, at.state.save()));
}

/** `match`: any case may run, or none. */
export function readMatch(node: SyntaxNode, at: Context): void {
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
