/** Reads `for` and `while`: a block that runs any number of times. */

import type { SyntaxNode } from '@lezer/common';

import { expressionOf } from './asked';
import { clausesOf, inClause, readBlock } from './clauses';
import { UNASKABLE, isAskable } from './condition';
import type { Context } from './context';
import { readAll } from './expressions';
import { after, declaredIn } from './names';
import { assignUnknown, blurAll } from './targets';
import { truthOf } from './truth';

/** Runs a loop's body: first for what one round leaves to the next, then in earnest. */
function loop(at: Context, round: (at: Context) => void): void {
  if (!at.rehearsal) {
    const rehearsal = { ...at, rehearsal: true };
    at.state.restore(at.state.interrupted(() => round(rehearsal)));
  }
  at.state.restore(at.state.interrupted(() => round(at)));
}

/** `for … in …` or `while …`, with its `else`. */
export function readLoop(node: SyntaxNode, at: Context): void {
  const readable = !at.syntax.isBroken(node);
  const [first, ...rest] = clausesOf(node, at.syntax);
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
      const asked =
        test && readable && !truth ? expressionOf(test, around) : UNASKABLE;
      around.state.assume(asked);
      const told = truth === true || isAskable(asked);
      readBlock(first.body, inClause(first, around, !told));
    }
  });
  for (const clause of rest) {
    at.state.maybe(() => readBlock(clause.body, inClause(clause, at, true)));
  }
}
