/** Fixes are applied whole, to what was judged, in one undo step. */

import type { Edit, Fix } from '../../../src/engine/types';
import { applyFixes } from '../../../src/notebook/apply';
import type { SharedCell } from '../../../src/notebook/shared';
import type { EditOutcome } from '../../../src/tokens';
import { notebook, sources } from './notebooks';

const SOURCE = 'x = "😀"; from tf.keras import a\nfrom tf.keras import b';

function edit(
  line: number,
  column: number,
  endColumn: number,
  text: string
): Edit {
  return { line, column, endLine: line, endColumn, text };
}

function fix(...edits: Edit[]): Fix {
  return { title: 'Write it', safe: true, edits };
}

function applyFix(
  cell: SharedCell,
  fix: Fix,
  judgedSource: string
): EditOutcome {
  return applyFixes([{ cell, fixes: [fix], judgedSource }]);
}

describe('applyFixes', () => {
  it('changes several cells, each in an undo step of its own', () => {
    const model = notebook('tf.a', 'tf.b');
    const changes = model.sharedModel.cells.map(cell => ({
      cell,
      fixes: [fix(edit(1, 1, 3, 'x')), fix(edit(1, 4, 5, 'cd'))],
      judgedSource: cell.getSource()
    }));
    expect(applyFixes(changes)).toBe('done');
    expect(sources(model)).toEqual(['x.cd', 'x.cd']);
    model.sharedModel.cells[0].undo();
    expect(sources(model)).toEqual(['tf.a', 'x.cd']);
    model.sharedModel.cells[0].redo();
    expect(sources(model)).toEqual(['x.cd', 'x.cd']);
  });

  it('changes none of several cells where one was edited since', () => {
    const model = notebook('tf.a', 'tf.b');
    const changes = model.sharedModel.cells.map(cell => ({
      cell,
      fixes: [fix(edit(1, 1, 3, 'x'))],
      judgedSource: 'tf.a'
    }));
    expect(applyFixes(changes)).toBe('changed');
    expect(sources(model)).toEqual(['tf.a', 'tf.b']);
  });

  it('makes all edits, in UTF-16 columns', () => {
    const cell = notebook(SOURCE).sharedModel.cells[0];
    const both = fix(
      edit(1, 16, 18, 'tensorflow'),
      edit(2, 6, 8, 'tensorflow')
    );
    expect(applyFix(cell, both, SOURCE)).toBe('done');
    expect(cell.getSource()).toBe(
      'x = "😀"; from tensorflow.keras import a\nfrom tensorflow.keras import b'
    );
  });

  it('is one undo step, apart from typing just before and after', () => {
    const cell = notebook('tf.a').sharedModel.cells[0];
    cell.updateSource(4, 4, 'b');
    applyFix(cell, fix(edit(1, 1, 3, 'x'), edit(1, 4, 6, 'cd')), 'tf.ab');
    cell.updateSource(4, 4, '!');
    expect(cell.getSource()).toBe('x.cd!');
    cell.undo();
    expect(cell.getSource()).toBe('x.cd');
    cell.undo();
    expect(cell.getSource()).toBe('tf.ab');
    cell.undo();
    expect(cell.getSource()).toBe('tf.a');
  });

  it('changes nothing where the cell was edited since', () => {
    const cell = notebook('tf.keras').sharedModel.cells[0];
    expect(applyFix(cell, fix(edit(1, 1, 3, 'x')), 'tf.kera')).toBe('changed');
    expect(cell.getSource()).toBe('tf.keras');
  });

  it('changes nothing where one of its edits has no place', () => {
    const cell = notebook('tf').sharedModel.cells[0];
    const half = fix(edit(1, 1, 3, 'x'), edit(2, 1, 2, 'y'));
    expect(applyFix(cell, half, 'tf')).toBe('changed');
    expect(cell.getSource()).toBe('tf');
  });
});
