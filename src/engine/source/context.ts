/** What the reader of a notebook carries along: where it is, and what holds there. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN, either, type Binding } from './binding';
import type { OwnClass } from './classes';
import type { Ledger } from './ledger';
import type { Blanked } from './magics';
import type { Scope, Variable } from './scope';
import type { State } from './state';
import type { Syntax } from './syntax';
import type { Caught, Handler, Place, Ran, Rescue, Span } from './usage';

/** What one notebook has in common. */
export interface Reading {
  readonly ledger: Ledger;
  readonly module: Scope;
  /** Bodies of functions and lambdas, by place, to be read when all that runs before them is. */
  readonly later: Map<string, () => void>;
  /** Classes of the notebook, by place. */
  readonly classes: Map<string, OwnClass>;
  /** Functions that bind names of the notebook, by place: what a call of them does to these. */
  readonly rebinders: Map<string, (call: Context) => void>;
  /** `from __future__ import annotations` was seen. */
  lazyAnnotations: boolean;
  /** Import names that `sys.modules[…] = …` replaced. */
  readonly replaced: Set<string>;
  /** Reads an expression and returns what its value may be; `depth` counts its nesting. */
  readonly evaluate: (node: SyntaxNode, at: Context, depth?: number) => Binding;
  /** Reads a block of statements. */
  readonly readBody: (body: SyntaxNode, at: Context) => void;
}

export interface Context {
  readonly reading: Reading;
  readonly cell: number;
  readonly syntax: Syntax;
  readonly blanked: Blanked;
  readonly scope: Scope;
  readonly state: State;
  readonly statement: Span;
  /** Clauses of each `try` or `suppress` around, innermost first. */
  readonly handlers: readonly (readonly Handler[])[];
  /** Bodies of the `try`s whose `except` clauses are around, and of those whose `else` clauses are. */
  readonly rescues: readonly Rescue[];
  readonly follows: readonly Span[];
  readonly deferred: boolean;
  /** In the body of a class: what its methods are called on, where that is known. */
  readonly self: Binding | null;
  /** As of `Place`. */
  readonly ran?: Ran;
  /** The function whose body this is, by its place; null elsewhere, and in a lambda. */
  readonly within: string | null;
  readonly conditional: boolean;
  /** Inside a block: a `raise` ends it. The notebook itself goes on after one. */
  readonly nested: boolean;
  /** A loop body that is read only for what it binds. */
  readonly rehearsal: boolean;
  /** How many blocks are around it. */
  readonly depth: number;
}

/** The place of a usage found here. */
export function placeOf(at: Context): Place {
  const { cell, statement, handlers, deferred, conditional } = at;
  const { rescues, follows } = at;
  const raising = handlers.some(clauses =>
    clauses.some(
      (clause, index) =>
        clause.raises && clauses.slice(index + 1).some(next => !next.raises)
    )
  );
  return {
    cell,
    statement: { from: statement.from, to: statement.to },
    guards: handlers.flatMap((clauses): readonly Caught[] => {
      const catching = clauses.filter(clause => !clause.raises);
      return catching.some(clause => clause.catches === 'all')
        ? ['all' as const]
        : catching.length
          ? [catching.flatMap(clause => clause.catches)]
          : [];
    }),
    ...(raising ? { handlers } : {}),
    ...(rescues.length ? { rescues } : {}),
    ...(follows.length ? { follows } : {}),
    deferred,
    conditional,
    ...(at.ran ? { ran: at.ran } : {}),
    ...(at.state.conditions.length ? { conditions: at.state.conditions } : {})
  };
}

/** What a use of `name` may find here; undefined where it is unbound. */
export function lookUp(name: string, at: Context): Binding | undefined {
  const isBound = (variable: Variable) => at.state.get(variable) !== undefined;
  const variable = at.scope.source(name, isBound);
  const found = at.state.get(variable);
  // A class body reads an outer name where it has not bound its own.
  return found?.partial && variable.scope.kind === 'class'
    ? either(at.state.get(at.scope.source(name, () => false)), found)
    : found;
}

export function bind(name: string, binding: Binding, at: Context): void {
  at.state.set(at.scope.target(name), binding);
}

/** The name may have been bound to something that cannot be told. */
export function blur(name: string, at: Context): void {
  const variable = at.scope.target(name);
  at.state.set(variable, either(at.state.get(variable), UNKNOWN) ?? UNKNOWN);
}
