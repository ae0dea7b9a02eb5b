/** Facts of modules and objects that are written as texts of numbers: atlas/builder/merge.py and objecttext.py are the other half. */

import { numbersOf } from './coding';
import type { ObjectData } from './data';

/** Places in a table, written as the distance from the one that comes next. */
class Places {
  at(distance: number): number {
    const gap = distance % 2 === 0 ? distance / 2 : -(distance + 1) / 2;
    const place = this.next + gap;
    this.next = place + 1;
    return place;
  }

  private next = 0;
}

/** Kinds of names, by their number. */
const KINDS = 'cfoml';

/** A set of columns, a kind, and the row of the names that are of this kind there. */
export type NamesRow = readonly [set: number, kind: string, row: number];

export function namesRows(text: string): readonly NamesRow[] {
  const places = new Places();
  return triples(text).map(([set, kind, distance]) => [
    set,
    KINDS.charAt(kind),
    places.at(distance)
  ]);
}

/** A set, an object (-1 for none), and the row of names that are this object there. */
export function specialRows(
  text: string
): readonly (readonly [set: number, object: number, row: number])[] {
  const places = new Places();
  return triples(text).map(([set, object, distance]) => [
    set,
    object - 1,
    places.at(distance)
  ]);
}

function triples(text: string): readonly (readonly [number, number, number])[] {
  const numbers = numbersOf(text);
  const found: (readonly [number, number, number])[] = [];
  for (let n = 0; n + 2 < numbers.length; n += 3) {
    found.push([numbers[n] ?? 0, numbers[n + 1] ?? 0, numbers[n + 2] ?? 0]);
  }
  return found;
}

/** Field by number: its name, and what a row holds after its set (r a row, t a text, b records after their count). */
const FIELDS: readonly (readonly [keyof ObjectData, string])[] = [
  ['open', ''],
  ['made', ''],
  ['bases', 'b'],
  ['members', 'r'],
  ['lacks', 'r'],
  ['sets', 'r'],
  ['holds', 'r'],
  ['calls', 'r'],
  ['methods', 'rr'],
  ['deprecated', 't'],
  ['unusable', 't'],
  ['refusals', 'tr'],
  ['deprecatedMethods', 'tr'],
  ['deprecatedKeywords', 'r'],
  ['doubtful', 'r']
];

/** One record; null where it cannot be read. */
export function readRecord(text: string): ObjectData | null {
  const numbers = numbersOf(text);
  const places = new Places();
  let at = 0;
  const next = (): number => numbers[at++] ?? 0;
  const many = (count: number): readonly number[] =>
    Array.from({ length: Math.min(count, numbers.length) }, next);
  const value = (kind: string): number => {
    const number = next();
    return kind === 't' ? number : number === 0 ? -1 : places.at(number - 1);
  };
  const columns = next();
  const fields: Partial<Record<keyof ObjectData, readonly number[][]>> = {};
  while (at < numbers.length) {
    const field = FIELDS[next()];
    const count = next();
    if (field === undefined) {
      return null;
    }
    const [name, form] = field;
    const rows: number[][] = [];
    for (let row = 0; row < count && at < numbers.length; row++) {
      const set = next();
      rows.push(
        form === 'b'
          ? [set, ...many(next())]
          : [set, ...[...form].map(kind => value(kind))]
      );
    }
    fields[name] = rows;
  }
  return { ...fields, in: columns };
}
