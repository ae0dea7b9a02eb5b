/** Where the person is in the current notebook. */

import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { Cell } from '@jupyterlab/cells';
import type { INotebookTracker } from '@jupyterlab/notebook';

import type { Place } from '../tokens';

export interface Cursor {
  /**
   * The active cell, and what is selected in it: an empty range at the cursor,
   * null where the cell has no editor. Null without a notebook.
   */
  active(): Place | null;
  /** The same of the cell in which the context menu was opened. */
  pointed(): Place | null;
  /** Key of the finding of the panel on which the context menu was opened. */
  pointedFinding(): string | null;
}

export function notebookCursor(
  notebooks: INotebookTracker,
  contextMenuHitTest: JupyterFrontEnd['contextMenuHitTest']
): Cursor {
  return {
    active: () => placeOf(notebooks.activeCell),
    pointed: () => {
      const node = contextMenuHitTest(each =>
        each.classList.contains('jp-CodeCell')
      );
      const cells = notebooks.currentWidget?.content.widgets ?? [];
      return placeOf(cells.find(cell => cell.node === node) ?? null);
    },
    pointedFinding: () =>
      contextMenuHitTest(each => each.dataset.finding !== undefined)?.dataset
        .finding ?? null
  };
}

/** Editors count lines and columns from 0. */
function placeOf(cell: Cell | null): Place | null {
  if (!cell) {
    return null;
  }
  const selection = cell.editor?.getSelection();
  return {
    cellId: cell.model.id,
    range: selection
      ? {
          line: selection.start.line + 1,
          column: selection.start.column + 1,
          endLine: selection.end.line + 1,
          endColumn: selection.end.column + 1
        }
      : null
  };
}
