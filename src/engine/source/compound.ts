/** Readers of compound statements by the name of their node. */

import type { SyntaxNode } from '@lezer/common';

import { readIf, readMatch } from './branches';
import type { Context } from './context';
import { readClass } from './classes';
import { readDecorated, readFunction } from './definitions';
import { readLoop } from './loops';
import { readTry, readWith } from './protection';

/** Reads one compound statement; `at.statement` is its header. */
type Reader = (node: SyntaxNode, at: Context) => void;

export const compoundReaders: Readonly<Record<string, Reader | undefined>> = {
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
