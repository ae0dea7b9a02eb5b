/** The parts of a compound statement: word, header and block of each clause. */

import type { SyntaxNode } from '@lezer/common';

import type { Context } from './context';
import type { Syntax } from './syntax';

export interface Clause {
  /** `if`, `elif`, `else`, `for`, `while`, `try`, `except`, `finally`, `with`. */
  readonly word: string;
  /** What stands between the word and the block. */
  readonly header: readonly SyntaxNode[];
  readonly body: SyntaxNode;
  /** Offset of the word. */
  readonly from: number;
}

const WORDS = /^(if|elif|else|while|for|try|except|finally|with)$/;

export function clausesOf(node: SyntaxNode, syntax: Syntax): readonly Clause[] {
  const clauses: Clause[] = [];
  let word: SyntaxNode | null = null;
  let header: SyntaxNode[] = [];
  for (const child of syntax.children(node)) {
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
export function inClause(
  clause: Clause,
  at: Context,
  conditional: boolean
): Context {
  return {
    ...at,
    statement: { from: clause.from, to: clause.body.from + 1 },
    conditional: at.conditional || conditional
  };
}

/** Reads the statements of a block that belongs to a compound statement. */
export function readBlock(body: SyntaxNode, at: Context): void {
  at.reading.readBody(body, { ...at, nested: true });
}
