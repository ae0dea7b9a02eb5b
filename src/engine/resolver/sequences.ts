/** Elements and slices of texts and lists, as Python takes them. */

import { listOf, textOf, type Known } from './known';

/** `of[index]`; null where that raises, or is not known. */
export function itemOf(of: Known | null, index: Known | null): Known | null {
  if (index?.kind !== 'number') {
    return null;
  }
  const all =
    of?.kind === 'text'
      ? [...of.text].map(textOf)
      : of?.kind === 'list'
        ? of.items
        : [];
  return (
    all[index.number < 0 ? all.length + index.number : index.number] ?? null
  );
}

/** `of[from:to]`; an end that is not written is undefined. */
export function sliceOf(
  of: Known | null,
  from: Known | null | undefined,
  to: Known | null | undefined
): Known | null {
  if (
    (from !== undefined && from?.kind !== 'number') ||
    (to !== undefined && to?.kind !== 'number')
  ) {
    return null;
  }
  const ends: readonly [number?, number?] = [from?.number, to?.number];
  return of?.kind === 'text'
    ? textOf(of.text.slice(...ends))
    : of?.kind === 'list'
      ? listOf(of.items.slice(...ends), of.tuple)
      : null;
}
