/** What rules say about usages that work, and about the notebook as a whole. */

import { sameStatement, segmentsOf, stamp, type Judged } from './findings';
import { RULES } from './rules';
import type { Context, Notebook, Reading, Working } from './rules/rule';
import { rangeOf } from './source/lines';
import type { Suppressions } from './suppression';
import type { Cell, Finding } from './types';

export function remarksOf(
  judged: Judged,
  context: Context,
  suppressions: Suppressions
): readonly Finding[] {
  const notebook: Notebook = {
    working: workingIn(judged),
    named: suppressions.named,
    rules: RULES.map(rule => rule.id)
  };
  return RULES.flatMap(rule =>
    rule.about === 'notebook'
      ? rule.check(notebook, context).flatMap(remark => {
          const cell = judged.cells.find(each => each.index === remark.cell);
          return cell === undefined
            ? []
            : [
                {
                  rule: rule.id,
                  severity: rule.severity,
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
        })
      : []
  );
}

function workingIn({ usages, verdicts }: Judged): readonly Working[] {
  return usages.flatMap(usage => {
    const verdict = verdicts[usage.id];
    return verdict?.status !== 'found' ||
      usage.kind === 'call' ||
      usage.kind === 'keyword'
      ? []
      : [
          {
            usage,
            symbol: verdict.symbol,
            segments: segmentsOf(usage),
            siblings: usages.filter(other => sameStatement(other, usage)).length
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
  return RULES.flatMap(rule => {
    const notes =
      rule.about === 'surroundings'
        ? (rule.notes?.(reading, context) ?? [])
        : [];
    return notes.flatMap((note): readonly Finding[] => {
      const cell = cells.find(each => each.index === note.cell);
      return cell === undefined
        ? []
        : [
            {
              rule: rule.id,
              severity: note.severity,
              cell: cell.index,
              cellId: cell.id,
              statementLine: rangeOf(cell.source, note.statement).line,
              ...rangeOf(cell.source, note.span),
              symbol: note.symbol,
              keyword: null,
              message: note.message,
              guarded: false,
              blocks: 0,
              fixes: []
            }
          ];
    });
  });
}
