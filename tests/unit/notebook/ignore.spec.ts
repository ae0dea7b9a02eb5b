/** Ignoring a finding is one undo step in its cell, and nothing where that cannot be. */

import { NotebookCells } from '../../../src/notebook/cells';
import { ignoreFinding } from '../../../src/notebook/ignore';
import { finding } from '../panel/shown';
import { notebook, sources } from './notebooks';

interface Options {
  readonly source?: string;
  readonly judged?: string;
  readonly editable?: boolean;
  readonly locked?: boolean;
}

function ignored(options: Options) {
  const { source = 'tf.a\ntf.b', editable = true, locked = false } = options;
  const { judged = source } = options;
  const model = notebook(
    locked ? { source, metadata: { editable: false } } : source
  );
  const [cell] = model.sharedModel.cells;
  const outcome = ignoreFinding(
    {
      cells: new NotebookCells(model),
      inCell: () => ({ source: judged, findings: [] }),
      editable
    },
    finding({ cellId: cell.getId(), line: 2, statementLine: 2 })
  );
  return { outcome, model, text: sources(model)[0] };
}

it('is undone in one step', () => {
  const { outcome, model, text } = ignored({});
  expect([outcome, text]).toEqual([
    'done',
    'tf.a\ntf.b  # keras-doctor: ignore[missing-symbol]'
  ]);
  model.sharedModel.cells[0].undo();
  expect(sources(model)).toEqual(['tf.a\ntf.b']);
});

const refused: [string, Options][] = [
  ['changed', { judged: 'tf.a\ntf.c' }],
  ['read-only', { editable: false }],
  ['read-only', { locked: true }],
  ['gone', { source: '%%bash\nls' }]
];

it.each(refused)('%s: %j', (expected, options) => {
  const { outcome, text } = ignored(options);
  expect([outcome, text]).toEqual([expected, options.source ?? 'tf.a\ntf.b']);
});
