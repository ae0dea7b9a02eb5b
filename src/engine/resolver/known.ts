/** Values of Python that conditions on releases are made of, and how Python compares them. */

import { compareVersions, isVersion } from '../versions';
import type { Value } from './verdict';

export type Known =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'list';
      /** Null for an element that is not known. */
      readonly items: readonly (Known | null)[];
      readonly tuple: boolean;
    }
  /** What packaging's `Version` makes of a text. */
  | { readonly kind: 'version'; readonly text: string }
  /** What distutils' `LooseVersion` and `StrictVersion` make of a text: numbers and words. */
  | {
      readonly kind: 'loose';
      readonly text: string;
      readonly items: readonly Known[];
    }
  /** A module, class or function of the three packages. */
  | { readonly kind: 'ours'; readonly value: Value }
  /** The names that `dir` gives of it. */
  | { readonly kind: 'names'; readonly of: Value }
  /** Anything of any other package, by its dotted name. */
  | { readonly kind: 'foreign'; readonly path: string }
  /** What `find_spec` gives of a module that is there. */
  | { readonly kind: 'spec' }
  | { readonly kind: 'method'; readonly of: Known; readonly name: string };

export const NONE: Known = { kind: 'none' };
export const textOf = (text: string): Known => ({ kind: 'text', text });
export const numberOf = (number: number): Known => ({ kind: 'number', number });
export const booleanOf = (value: boolean): Known => ({
  kind: 'boolean',
  value
});
export const listOf = (
  items: readonly (Known | null)[],
  tuple = false
): Known => ({ kind: 'list', items, tuple });

/** Python's `bool(value)`. */
export function truthOf(value: Known | null): boolean | null {
  switch (value?.kind) {
    case undefined:
    case 'names':
    case 'foreign':
      return null;
    case 'text':
      return value.text !== '';
    case 'number':
      return value.number !== 0;
    case 'boolean':
      return value.value;
    case 'none':
      return false;
    case 'list':
      return value.items.length > 0;
    case 'ours':
      return value.value.kind === 'module' ? true : null;
    default:
      return true;
  }
}

/** As distutils splits it: `2.4.0rc1` is 2, 4, 0, `rc`, 1. */
export function looseOf(text: string): Known {
  const parts = text.match(/\d+|[a-z]+|[^\da-z.]+/g) ?? [];
  return {
    kind: 'loose',
    text,
    items: parts.map(part =>
      /^\d/.test(part) ? numberOf(Number(part)) : textOf(part)
    )
  };
}

const number = (value: Known): number | null =>
  value.kind === 'number'
    ? value.number
    : value.kind === 'boolean'
      ? Number(value.value)
      : null;

/** Python compares texts by code points. */
function byCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((character, i) => character !== right[i]);
  const rank = (list: readonly string[]) => list[at]?.codePointAt(0) ?? -1;
  return at < 0 ? left.length - right.length : rank(left) - rank(right);
}

function ordered(
  a: readonly (Known | null)[],
  b: readonly (Known | null)[]
): number | null {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const order = orderOf(a[at], b[at]);
    if (order !== 0) {
      return order;
    }
  }
  return a.length - b.length;
}

/** Negative where `a` is less; null where Python raises, or it is not known. */
export function orderOf(a: Known | null, b: Known | null): number | null {
  if (!a || !b) {
    return null;
  }
  if (a.kind === 'loose' || b.kind === 'loose') {
    const [left, right] = [a, b].map(each =>
      each.kind === 'text' ? looseOf(each.text) : each
    );
    return left.kind === 'loose' && right.kind === 'loose'
      ? ordered(left.items, right.items)
      : null;
  }
  const [left, right] = [number(a), number(b)];
  if (left !== null && right !== null) {
    return left - right;
  }
  if (a.kind === 'text' && b.kind === 'text') {
    return byCodePoints(a.text, b.text);
  }
  if (a.kind === 'version' && b.kind === 'version') {
    return isVersion(a.text) && isVersion(b.text)
      ? compareVersions(a.text, b.text)
      : null;
  }
  return a.kind === 'list' && b.kind === 'list' && a.tuple === b.tuple
    ? ordered(a.items, b.items)
    : null;
}

const PLAIN = ['text', 'number', 'boolean', 'list'];

/** Python's `value is None`. */
export function isNone(value: Known): boolean | null {
  switch (value.kind) {
    case 'none':
      return true;
    case 'foreign':
      return null;
    case 'ours':
      return value.value.kind === 'module' ? false : null;
    default:
      return false;
  }
}

/** Python's `a == b`. */
export function isEqual(a: Known | null, b: Known | null): boolean | null {
  if (!a || !b) {
    return null;
  }
  if (a.kind === 'list' && b.kind === 'list') {
    if (a.tuple !== b.tuple || a.items.length !== b.items.length) {
      return false;
    }
    const each = a.items.map((item, at) => isEqual(item, b.items[at]));
    return each.includes(false) ? false : each.includes(null) ? null : true;
  }
  const order = orderOf(a, b);
  if (order !== null) {
    return order === 0;
  }
  if (a.kind === 'none' || b.kind === 'none') {
    return isNone(a.kind === 'none' ? b : a);
  }
  return PLAIN.includes(a.kind) && PLAIN.includes(b.kind) ? false : null;
}
