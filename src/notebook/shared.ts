/** Types of the shared models, and edits that are undone in one step. */

import type { INotebookModel } from '@jupyterlab/notebook';

export type SharedNotebook = INotebookModel['sharedModel'];
export type SharedCell = SharedNotebook['cells'][number];
interface UndoManager {
  stopCapturing(): void;
}

/**
 * Runs an edit as one undo step of its own. Undo managers join what happens
 * within half a second, so without this an undo would also take back what the
 * person typed just before.
 */
export function asOneStep(
  document: Pick<SharedCell, 'transact'>,
  edit: () => void
): void {
  const undo = undoManager(document);
  undo?.stopCapturing();
  document.transact(edit);
  undo?.stopCapturing();
}

/** The interfaces of the shared models leave the undo manager out; the models have it. */
function undoManager(document: object): UndoManager | null {
  const undo = 'undoManager' in document ? document.undoManager : null;
  return isUndoManager(undo) ? undo : null;
}

function isUndoManager(value: unknown): value is UndoManager {
  return (
    typeof value === 'object' &&
    value !== null &&
    'stopCapturing' in value &&
    typeof value.stopCapturing === 'function'
  );
}
