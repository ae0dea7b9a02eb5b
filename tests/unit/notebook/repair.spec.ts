/** The repair cell: its place, and one undo step for each way of writing it. */

import type { NotebookModel } from '@jupyterlab/notebook';

import { NotebookCells } from '../../../src/notebook/cells';
import {
  REPAIR_KEY,
  repairIndex
} from '../../../src/engine/remedies/placement';
import { findRepairCell, writeRepairCell } from '../../../src/notebook/repair';
import { notebook, sources, type CellText } from './notebooks';

const PIP = '%pip install --upgrade "tensorflow-cpu==2.6.5"';
const NEWER = '%pip install --upgrade "tensorflow-cpu==2.13.1"';

function write(model: NotebookModel, source: string): string {
  const cells = new NotebookCells(model).read();
  return writeRepairCell(model.sharedModel, cells, source);
}

describe('repairIndex', () => {
  const places: [string, (string | CellText)[], number][] = [
    ['above the first import', ['x = 1', 'import tensorflow as tf'], 1],
    [
      'after the notebook’s own installs',
      ['!pip install pandas', 'x = 1', 'from keras import layers'],
      1
    ],
    [
      'not after installs below the import',
      ['import keras', '%pip install keras'],
      0
    ],
    [
      'imports in Markdown are words',
      [{ kind: 'markdown', source: 'import tensorflow' }, 'import tensorflow'],
      1
    ],
    [
      'above a first cell that imports, whatever it sets',
      ['%env TF_CPP_MIN_LOG_LEVEL=3\nimport os\nimport tensorflow as tf'],
      0
    ],
    [
      'below cells that only set variables',
      [
        '%env TF_USE_LEGACY_KERAS=0',
        "import os\nos.environ['KERAS_BACKEND'] = 'jax'",
        'import keras'
      ],
      2
    ],
    [
      'above a cell that installs and imports',
      ['!pip install tensorflow==2.4\nimport tensorflow'],
      0
    ],
    ['first, where nothing is imported', ['x = 1', 'y = 2'], 0],
    ['first, in an empty notebook', [], 0]
  ];

  it.each(places)('%s', (_, cells, index) => {
    expect(repairIndex(new NotebookCells(notebook(...cells)).read())).toBe(
      index
    );
  });
});

describe('writeRepairCell', () => {
  it('inserts a cell with the metadata key and runs nothing', () => {
    const model = notebook('x = 1', 'import tensorflow');
    const id = write(model, PIP);
    expect(sources(model)).toEqual(['x = 1', PIP, 'import tensorflow']);
    const cell = model.sharedModel.cells[1];
    expect(cell.getId()).toBe(id);
    expect(cell.getMetadata(REPAIR_KEY)).toBeDefined();
    expect(cell.toJSON()).toMatchObject({ execution_count: null, outputs: [] });
  });

  it('is one undo step, apart from what came just before', () => {
    const model = notebook('import tensorflow');
    model.sharedModel.insertCell(1, { cell_type: 'code', source: 'mine' });
    write(model, PIP);
    model.sharedModel.undo();
    expect(sources(model)).toEqual(['import tensorflow', 'mine']);
    model.sharedModel.redo();
    expect(sources(model)).toEqual([PIP, 'import tensorflow', 'mine']);
    expect(findRepairCell(model.sharedModel)?.getSource()).toBe(PIP);
  });

  it('updates the same cell in place, in one undo step of that cell', () => {
    const model = notebook('import tensorflow');
    const id = write(model, PIP);
    expect(write(model, NEWER)).toBe(id);
    expect(sources(model)).toEqual([NEWER, 'import tensorflow']);
    model.sharedModel.cells[0].undo();
    expect(sources(model)).toEqual([PIP, 'import tensorflow']);
  });

  it('knows the cell after it was moved', () => {
    const model = notebook('import tensorflow', 'x = 1');
    write(model, PIP);
    model.sharedModel.moveCell(0, 2);
    write(model, NEWER);
    expect(sources(model)).toEqual(['import tensorflow', 'x = 1', NEWER]);
  });

  it('changes nothing where the cell says it already', () => {
    const model = notebook('import tensorflow');
    write(model, PIP);
    const changed = jest.fn();
    model.sharedModel.changed.connect(changed);
    write(model, PIP);
    expect(changed).not.toHaveBeenCalled();
  });
});
