/** What a name may hold at one point of the notebook. */

import type { Origin } from './usage';

export interface Binding extends Origin {
  /** Dotted names of other modules' objects that it may be: `os.environ`. */
  readonly foreign: readonly string[];
  /** On some path nothing has bound the name. */
  readonly partial?: boolean;
  /** A function of the notebook, by its place; the ledger knows what it returns. */
  readonly defined?: string;
}

/** Bound to something that is none of ours. */
export const UNKNOWN: Binding = { usages: [], open: true, foreign: [] };

/** Bound to what one usage yields. */
export function bindingTo(usage: number): Binding {
  return { usages: [usage], open: false, foreign: [] };
}

/** Bound to an object of another module. */
export function foreignBinding(path: string): Binding {
  return { usages: [], open: true, foreign: [path] };
}

function merged<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  const more = b.filter(item => !a.includes(item));
  return more.length ? [...a, ...more] : a;
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
  return {
    usages: merged(a.usages, b.usages),
    open: a.open || b.open,
    foreign: merged(a.foreign, b.foreign),
    ...(stars.length ? { stars } : {}),
    ...(a.partial || b.partial ? { partial: true } : {}),
    ...(a.defined && a.defined === b.defined ? { defined: a.defined } : {})
  };
}
