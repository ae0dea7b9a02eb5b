/** Reads comprehensions: a scope of their own, run where they stand. */

import type { SyntaxNode } from '@lezer/common';

import { UNKNOWN } from './binding';
import type { Context } from './context';
import { targetNames } from './names';
import { Scope, declaring } from './scope';

const WORDS = ['for', 'in', 'if', 'async'];

/** `… for targets in iterable if condition`, without its brackets. */
export function readComprehension(
  parts: readonly SyntaxNode[],
  at: Context,
  depth: number
): void {
  const start = parts.findIndex(part => part.name === 'for');
  const targets: SyntaxNode[] = [];
  let word = '';
  for (const part of parts.slice(start)) {
    if (WORDS.includes(part.name)) {
      word = part.name;
    } else if (word === 'for') {
      targets.push(...targetNames([part], at.syntax));
    }
  }
  const names = new Set(targets.map(target => at.syntax.text(target)));
  const scope = new Scope(
    'comprehension',
    at.scope,
    declaring(names),
    at.state.unit
  );
  const inner: Context = { ...at, scope, conditional: true };
  names.forEach(name => scope.own(name).add(UNKNOWN));
  const { evaluate } = at.reading;
  let first = true;
  at.state.maybe(() => {
    for (const part of parts.slice(start)) {
      if (WORDS.includes(part.name)) {
        word = part.name;
      } else if (word === 'in') {
        evaluate(part, first ? at : inner, depth);
        first = false;
      } else if (word === 'if') {
        evaluate(part, inner, depth);
      }
    }
    parts.slice(0, start).forEach(part => evaluate(part, inner, depth));
  });
}
