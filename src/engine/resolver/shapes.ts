/** Usages that ask alike: what they ask, without where they stand and what their names come from. */

import type { Argument, Origin, Usage } from '../source/usage';

/**
 * Equal for usages whose answers are equal wherever the process, and what they
 * come from, are. Null where more than that decides.
 */
export function shapeOf(usage: Usage): string | null {
  const { place } = usage;
  if (place.conditions || place.rescues || place.follows) {
    return null;
  }
  const asked = askedBy(usage);
  return asked === null
    ? null
    : JSON.stringify([
        usage.kind,
        place.conditional || place.deferred,
        ...asked
      ]);
}

function askedBy(usage: Usage): readonly unknown[] | null {
  switch (usage.kind) {
    case 'variable':
      return null;
    case 'import':
      return usage.variable === null
        ? [namesOf(usage.path), usage.aliased, usage.called]
        : null;
    case 'from':
      return usage.variable === null
        ? [namesOf(usage.path), usage.name?.name]
        : null;
    case 'attribute':
      return isSimple(usage.origin)
        ? [usage.origin.open, usage.base.name, namesOf(usage.path), usage.asked]
        : null;
    case 'call':
      return isSimple(usage.origin) && usage.defined === undefined
        ? [
            usage.origin.open,
            usage.callee.name,
            usage.arguments.map(givenBy),
            usage.more,
            usage.own
          ]
        : null;
    case 'keyword':
      return isSimple(usage.origin)
        ? [usage.origin.open, usage.callee.name, usage.keyword.name]
        : null;
  }
}

function isSimple({ cases, stars }: Origin): boolean {
  return cases === undefined && stars === undefined;
}

function namesOf(path: readonly { readonly name: string }[]): string {
  return path.map(({ name }) => name).join('.');
}

function givenBy({ keyword, literal }: Argument): readonly unknown[] {
  return literal === undefined ? [keyword] : [keyword, literal];
}
