/** What a rewrite promises it keeps: the lines are changed, read again, and so many uses fail less. */

import { join } from 'node:path';
import { check } from '../../../src/engine/check';
import { replaced, replacementsOf } from '../../../src/engine/edits';
import type { Rewriting } from '../../../src/engine/offers';
import type { Cell, Environment, Report } from '../../../src/engine/types';
import { readNotebook } from '../../../src/cli/notebook';
import { shippedAtlas } from '../atlas';
import { cellsOf } from '../rules/cases';
import { CASES } from './cases';
import { whole } from './whole';

function look(cells: readonly Cell[], environment: Environment): Report {
  const atlas = shippedAtlas();
  return check({ notebook: '', cells, environment, atlas, remedies: false });
}

/** Uses that fail and are not caught. */
function failing({ findings }: Report): number {
  return findings
    .filter(({ severity, guarded }) => severity === 'error' && !guarded)
    .reduce((sum, { blocks }) => sum + 1 + blocks, 0);
}

function rewritten(
  cells: readonly Cell[],
  { fixes }: Rewriting
): readonly Cell[] {
  return cells.map(cell => {
    const own = fixes.filter(({ cell: index }) => index === cell.index);
    const edits = replacementsOf(
      cell.source,
      own.map(({ fix }) => fix)
    );
    return { ...cell, source: replaced(cell.source, edits) };
  });
}

function promised(cells: readonly Cell[], environment: Environment): void {
  const report = look(cells, environment);
  const { rewriting } = report;
  if (rewriting !== null) {
    const after = look(rewritten(cells, rewriting), environment);
    expect(failing(after)).toBe(failing(report) - rewriting.clears);
  }
}

const cases = Object.entries(CASES).flatMap(([notebook, ids]) =>
  ids.map(id => [notebook, id] as const)
);

test.each(cases)('%s in %s', async (notebook, id) => {
  const path = join(__dirname, `../../golden/notebooks/${notebook}.ipynb`);
  const { cells } = await readNotebook(path);
  promised(cells, whole(id));
});

test.each([
  ['tf2.4', 'from keras.utils import to_categorical, np_utils'],
  ['tf2.4', 'from keras.utils import np_utils, to_categorical'],
  [
    'tf2.4',
    'import tensorflow as tf\nfrom tf.keras.layers import Dense, RandomFlip'
  ],
  [
    'tf2.4',
    'import tensorflow as tf\nfrom tf.keras.layers import Nowhere\nNowhere()'
  ],
  [
    'tf2.4',
    'import tensorflow as tf\nfrom tf.keras.layers import Dense, Flatten\nDense(1)'
  ]
])('in %s: %s', (id, source) => {
  promised(cellsOf(source), whole(id));
});

test('a line that fails by another name afterwards has a fix, which no rewrite of all counts', () => {
  const { findings, rewriting } = look(
    cellsOf('from keras.utils import to_categorical, np_utils'),
    whole('tf2.4')
  );
  expect(findings[0].fixes).toMatchObject([{ safe: false, partial: true }]);
  expect(rewriting).toBeNull();
});
