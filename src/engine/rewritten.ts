/** Usages as a notebook has them once lines are rewritten, without reading it again. */

import { replacementsOf, type Replacement } from './edits';
import type { CellFix } from './offers';
import {
  ROOTS,
  type Argument,
  type Literal,
  type Segment,
  type Usage
} from './source/usage';
import type { Cell } from './types';

/** Names and literals are replaced where a fix replaces them as a whole; a fix of anything else changes nothing here. */
export function rewrittenUsages(
  usages: readonly Usage[],
  cells: readonly Cell[],
  fixes: readonly CellFix[]
): readonly Usage[] {
  const edits = new Map<number, readonly Replacement[]>(
    cells.map(({ index, source }) => [
      index,
      replacementsOf(
        source,
        fixes.flatMap(({ cell, fix }) => (cell === index ? [fix] : []))
      )
    ])
  );
  return usages.map(usage =>
    (edits.get(usage.place.cell) ?? []).reduce(rewritten, usage)
  );
}

function rewritten(usage: Usage, edit: Replacement): Usage {
  switch (usage.kind) {
    case 'variable':
      return usage;
    case 'import': {
      const path = renamed(usage.path, edit);
      return { ...usage, path, variable: variableOf(usage.variable, path) };
    }
    case 'from': {
      const path = renamed(usage.path, edit);
      const variable = variableOf(usage.variable, path);
      const [name] = usage.name === null ? [] : renamed([usage.name], edit);
      return { ...usage, path, variable, name: name ?? usage.name };
    }
    case 'attribute': {
      const [, ...path] = renamed([usage.base, ...usage.path], edit);
      return { ...usage, path };
    }
    case 'call':
      return {
        ...usage,
        arguments: usage.arguments.map(each => changed(each, edit))
      };
    case 'keyword': {
      const [keyword] = renamed([usage.keyword], edit);
      return { ...usage, keyword: keyword ?? usage.keyword };
    }
  }
}

/** A root that is written as a package is no variable any more. */
function variableOf<Origin>(
  origin: Origin | null,
  [root]: readonly Segment[]
): Origin | null {
  return root !== undefined && ROOTS.includes(root.name) ? null : origin;
}

function renamed(
  segments: readonly Segment[],
  { from, to, text }: Replacement
): readonly Segment[] {
  const first = segments.findIndex(({ span }) => span.from === from);
  const last = segments.findIndex(({ span }) => span.to === to);
  return first < 0 || last < first || !DOTTED.test(text)
    ? segments
    : [
        ...segments.slice(0, first),
        ...text.split('.').map(name => ({ name, span: { from, to } })),
        ...segments.slice(last + 1)
      ];
}

const DOTTED = /^[^\W\d]\w*(\.[^\W\d]\w*)*$/;

function changed(
  argument: Argument,
  { from, to, text }: Replacement
): Argument {
  const { keyword, span } = argument;
  if (from < span.from || to > span.to) {
    return argument;
  }
  if (keyword !== null && DOTTED.test(text)) {
    return { ...argument, keyword: text };
  }
  const literal: Literal | undefined = /^(['"])([^\\]*)\1$/.exec(text)?.[2];
  return literal === undefined ? argument : { ...argument, literal };
}
