/** Silences a finding by a comment in its cell. */

import { ignoringFix } from '../engine/ignoring';
import type { Finding } from '../engine/types';
import type { EditOutcome } from '../tokens';
import type { NotebookDiagnosis } from './diagnosis';
import { rewriteCells } from './rewrite';

/** One undo step; `gone` also where the cell has no place for a comment that silences it. */
export function ignoreFinding(
  diagnosis: Pick<NotebookDiagnosis, 'cells' | 'inCell' | 'editable'>,
  finding: Finding
): EditOutcome {
  const { cellId } = finding;
  const judged = cellId === null ? null : diagnosis.inCell(cellId);
  if (!judged) {
    return 'gone';
  }
  const fix = ignoringFix(judged.source, finding);
  return fix ? rewriteCells(diagnosis, [{ cellId, fix }]) : 'gone';
}
