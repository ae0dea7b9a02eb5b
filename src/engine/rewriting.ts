/** What rewriting lines clears in a kernel: in this one as it is, or after an install. */

import { replacementsOf } from './edits';
import type { Judged } from './judged';
import type { CellFix, Rewriting } from './offers';
import type { Verdict } from './resolver/verdict';
import { rewrittenUsages } from './rewritten';
import type { Usage } from './source/usage';
import { stamp } from './told';
import type { Cell, Fix } from './types';

export interface RewritingInput {
  readonly judged: Judged;
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
  const failing = judged.failing(silenced);
  const fixes = fixesFor(judged, failing);
  if (fixes.length === 0) {
    return { clears: 0, fixes };
  }
  const usages = rewrittenUsages(judged.usages, judged.cells, fixes);
  const after = judged.with({ usages, verdicts: judge(usages) });
  const clears = failing.length - after.failing(silenced).length;
  return clears > 0 ? { clears, fixes } : { clears: 0, fixes: [] };
}

function fixesFor(
  judged: Judged,
  failing: readonly number[]
): readonly CellFix[] {
  const owners = new Set(failing.map(id => judged.owners.get(id) ?? id));
  return [...owners].flatMap(id => {
    const cell = judged.cellOf(judged.usages[id]);
    const best = preferred(judged.toldOf(id)?.draft.fixes ?? []);
    return best === undefined || cell === undefined
      ? []
      : [placed(stamp(best, cell.source), cell)];
  });
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
