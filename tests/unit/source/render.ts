/** Usages as one line of text each, so that tables of cases read easily. */

import { analyze } from '../../../src/engine/source/analyze';
import type {
  Analysis,
  Argument,
  Origin,
  Segment,
  Usage
} from '../../../src/engine/source/usage';
import type { Cell } from '../../../src/engine/types';

export function codeCells(sources: readonly string[]): Cell[] {
  return sources.map((source, index) => ({
    index,
    id: null,
    kind: 'code',
    source
  }));
}

function dotted(path: readonly Segment[]): string {
  return path.map(segment => segment.name).join('.');
}

function origin(value: Origin | null | undefined): string {
  if (!value) {
    return '';
  }
  const stars = value.stars ? `*${value.stars.join(' ')}` : '';
  return `<${value.usages.join(' ')}${stars}${value.open ? '?' : ''}>`;
}

function written({ keyword, literal }: Argument): string {
  const value = literal === undefined ? '?' : JSON.stringify(literal);
  return keyword === null ? value : `${keyword}=${value}`;
}

function body(usage: Usage): string {
  switch (usage.kind) {
    case 'import':
      return `import ${dotted(usage.path)}${usage.aliased ? ' as' : ''}${origin(usage.variable)}`;
    case 'from':
      return `from ${dotted(usage.path)} import ${usage.name?.name ?? '*'}${origin(usage.variable)}`;
    case 'attribute':
      return [`${usage.base.name}${origin(usage.origin)}`]
        .concat(usage.path.map(segment => segment.name))
        .join('.');
    case 'call':
      return `${usage.callee.name}${origin(usage.origin)}(${[
        ...usage.arguments.map(written),
        ...(usage.more ? ['…'] : [])
      ].join(', ')})`;
    case 'keyword':
      return `${usage.callee.name}${origin(usage.origin)} ${usage.keyword.name}=`;
    case 'variable':
      return `${usage.name}=${usage.value}`;
  }
}

/**
 * `tf<0>.keras` is a chain whose base usage 0 bound; `<0 1>` are alternatives,
 * `?` an open origin. Flags: `D` deferred, `C` conditional, `!Error` guarded.
 */
export function render(usage: Usage): string {
  const { place } = usage;
  const guards = place.guards.map(
    caught => ` !${caught === 'all' ? '*' : caught.join('|')}`
  );
  return (
    body(usage) +
    (place.deferred ? ' D' : '') +
    (place.conditional || place.conditions ? ' C' : '') +
    guards.join('')
  );
}

export function read(...sources: string[]): Analysis {
  return analyze(codeCells(sources));
}

/** Everything: names, calls, their keywords, and what is asked of what they yield. */
export function allUsagesOf(...sources: string[]): string[] {
  return read(...sources).usages.map(render);
}

/** The usages of names alone, numbered as if there were no others. */
export function usagesOf(...sources: string[]): string[] {
  const { usages } = read(...sources);
  const named = usages.filter(usage => isNamed(usage, usages));
  const numbers = new Map(named.map(({ id }, number) => [id, number]));
  const renumber = (value: Origin): Origin => ({
    ...value,
    usages: value.usages.flatMap(id => numbers.get(id) ?? []),
    ...(value.stars
      ? { stars: value.stars.flatMap(id => numbers.get(id) ?? []) }
      : {})
  });
  return named.map(usage =>
    render(
      usage.kind === 'attribute'
        ? { ...usage, origin: renumber(usage.origin) }
        : (usage.kind === 'import' || usage.kind === 'from') && usage.variable
          ? { ...usage, variable: renumber(usage.variable) }
          : usage
    )
  );
}

/** Neither a call nor something that is asked of what calls yield. */
export function isNamed(usage: Usage, usages: readonly Usage[]): boolean {
  return (
    usage.kind !== 'call' &&
    usage.kind !== 'keyword' &&
    (usage.kind !== 'attribute' ||
      usage.origin.usages.length === 0 ||
      usage.origin.usages.some(id => isNamed(usages[id], usages)))
  );
}

/** One case of a table: what it shows, its cell or cells, its usages. */
export type Case = readonly [
  string,
  string | readonly string[],
  readonly string[]
];

export function checkCases(cases: readonly Case[]): void {
  it.each(cases.map(([title, code, usages]) => ({ title, code, usages })))(
    '$title',
    ({ code, usages }) => {
      expect(usagesOf(...(typeof code === 'string' ? [code] : code))).toEqual(
        usages
      );
    }
  );
}
