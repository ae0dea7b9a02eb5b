/** Rewrites cells of a notebook, one or several at once. */

import type { CellFix } from '../engine/offers';
import type { Report } from '../engine/types';
import type { EditOutcome, FixChoice } from '../tokens';
import { applyFixes, type CellChange } from './apply';
import type { NotebookDiagnosis } from './diagnosis';

/** A fix by the cell that it belongs to. */
export type Placed = Pick<CellFix, 'cellId' | 'fix'>;

type Rewritten = Pick<NotebookDiagnosis, 'cells' | 'inCell' | 'editable'>;

/** All or none: nothing is changed unless each of the cells is there and may be. */
export function rewriteCells(
  diagnosis: Rewritten,
  fixes: readonly Placed[]
): EditOutcome {
  const changes: CellChange[] = [];
  for (const cellId of new Set(fixes.map(each => each.cellId))) {
    const cell = cellId === null ? null : diagnosis.cells.find(cellId);
    const judged = cellId === null ? null : diagnosis.inCell(cellId);
    if (!cell || !judged) {
      return 'gone';
    }
    if (!isEditable(diagnosis, cellId)) {
      return 'read-only';
    }
    const own = fixes.filter(each => each.cellId === cellId);
    changes.push({
      cell,
      judgedSource: judged.source,
      fixes: own.map(({ fix }) => fix)
    });
  }
  return changes.length > 0 ? applyFixes(changes) : 'gone';
}

/** The chosen fixes, without those of cells that may not be changed, unless there are no others. */
export function rewriteChosen(
  diagnosis: Rewritten,
  choices: readonly FixChoice[]
): EditOutcome {
  const placed = choices.flatMap(({ finding: { cellId, fixes }, fix }) =>
    fixes[fix] ? [{ cellId, fix: fixes[fix] }] : []
  );
  const allowed = placed.filter(({ cellId }) => isEditable(diagnosis, cellId));
  return rewriteCells(diagnosis, allowed.length > 0 ? allowed : placed);
}

export function isEditable(
  diagnosis: Rewritten,
  cellId: string | null
): boolean {
  const cell = cellId === null ? null : diagnosis.cells.find(cellId);
  return (
    diagnosis.editable &&
    cell !== null &&
    cell.getMetadata('editable') !== false
  );
}

/** The changes of the notebook's own installs that go with a remedy. */
export function pinFixes(report: Report, remedy: number): readonly Placed[] {
  const pins = report.remedies[remedy]?.pins ?? [];
  return pins.map(({ cellId, title, edits }) => ({
    cellId,
    fix: { title, safe: true, edits }
  }));
}

/** The rewrites that go with a remedy; where that is null, those that need no install. */
export function lineFixes(
  report: Report,
  remedy: number | null
): readonly Placed[] {
  const offer = remedy === null ? report.rewriting : report.remedies[remedy];
  return offer?.fixes ?? [];
}
