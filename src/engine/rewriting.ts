/** What rewriting lines clears: in a kernel after an install, and in this one as it is. */

import { replacementsOf } from './edits';
import {
  failing,
  ownersOf,
  stamp,
  toldOfMissing,
  type Judged
} from './findings';
import type { Context } from './rules/rule';
import { Siblings } from './siblings';
import { Calls } from './source/callers';
import type { CellFix, Rewriting } from './offers';
import type { Cell, Finding, Fix } from './types';

/** The failing usages that a rewrite of their own line would clear, and those rewrites. */
export function rewritable(
  judged: Judged,
  context: Context,
  silenced: ReadonlySet<number>
): Rewriting {
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
  const cleared = failing(judged, silenced).filter(id => {
    const owner = owners.get(id) ?? id;
    const known = told.get(owner) ?? (told.has(owner) ? null : fixOf(owner));
    told.set(owner, known);
    return known !== null;
  });
  return {
    clears: cleared.length,
    fixes: [...told.values()].filter(each => each !== null)
  };
}

/** What the findings' own fixes do where nothing is installed. */
export function rewritingOf(
  findings: readonly Finding[],
  cells: readonly Cell[]
): Rewriting | null {
  const fixed = findings.flatMap(finding => {
    const { fixes, severity, guarded, blocks } = finding;
    const cell = cells.find(({ index }) => index === finding.cell);
    const fix = preferred(fixes);
    return severity === 'error' &&
      !guarded &&
      cell !== undefined &&
      fix !== undefined
      ? [{ made: placed(fix, cell), clears: 1 + blocks }]
      : [];
  });
  return fixed.length === 0
    ? null
    : {
        clears: fixed.reduce((sum, { clears }) => sum + clears, 0),
        fixes: fixed.map(({ made }) => made)
      };
}

/** The one that is made where several would do: the first that is safe. */
function preferred<One extends Pick<Fix, 'safe'>>(
  fixes: readonly One[]
): One | undefined {
  return fixes.find(({ safe }) => safe) ?? fixes[0];
}

function placed(fix: Fix, { index, id, source }: Cell): CellFix {
  const [first] = replacementsOf(source, [fix]);
  const replaces =
    first === undefined ? '' : source.slice(first.from, first.to);
  return { cell: index, cellId: id, replaces, fix };
}
