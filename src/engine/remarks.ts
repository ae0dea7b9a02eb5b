/** What rules say about usages that work, and about the notebook as a whole. */

import type { Judged } from './judged';
import { RULES } from './rules';
import type { Context, Notebook, Reading, Remark, Working } from './rules/rule';
import { rangeOf } from './source/lines';
import { segmentsOf } from './source/segments';
import type { Suppressions } from './suppression';
import { stamp } from './told';
import type { Cell, Finding, Severity } from './types';

export function remarksOf(
  judged: Judged,
  suppressions: Suppressions
): readonly Finding[] {
  const notebook: Notebook = {
    working: workingIn(judged),
    named: suppressions.named,
    rules: RULES.map(rule => rule.id)
  };
  return RULES.flatMap(rule =>
    rule.about === 'notebook'
      ? rule
          .check(notebook, judged.context)
          .flatMap(remark => placed({ ...rule, ...remark }, judged.cells))
      : []
  );
}

function workingIn(judged: Judged): readonly Working[] {
  return judged.usages.flatMap(usage => {
    const verdict = judged.verdicts[usage.id];
    return verdict?.status !== 'found' ||
      usage.kind === 'call' ||
      usage.kind === 'keyword'
      ? []
      : [
          {
            usage,
            symbol: verdict.symbol,
            segments: segmentsOf(usage),
            siblings: judged.siblingsOf(usage)
          }
        ];
  });
}

/** What rules say of places that are no failing usage. */
export function notesOf(
  cells: readonly Cell[],
  reading: Reading,
  context: Context
): readonly Finding[] {
  return RULES.flatMap(rule =>
    rule.about === 'surroundings'
      ? (rule.notes?.(reading, context) ?? []).flatMap(note =>
          placed({ id: rule.id, fixes: [], ...note }, cells)
        )
      : []
  );
}

/** As a finding of the rule `id`; none where the cell is gone. */
function placed(
  remark: Remark & { readonly id: string; readonly severity: Severity },
  cells: readonly Cell[]
): readonly Finding[] {
  const cell = cells.find(each => each.index === remark.cell);
  return cell === undefined
    ? []
    : [
        {
          rule: remark.id,
          severity: remark.severity,
          cell: cell.index,
          cellId: cell.id,
          statementLine: rangeOf(cell.source, remark.statement).line,
          ...rangeOf(cell.source, remark.span),
          symbol: remark.symbol,
          keyword: null,
          message: remark.message,
          guarded: false,
          blocks: 0,
          fixes: remark.fixes.map(fix => stamp(fix, cell.source))
        }
      ];
}
