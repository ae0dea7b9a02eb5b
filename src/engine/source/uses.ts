/** The use of a name or dotted chain at one place. */

import { UNKNOWN, bindingTo, foreignBinding, type Binding } from './binding';
import type { Chain } from './chain';
import { attributeOf } from './classes';
import { lookUp, placeOf, type Context } from './context';
import { originOf } from './ledger';
import { heldKey } from './objects';
import { originByStar } from './stars';
import type { Segment, Span } from './usage';

/** Files the use of `chain` if its base is ours; returns what the chain yields. */
export function useChain(chain: Chain, at: Context): Binding {
  const { base, path } = chain;
  const found = lookUp(base.name, at);
  const own = found?.instance ? useOwn(found.instance, path, at) : null;
  if (own) {
    return own;
  }
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

/** Files the use of what an object of a class of the notebook holds; null where its class says nothing of it. */
function useOwn(
  owner: string,
  path: readonly Segment[],
  at: Context
): Binding | null {
  const [first, ...rest] = path;
  const attribute = first ? attributeOf(owner, first.name, at) : null;
  if (!first || attribute === null) {
    return null;
  }
  if (attribute !== 'held') {
    return rest.length === 0 ? attribute : UNKNOWN;
  }
  const defined = heldKey({ owner, name: first.name });
  const held = fileResult(first, { defined, span: first.span }, at);
  return rest.length === 0 ? held : useValue(first, held, rest, at);
}

/** Files the call of a function of the notebook, or the question for what one of its objects holds. */
export function fileResult(
  callee: Segment,
  { defined, span }: { readonly defined: string; readonly span: Span },
  at: Context
): Binding {
  const place = placeOf(at);
  const origin = originOf(UNKNOWN);
  const rest = { arguments: [], more: true, defined };
  return bindingTo(
    at.reading.ledger.add(
      { kind: 'call', place, callee, origin, ...rest },
      span
    )
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
export function notePatch(
  { base, path }: Chain,
  at: Context,
  value?: Binding
): void {
  const { ledger } = at.reading;
  const found = lookUp(base.name, at);
  const [first, ...more] = path;
  const owner = more.length === 0 && value ? found?.instance : undefined;
  ledger.store(path[path.length - 1]?.name ?? null, owner !== undefined);
  if (owner !== undefined && value && first) {
    ledger.objects.hold({ owner, name: first.name }, value);
  }
  if (found && found.usages.length > 0) {
    ledger.patch(
      originOf(found),
      path.map(segment => segment.name),
      placeOf(at),
      base.span.from
    );
  }
}

/** `base.path = value`: everything before the last name is used, and that is patched. */
export function patchChain(chain: Chain, at: Context, value?: Binding): void {
  notePatch(chain, at, value);
  useChain({ base: chain.base, path: chain.path.slice(0, -1) }, at);
}
