/** What a notebook kept when it was opened, and nothing that came later. */

import { NotebookModel } from '@jupyterlab/notebook';

import { NotebookCells } from '../../../src/notebook/cells';
import { SavedOutputs } from '../../../src/notebook/saved';
import './notebooks';

const stream = (text: string) => ({
  output_type: 'stream' as const,
  name: 'stdout' as const,
  text
});

function opened(source = 'import tensorflow as tf\ntf.__version__') {
  const model = new NotebookModel();
  model.fromJSON({
    metadata: { language_info: { name: 'python', version: '3.7.10' } },
    nbformat: 4,
    nbformat_minor: 5,
    cells: [
      { cell_type: 'markdown', source: '# 2.4.1', metadata: {}, id: 'text' },
      {
        cell_type: 'code',
        source,
        metadata: {},
        id: 'version',
        execution_count: 3,
        outputs: [
          stream('2.4'),
          {
            output_type: 'execute_result',
            execution_count: 3,
            metadata: {},
            data: { 'image/png': 'abc', 'text/plain': "'2.4.1'" }
          }
        ]
      }
    ]
  });
  const cells = new NotebookCells(model);
  const saved = new SavedOutputs(model);
  const shared = model.sharedModel;
  return {
    shared,
    now: (python = '3.11.7') => saved.among(cells.read(), python)
  };
}

const KEPT = {
  cell: 1,
  source: 'import tensorflow as tf\ntf.__version__',
  text: "2.4\n'2.4.1'"
};

it('reads outputs as text, and the Python', () => {
  expect(opened().now()).toEqual({ language: '3.7.10', outputs: [KEPT] });
});

it('keeps them while cells run, change and move', () => {
  const { shared, now } = opened();
  const [, cell] = shared.cells;
  cell.setSource('tf');
  if ('setOutputs' in cell) {
    cell.setOutputs([stream('2.15.1')]);
  }
  shared.insertCell(0, { cell_type: 'code', source: '' });
  expect(now().outputs).toEqual([{ ...KEPT, cell: 2 }]);
});

it('forgets what a deleted cell gave', () => {
  const { shared, now } = opened();
  shared.deleteCell(1);
  expect(now().outputs).toEqual([]);
});

it('the Python of this kernel tells nothing', () => {
  expect(opened().now('3.7.10').language).toBeNull();
});

it('reads no outputs of a notebook that names neither TensorFlow nor Keras', () => {
  expect(opened('1').now().outputs).toEqual([]);
});
