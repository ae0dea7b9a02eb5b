/** Several fixes at once: cells that may not be changed are left out, unless there are no others. */

import type { Fix } from '../../../src/engine/types';
import { NotebookCells } from '../../../src/notebook/cells';
import { rewriteChosen } from '../../../src/notebook/rewrite';
import { finding } from '../panel/shown';
import { notebook, sources, type CellText } from './notebooks';

const LOCKED: CellText = { source: 'tf.b', metadata: { editable: false } };

const WRITE: Fix = {
  title: 'Write `x`',
  safe: true,
  edits: [{ line: 1, column: 1, endLine: 1, endColumn: 3, text: 'x' }]
};

function rewriting(cells: readonly (string | CellText)[], editable = true) {
  const model = notebook(...cells);
  const judged = sources(model);
  const followed = new NotebookCells(model);
  const ids = model.sharedModel.cells.map(cell => cell.getId());
  const rewrite = (indices: readonly number[], fix = 0) =>
    rewriteChosen(
      {
        cells: followed,
        editable,
        inCell: id => ({ source: judged[ids.indexOf(id)], findings: [] })
      },
      indices.map(index => ({
        finding: finding({ cellId: ids[index] ?? 'gone', fixes: [WRITE] }),
        fix
      }))
    );
  return { model, rewrite };
}

it.each<
  [string, readonly (string | CellText)[], boolean, string, readonly string[]]
>([
  ['all cells', ['tf.a', 'tf.b'], true, 'done', ['x.a', 'x.b']],
  ['the others', ['tf.a', LOCKED], true, 'done', ['x.a', 'tf.b']],
  [
    'none of a locked one',
    [LOCKED, LOCKED],
    true,
    'read-only',
    ['tf.b', 'tf.b']
  ],
  [
    'none that is read-only',
    ['tf.a', 'tf.b'],
    false,
    'read-only',
    ['tf.a', 'tf.b']
  ]
])('changes %s', (_, cells, editable, outcome, expected) => {
  const { model, rewrite } = rewriting(cells, editable);
  expect(rewrite([0, 1])).toBe(outcome);
  expect(sources(model)).toEqual(expected);
});

it('is one step to undo in each cell, for several fixes of one', () => {
  const { model, rewrite } = rewriting(['tf.a', 'tf.b']);
  expect(rewrite([0, 0, 1])).toBe('done');
  model.sharedModel.cells[0].undo();
  expect(sources(model)).toEqual(['tf.a', 'x.b']);
});

it.each([
  ['cells that are gone', [7], 0],
  ['fixes that are not there', [0], 1],
  ['nothing', [], 0]
])('does nothing with %s', (_, indices, fix) => {
  const { model, rewrite } = rewriting(['tf.a']);
  expect(rewrite(indices, fix)).toBe('gone');
  expect(sources(model)).toEqual(['tf.a']);
});
