/** The use of a name or dotted chain at one place. */

import { UNKNOWN, bindingTo, foreignBinding, type Binding } from './binding';
import type { Chain } from './chain';
import { lookUp, placeOf, type Context } from './context';
import { originOf } from './ledger';
import { originByStar } from './stars';
import type { Segment } from './usage';

/** Files the use of `chain` if its base is ours; returns what the chain yields. */
export function useChain(chain: Chain, at: Context): Binding {
  const { base, path } = chain;
  const found = lookUp(base.name, at);
  const origin = !found
    ? originByStar(base.name, at)
    : found.usages.length > 0
      ? originOf(found)
      : null;
  if (origin) {
    return bindingTo(
      at.reading.ledger.add(
        { kind: 'attribute', place: placeOf(at), base, origin, path },
        base.span
      )
    );
  }
  if (found?.defined && path.length === 0 && !found.partial) {
    return found;
  }
  const roots = found ? found.foreign : [base.name];
  return roots.length === 0
    ? UNKNOWN
    : foreignBinding(
        [roots[0], ...path.map(segment => segment.name)].join('.')
      );
}

/** Files the use of an attribute of what an expression yields: `Sequential().x`. */
export function useValue(
  base: Segment,
  value: Binding,
  path: readonly Segment[],
  at: Context
): Binding {
  const origin = originOf(value);
  return bindingTo(
    at.reading.ledger.add(
      { kind: 'attribute', place: placeOf(at), base, origin, path },
      path[0].span
    )
  );
}

/** The attribute at the end of `chain` is set or deleted: it is no longer what its module made it. */
export function notePatch({ base, path }: Chain, at: Context): void {
  at.reading.ledger.store(path[path.length - 1]?.name ?? null);
  const found = lookUp(base.name, at);
  if (found && found.usages.length > 0) {
    at.reading.ledger.patch(
      originOf(found),
      path.map(segment => segment.name),
      placeOf(at),
      base.span.from
    );
  }
}

/** `base.path = …`: everything before the last name is used, and that is patched. */
export function patchChain(chain: Chain, at: Context): void {
  notePatch(chain, at);
  useChain({ base: chain.base, path: chain.path.slice(0, -1) }, at);
}
