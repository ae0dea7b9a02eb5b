/** Real notebook models for the tests. */

import { NotebookModel } from '@jupyterlab/notebook';

// Shared models read a cell before it stands in its document; Yjs warns each time.
const NOISE = ['Invalid access', '[yjs#509]'];

beforeAll(() => {
  const { warn } = console;
  jest.spyOn(console, 'warn').mockImplementation((...words) => {
    if (!NOISE.some(noise => String(words[0]).includes(noise))) {
      warn(...words);
    }
  });
});

export interface CellText {
  readonly kind?: 'code' | 'markdown' | 'raw';
  readonly source: string;
  readonly metadata?: Record<string, boolean>;
}

/** A model with these cells and nothing to undo. A string is a code cell. */
export function notebook(
  ...cells: readonly (string | CellText)[]
): NotebookModel {
  const model = new NotebookModel();
  const shared = model.sharedModel;
  while (shared.cells.length > 0) {
    shared.deleteCell(0);
  }
  shared.insertCells(
    0,
    cells.map(cell =>
      typeof cell === 'string'
        ? { cell_type: 'code' as const, source: cell }
        : {
            cell_type: cell.kind ?? 'code',
            source: cell.source,
            metadata: cell.metadata
          }
    )
  );
  shared.clearUndoHistory();
  return model;
}

export function sources(model: NotebookModel): readonly string[] {
  return model.sharedModel.cells.map(cell => cell.getSource());
}
