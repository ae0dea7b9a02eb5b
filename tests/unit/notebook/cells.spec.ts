/** Cells are followed by id through edits, moves and undo. */

import { NotebookCells } from '../../../src/notebook/cells';
import { notebook } from './notebooks';

function followed(...texts: string[]) {
  const model = notebook(...texts);
  const cells = new NotebookCells(model);
  const changes: string[] = [];
  cells.changed.connect((_, change) => changes.push(change));
  return { model, shared: model.sharedModel, cells, changes };
}

describe('NotebookCells', () => {
  it('reads all kinds in order', () => {
    const model = notebook({ kind: 'markdown', source: '# a' }, 'b = 1', {
      kind: 'raw',
      source: 'c'
    });
    const kinds = new NotebookCells(model).read().map(cell => cell.kind);
    expect(kinds).toEqual(['markdown', 'code', 'raw']);
  });

  it('tells when a source changes, once for each transaction', () => {
    const { shared, changes } = followed('a', 'b');
    shared.cells[1].setSource('c');
    expect(changes).toEqual(['source']);
  });

  it('says nothing of outputs and metadata', () => {
    const { shared, changes } = followed('a');
    shared.cells[0].setMetadata('tags', ['x']);
    expect(changes).toEqual([]);
  });

  it('still follows a cell that was moved, and knows its new place', () => {
    const { shared, cells, changes } = followed('a', 'b', 'c');
    const id = shared.cells[0].getId();
    shared.moveCell(0, 2);
    changes.length = 0;
    cells.find(id)?.setSource('moved');
    expect(changes).toEqual(['source']);
    expect(cells.label(id)).toEqual({ position: 3, count: null });
  });

  it('leaves a deleted cell, and takes it back on undo', () => {
    const { shared, cells, changes } = followed('a', 'b');
    const id = shared.cells[1].getId();
    shared.deleteCell(1);
    expect(cells.label(id)).toBeNull();
    shared.undo();
    changes.length = 0;
    cells.find(id)?.setSource('again');
    expect(changes).toEqual(['source']);
  });

  it('is silent once disposed', () => {
    const { shared, cells, changes } = followed('a');
    cells.dispose();
    shared.cells[0].setSource('b');
    expect(changes).toEqual([]);
  });
});
