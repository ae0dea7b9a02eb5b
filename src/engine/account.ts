/** What fails of a notebook in one environment, in a few words. */

import type { Judged } from './judged';
import type { Usage } from './source/usage';
import type { Verdict } from './resolver/verdict';

export interface Account {
  /** What fails as the notebook reaches it, each once, in its order; no more than `MOST`. */
  readonly symbols: readonly string[];
  /** Usages that could not be judged. */
  readonly unknown: number;
}

/** Nobody reads a longer list. */
const MOST = 20;

/** Of the usages that fail there; what is silenced is not unknown either. */
export function accountOf(
  judged: Judged,
  failing: readonly number[],
  silenced: ReadonlySet<number>
): Account {
  const symbols = new Set<string>();
  for (const id of failing) {
    const symbol = symbolOf(id, judged);
    if (symbol !== null) {
      symbols.add(symbol);
    }
    if (symbols.size === MOST) {
      break;
    }
  }
  const unknown = judged.usages.filter(
    ({ id }) => judged.verdicts[id]?.status === 'unknown' && !silenced.has(id)
  );
  return { symbols: [...symbols], unknown: unknown.length };
}

/** What waits for another usage fails by that one's symbol. */
function symbolOf(
  id: number,
  { usages, verdicts }: Pick<Judged, 'usages' | 'verdicts'>
): string | null {
  let at = id;
  let verdict: Verdict | undefined = verdicts[at];
  while (verdict?.status === 'blocked') {
    at = verdict.by;
    verdict = verdicts[at];
  }
  const usage: Usage | undefined = usages[at];
  return verdict?.status !== 'missing'
    ? null
    : usage?.kind === 'keyword'
      ? `${verdict.symbol}(${usage.keyword.name}=)`
      : verdict.symbol;
}
