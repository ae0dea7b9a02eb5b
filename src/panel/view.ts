/** What the panel shows of a report, worked out without React. */

import type { EnvironmentSummary } from '../engine/summary';
import type { CellFix } from '../engine/offers';
import type { Finding, Report } from '../engine/types';
import type { Diagnosis } from '../tokens';

/** Whether the notebook uses TensorFlow or Keras at all. */
export function usesAny(report: Report): boolean {
  const { checked, unknown, findings, contradictions = [] } = report;
  return checked + unknown + findings.length + contradictions.length > 0;
}

/** Whether the kernel has any of the packages. */
export function hasAny({ environment }: Report): boolean {
  return ['tensorflow', 'keras', 'tf_keras'].some(
    name => environment.installed[name] || environment.loaded[name]
  );
}

/** Whether the process still runs something that has been replaced. */
export function needsRestart({ environmentFindings }: Report): boolean {
  return environmentFindings.some(({ rule }) => rule === 'restart-needed');
}

/** `TensorFlow 2.15.1`: what uses were judged against; null where there is nothing. */
export function subject({ rows }: EnvironmentSummary): string | null {
  const row = rows.find(({ version }) => version !== null);
  return row ? `${row.label} ${row.version}` : null;
}

/** Failing uses that no proposed repair clears, with what is rewritten after it. */
export function leftOver({ remedies }: Report): number {
  return remedies.length === 0
    ? 0
    : Math.min(...remedies.map(({ leaves, rewrites }) => leaves - rewrites));
}

/** Whether rewriting with nothing installed is an offer of its own: where no install is one, and where it clears all. */
export function isRewritingShown({ remedies, rewriting }: Report): boolean {
  const [first] = remedies;
  return (
    rewriting !== null &&
    (first === undefined || rewriting.clears >= first.clears + first.leaves)
  );
}

/** How many lines the fixes change. */
export function linesOf(fixes: readonly CellFix[]): number {
  return new Set(
    fixes.flatMap(({ cell, fix }) =>
      fix.edits.map(({ line }) => `${cell}:${line}`)
    )
  ).size;
}

/** What a remedy's button does. */
export type RepairStep = 'insert' | 'update' | 'present';

export function repairStep(
  cell: string,
  repairCell: Diagnosis['repairCell']
): RepairStep {
  if (!repairCell) {
    return 'insert';
  }
  return repairCell.source === cell ? 'present' : 'update';
}

/** The text that is underlined for a finding; its symbol where the cell is not at hand. */
export function nameOf(finding: Finding, diagnosis: Diagnosis): string {
  const { cellId, line, column, endLine, endColumn, symbol } = finding;
  const lines =
    cellId === null ? undefined : diagnosis.inCell(cellId)?.source.split('\n');
  const text = lines?.[line - 1];
  return text === undefined || line !== endLine
    ? symbol
    : text.slice(column - 1, endColumn - 1) || symbol;
}
