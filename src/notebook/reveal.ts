/** Brings a place of a notebook in front of the person. */

import { NotebookActions, type NotebookPanel } from '@jupyterlab/notebook';

import type { Range } from '../engine/types';

/**
 * Selects a cell and scrolls to it; with a range, selects that range in its
 * editor and moves the focus there. Call it only because the person asked.
 * Works in every windowing mode: a cell outside the viewport gets its editor
 * after scrolling. False where the notebook has no such cell.
 */
export async function reveal(
  panel: NotebookPanel,
  cellId: string,
  range: Range | null
): Promise<boolean> {
  const notebook = panel.content;
  const cell = notebook.widgets.find(({ model }) => model.id === cellId);
  if (!cell) {
    return false;
  }
  NotebookActions.expandParent(cell, notebook);
  notebook.deselectAll();
  notebook.activeCellIndex = notebook.widgets.indexOf(cell);
  notebook.mode = 'command';
  try {
    await notebook.scrollToItem(notebook.activeCellIndex, 'smart');
  } catch {
    // Another scroll took over; the cell is selected all the same.
  }
  if (!range) {
    notebook.node.focus({ preventScroll: true });
    return true;
  }
  await cell.ready;
  const editor = cell.editor;
  if (cell.isDisposed || !editor) {
    return false;
  }
  notebook.mode = 'edit';
  editor.focus();
  editor.setSelection({
    start: { line: range.line - 1, column: range.column - 1 },
    end: { line: range.endLine - 1, column: range.endColumn - 1 }
  });
  editor.revealSelection({
    start: { line: range.line - 1, column: range.column - 1 },
    end: { line: range.endLine - 1, column: range.endColumn - 1 }
  });
  return true;
}
