/** Reads `if` and `match`: one of several blocks runs. */

import type { SyntaxNode } from '@lezer/common';

import { clausesOf, inClause, readBlock } from './clauses';
import type { Context } from './context';
import { readAll } from './expressions';
import { declaredIn } from './names';
import { readPattern } from './patterns';
import { join, type Snapshot } from './state';
import { blurAll } from './targets';
import { truthOf } from './truth';

/** `if`, `elif`, `else`; a block that the text itself rules out is not read. */
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
