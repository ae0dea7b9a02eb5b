/** What rewriting lines clears in a kernel: in this one as it is, or after an install. */

import { replacementsOf } from './edits';
import {
  failing,
  ownersOf,
  stamp,
  toldOfMissing,
  type Judged
} from './findings';
import { rewrittenUsages } from './rewritten';
import type { Verdict } from './resolver/verdict';
import type { Context } from './rules/rule';
import { Siblings } from './siblings';
import { Calls } from './source/callers';
import type { CellFix, Rewriting } from './offers';
import type { Usage } from './source/usage';
import type { Cell, Fix } from './types';

export interface RewritingInput {
  readonly judged: Judged;
  readonly context: Context;
  readonly silenced: ReadonlySet<number>;
  /** The verdicts on other usages in the same place. */
  readonly judge: (usages: readonly Usage[]) => readonly Verdict[];
}

/**
 * Rewrites of the lines that fail, and how many usages fail less after them:
 * what waited for a name may fail by itself once that is there.
 */
export function rewritingOf(input: RewritingInput): Rewriting {
  const { judged, silenced, judge } = input;
  const fixes = fixesFor(input);
  if (fixes.length === 0) {
    return { clears: 0, fixes };
  }
  const usages = rewrittenUsages(judged.usages, judged.cells, fixes);
  const after = { ...judged, usages, verdicts: judge(usages) };
  const clears =
    failing(judged, silenced).length - failing(after, silenced).length;
  return clears > 0 ? { clears, fixes } : { clears: 0, fixes: [] };
}

function fixesFor({
  judged,
  context,
  silenced
}: RewritingInput): readonly CellFix[] {
  const owners = ownersOf(judged);
  const calls = new Calls(judged.usages);
  const siblings = new Siblings(judged.usages);
  const told = new Map<number, CellFix | null>();
  const fixOf = (id: number): CellFix | null => {
    const usage = judged.usages[id];
    const verdict = judged.verdicts[id];
    const cell = judged.cells.find(each => each.index === usage?.place.cell);
    if (
      usage === undefined ||
      cell === undefined ||
      verdict?.status !== 'missing'
    ) {
      return null;
    }
    const fixes =
      toldOfMissing(usage, verdict, { siblings, calls, context })?.draft
        .fixes ?? [];
    const best = preferred(fixes);
    return best === undefined ? null : placed(stamp(best, cell.source), cell);
  };
  for (const id of failing(judged, silenced)) {
    const owner = owners.get(id) ?? id;
    if (!told.has(owner)) {
      told.set(owner, fixOf(owner));
    }
  }
  return [...told.values()].filter(each => each !== null);
}

/** The one that is made where several would do: the first that is safe. None that leaves the line failing. */
function preferred<One extends Pick<Fix, 'safe' | 'partial'>>(
  fixes: readonly One[]
): One | undefined {
  const whole = fixes.filter(({ partial }) => partial !== true);
  return whole.find(({ safe }) => safe) ?? whole[0];
}

function placed(fix: Fix, { index, id, source }: Cell): CellFix {
  const [first] = replacementsOf(source, [fix]);
  const replaces =
    first === undefined ? '' : source.slice(first.from, first.to);
  return { cell: index, cellId: id, replaces, fix };
}
