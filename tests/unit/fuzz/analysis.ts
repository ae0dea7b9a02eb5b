/** What is wrong with an analysis, whatever it is the analysis of. */

import { analyze } from '../../../src/engine/source/analyze';
import {
  withLineFeeds,
  withPlainSpaces
} from '../../../src/engine/source/margins';
import type { Segment, Span, Usage } from '../../../src/engine/source/usage';
import { codeCells } from '../source/render';

function segmentsOf(usage: Usage): readonly Segment[] {
  switch (usage.kind) {
    case 'import':
      return usage.path;
    case 'from':
      return [...usage.path, ...(usage.name ? [usage.name] : [])];
    case 'attribute':
      return [usage.base, ...usage.path];
    case 'call':
      return [usage.callee];
    case 'keyword':
      return [usage.callee, usage.keyword];
    case 'variable':
      return [];
  }
}

function sourcesOf(usage: Usage): readonly number[] {
  const origin =
    'origin' in usage
      ? usage.origin
      : usage.kind === 'variable'
        ? null
        : usage.variable;
  return [...(origin?.usages ?? []), ...(origin?.stars ?? [])];
}

/** As Python reads it; every offset stays. */
function plain(source: string): string {
  return withPlainSpaces(withLineFeeds(source));
}

/** One line for each promise that the analysis of these cells breaks. */
export function faults(cells: readonly string[]): readonly string[] {
  const { usages, broken, pins } = analyze(codeCells(cells));
  const wrong: string[] = [];
  const check = (fact: boolean, text: string) => {
    if (!fact) {
      wrong.push(text);
    }
  };
  const inside = ({ from, to }: Span, source: string) =>
    from >= 0 && from <= to && to <= source.length;
  usages.forEach((usage, id) => {
    const { place } = usage;
    const source = cells[place.cell];
    check(usage.id === id, 'an id is no position');
    check(inside(place.statement, source), 'a statement is outside');
    for (const { name, span } of segmentsOf(usage)) {
      check(inside(span, source), 'a name is outside');
      check(
        // A call is named by its text as it was parsed: `f(10)` for `f(1.)`.
        name.includes('(') ||
          plain(source).slice(span.from, span.to) === plain(name),
        `${name} is not what is there`
      );
      check(
        span.from >= place.statement.from && span.to <= place.statement.to,
        `${name} is not in its statement`
      );
    }
    if (usage.kind === 'call') {
      check(
        usage.arguments.every(({ span }) => inside(span, source)),
        'an argument is outside'
      );
    }
    check(
      sourcesOf(usage).every(from => from in usages),
      'an origin is no usage'
    );
  });
  const settled = new Set<number>();
  for (let before = -1; before < settled.size;) {
    before = settled.size;
    usages
      .filter(usage => sourcesOf(usage).every(from => settled.has(from)))
      .forEach(usage => settled.add(usage.id));
  }
  check(settled.size === usages.length, 'usages come from each other');
  check(
    broken.every(cell => cell in cells),
    'a broken cell is none'
  );
  check(
    pins.every(({ cell, span }) => cell in cells && inside(span, cells[cell])),
    'a pin is outside'
  );
  return wrong;
}
