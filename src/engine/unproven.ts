/** Usages of which nothing shows that they run: they could not be judged, or what they come from fails. */

import type { Verdict } from './resolver/verdict';
import type { Usage } from './source/usage';

/** Ids of them; those that are known to fail are left out. */
export function unprovenOf(
  usages: readonly Usage[],
  verdicts: readonly Verdict[]
): ReadonlySet<number> {
  const failing = new Set<number>();
  const unproven = new Set<number>();
  const isLost = (id: number): boolean => failing.has(id) || unproven.has(id);
  // What a name comes from stands before it, as far as it matters here.
  for (const usage of usages) {
    const { id } = usage;
    const status = verdicts[id]?.status;
    const sources = 'origin' in usage ? usage.origin.usages : [];
    if (status === 'missing' || status === 'blocked') {
      failing.add(id);
    } else if (
      status === 'unknown' ||
      (status === 'unjudged' && sources.length > 0 && sources.every(isLost))
    ) {
      unproven.add(id);
    }
  }
  return unproven;
}
