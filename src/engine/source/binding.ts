/** What a name may hold at one point of the notebook. */

import type { Condition, Expression } from './condition';
import type { Alternative, Origin } from './usage';

/** What a name holds on some paths. */
interface Case extends Alternative {
  readonly value?: Expression;
}

export interface Binding extends Origin {
  /** Dotted names of other modules' objects that it may be: `os.environ`. */
  readonly foreign: readonly string[];
  /** On some path nothing has bound the name. */
  readonly partial?: boolean;
  /** A function of the notebook, by its place; the ledger knows what it returns. */
  readonly defined?: string;
  /** An object of a class of the notebook, by its place. */
  readonly instance?: string;
  /** What a function of the notebook returned, by its place: its items may be known. */
  readonly returnedBy?: string;
  /** What it is, for conditions, where every path gives the same. */
  readonly value?: Expression;
  readonly cases?: readonly Case[];
}

/** More cases than this are one: any of them. */
const MOST_CASES = 6;

/** Bound to something that is none of ours. */
export const UNKNOWN: Binding = { usages: [], open: true, foreign: [] };

/** Bound to what one usage yields. */
export function bindingTo(usage: number): Binding {
  return { usages: [usage], open: false, foreign: [] };
}

/** Bound to an object of another module. */
export function foreignBinding(path: string): Binding {
  return {
    usages: [],
    open: true,
    foreign: [path],
    value: { kind: 'foreign', path }
  };
}

function merged<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  const more = b.filter(item => !a.includes(item));
  return more.length ? [...a, ...more] : a;
}

function casesOf(binding: Binding): readonly Case[] {
  const { usages, open, stars, value } = binding;
  return (
    binding.cases ?? [
      {
        when: [],
        usages,
        open,
        ...(stars ? { stars } : {}),
        ...(value ? { value } : {})
      }
    ]
  );
}

/** The binding as of a path on which `when` holds. */
export function guarded(binding: Binding, when: readonly Condition[]): Binding {
  return when.length === 0
    ? binding
    : {
        ...binding,
        cases: casesOf(binding).map(each => ({
          ...each,
          when: [...each.when, ...when]
        }))
      };
}

/** Either of two; an unbound name is no alternative. */
export function either(
  a: Binding | undefined,
  b: Binding | undefined
): Binding | undefined {
  if (!a || !b || a === b) {
    return a ?? b;
  }
  const stars = merged(a.stars ?? [], b.stars ?? []);
  const cases = a.cases || b.cases ? merged(casesOf(a), casesOf(b)) : undefined;
  return {
    usages: merged(a.usages, b.usages),
    open: a.open || b.open,
    foreign: merged(a.foreign, b.foreign),
    ...(stars.length ? { stars } : {}),
    ...(a.partial || b.partial ? { partial: true } : {}),
    ...(a.defined && a.defined === b.defined ? { defined: a.defined } : {}),
    ...(a.instance && a.instance === b.instance
      ? { instance: a.instance }
      : {}),
    ...(a.value && a.value === b.value ? { value: a.value } : {}),
    ...(cases && cases.length <= MOST_CASES ? { cases } : {})
  };
}

/** What a name holds, for conditions; null where that is not known on every path. */
export function valueOf(binding: Binding): Expression | null {
  const { value, cases } = binding;
  if (value || !cases?.some(each => each.value)) {
    return value ?? null;
  }
  return {
    kind: 'alternatives',
    of: cases.map(each => ({
      when: each.when,
      value: each.value ?? { kind: 'unknown' }
    }))
  };
}
