/** Verdicts → findings: who owns a failure, what it blocks, how grave it is. */

import type { Judged } from './judged';
import { rangeOf } from './source/lines';
import { stamp } from './told';
import type { Finding } from './types';

export function findingsOf(judged: Judged): readonly Finding[] {
  const { owners } = judged;
  const blocks = new Map<number, number>();
  for (const owner of owners.values()) {
    blocks.set(owner, (blocks.get(owner) ?? -1) + 1);
  }
  const findings: Finding[] = [];
  for (const usage of judged.usages) {
    const owner = owners.get(usage.id);
    const told =
      owner === undefined || owner === usage.id
        ? judged.toldOf(usage.id)
        : null;
    const cell = judged.cellOf(usage);
    if (told === null || cell === undefined) {
      continue;
    }
    findings.push({
      rule: told.rule.id,
      severity: told.guarded ? 'info' : told.rule.severity,
      cell: cell.index,
      cellId: cell.id,
      statementLine: rangeOf(cell.source, usage.place.statement).line,
      ...rangeOf(cell.source, told.segment.span),
      symbol: told.symbol,
      keyword: usage.kind === 'keyword' ? usage.keyword.name : null,
      message: told.draft.message,
      guarded: told.guarded,
      blocks: blocks.get(usage.id) ?? 0,
      fixes: told.draft.fixes.map(fix => stamp(fix, cell.source))
    });
  }
  return findings.sort(byPlace);
}

export function byPlace(a: Finding, b: Finding): number {
  return a.cell - b.cell || a.line - b.line || a.column - b.column;
}
