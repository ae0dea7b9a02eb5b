/** Changes of a notebook that its report offers. */

import type { Report } from '../engine/types';
import type { EditOutcome } from '../tokens';
import type { NotebookDiagnosis } from './diagnosis';
import { writeRepairCell } from './repair';
import { rewriteCells, type Placed } from './rewrite';

export interface Edited {
  readonly outcome: EditOutcome;
  /** The first cell that it changed. */
  readonly cellId: string | null;
}

const GONE: Edited = { outcome: 'gone', cellId: null };

function reportOf(diagnosis: NotebookDiagnosis | null): Report | null {
  return diagnosis?.state.kind === 'judged' ? diagnosis.state.report : null;
}

/** Writes the repair cell with what the report offers. */
export function insertOffered(
  diagnosis: NotebookDiagnosis | null,
  sourceOf: (report: Report) => string | null | undefined
): Edited {
  const report = reportOf(diagnosis);
  const source = report && sourceOf(report);
  if (!diagnosis || source == null) {
    return GONE;
  }
  return diagnosis.editable
    ? {
        outcome: 'done',
        cellId: writeRepairCell(
          diagnosis.context.model.sharedModel,
          diagnosis.cells.read(),
          source
        )
      }
    : { outcome: 'read-only', cellId: null };
}

/** Rewrites the cells as the report offers. */
export function rewriteOffered(
  diagnosis: NotebookDiagnosis | null,
  fixesIn: (report: Report) => readonly Placed[]
): Edited {
  const report = reportOf(diagnosis);
  const fixes = report ? fixesIn(report) : [];
  return diagnosis
    ? {
        outcome: rewriteCells(diagnosis, fixes),
        cellId: fixes[0]?.cellId ?? null
      }
    : GONE;
}
