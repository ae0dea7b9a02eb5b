/** No usage comes from itself: methods and functions that return each other's results leave their origins open. */

import { withOrigins } from './drafts';
import type { Filed } from './results';
import type { Origin } from './usage';

const sourcesOf = ({ usages, stars = [] }: Origin): readonly number[] => [
  ...usages,
  ...stars
];

function originsOf({ draft }: Filed): readonly Origin[] {
  switch (draft.kind) {
    case 'variable':
      return [];
    case 'import':
    case 'from':
      return [draft.variable, draft.previous].flatMap(each => each ?? []);
    default:
      return [draft.origin];
  }
}

/** The ids of the entries that come, over whatever steps, from entries alone that come from nothing. */
function groundedIn(entries: readonly Filed[]): ReadonlySet<number> {
  const users = new Map<number, number[]>();
  const waiting = new Map<number, number>();
  for (const entry of entries) {
    const sources = new Set(originsOf(entry).flatMap(sourcesOf));
    waiting.set(entry.id, sources.size);
    for (const source of sources) {
      users.set(source, [...(users.get(source) ?? []), entry.id]);
    }
  }
  const grounded = new Set<number>();
  let ready = entries.map(({ id }) => id).filter(id => waiting.get(id) === 0);
  while (ready.length > 0) {
    const next: number[] = [];
    for (const id of ready) {
      grounded.add(id);
      for (const user of users.get(id) ?? []) {
        const left = (waiting.get(user) ?? 0) - 1;
        waiting.set(user, left);
        if (left === 0) {
          next.push(user);
        }
      }
    }
    ready = next;
  }
  return grounded;
}

/** The entries, with origins that lead to no entry, or back to their own, cut and left open. */
export function grounded(entries: readonly Filed[]): Filed[] {
  const known = groundedIn(entries);
  const cut = (origin: Origin): Origin => {
    const { usages, stars = [], cases } = origin;
    return sourcesOf(origin).every(id => known.has(id))
      ? origin
      : {
          usages: usages.filter(id => known.has(id)),
          open: true,
          ...(stars.length ? { stars: stars.filter(id => known.has(id)) } : {}),
          ...(cases
            ? { cases: cases.map(each => ({ ...cut(each), when: each.when })) }
            : {})
        };
  };
  return known.size === entries.length
    ? [...entries]
    : entries.map(entry => ({
        ...entry,
        draft: withOrigins(entry.draft, cut)
      }));
}
