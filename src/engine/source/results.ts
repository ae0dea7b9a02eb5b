/** What calls of the notebook's own functions yield, once all bodies are read. */

import type { Binding } from './binding';
import { withOrigins, type Draft } from './drafts';
import { wholeOf, type Objects } from './objects';
import type { Origin, Span } from './usage';

export interface Entry {
  readonly draft: Draft;
  readonly span: Span;
}

/** With its provisional id. */
export interface Filed extends Entry {
  readonly id: number;
}

type Returned = ReadonlyMap<string, Binding>;

/**
 * The entries with their provisional ids. A call of a function that returns
 * nothing of ours is left out, and so is what is asked of it alone; likewise an
 * object that may be of a class below its own.
 */
export function kept(entries: readonly Entry[], objects: Objects): Filed[] {
  const returned = objects.results();
  const gone = new Set<number>();
  const isOther = (draft: Draft): boolean =>
    draft.kind === 'call' &&
    draft.own !== undefined &&
    objects.isInherited(draft.own.place);
  const cut = (origin: Origin): Origin => {
    const usages = origin.usages.filter(id => !gone.has(id));
    return usages.length === origin.usages.length
      ? origin
      : { ...origin, usages, open: true };
  };
  return entries.flatMap((entry, id): readonly Filed[] => {
    const { draft, span } = entry;
    switch (draft.kind) {
      case 'call':
      case 'attribute':
      case 'keyword': {
        const isResult = draft.kind === 'call' && draft.defined !== undefined;
        const origin = isResult
          ? resultOf(draft.defined ?? '', { entries, returned, isOther })
          : cut(draft.origin);
        if (
          isOther(draft) ||
          origin === null ||
          (origin !== draft.origin && origin.usages.length === 0)
        ) {
          gone.add(id);
          return [];
        }
        return [{ draft: { ...draft, origin }, span, id }];
      }
      case 'import':
      case 'from':
      case 'variable':
        return [{ draft: withOrigins(draft, cut), span, id }];
    }
  });
}

/** What a function returns where that is certainly something of ours; null otherwise. */
function resultOf(
  place: string,
  all: {
    readonly entries: readonly Entry[];
    readonly returned: Returned;
    readonly isOther: (draft: Draft) => boolean;
  },
  within: readonly string[] = []
): Origin | null {
  const value = all.returned.get(place);
  if (
    all.returned.has(wholeOf(place)) ||
    !value ||
    value.open ||
    within.includes(place)
  ) {
    return null;
  }
  const isOurs = (id: number): boolean => {
    const draft = all.entries[id]?.draft;
    return (
      draft?.kind !== 'call' ||
      (!all.isOther(draft) &&
        (draft.defined === undefined ||
          resultOf(draft.defined, all, [...within, place]) !== null))
    );
  };
  return value.usages.every(isOurs)
    ? { usages: value.usages, open: false }
    : null;
}
