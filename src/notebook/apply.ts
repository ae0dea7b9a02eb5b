/** Applies a fix to its cell. */

import type { Fix } from '../engine/types';
import type { EditOutcome } from '../tokens';
import { offsetsOf } from './offsets';
import { asOneStep, type SharedCell } from './shared';

/**
 * Makes the edits of a fix in one undo step. Nothing is changed unless the
 * cell still says what was judged and every edit has its place.
 */
export function applyFix(
  cell: SharedCell,
  fix: Fix,
  judgedSource: string
): EditOutcome {
  const source = cell.getSource();
  if (source !== judgedSource) {
    return 'changed';
  }
  const edits = fix.edits.flatMap(edit => {
    const offsets = offsetsOf(source, edit);
    return offsets ? [{ ...offsets, text: edit.text }] : [];
  });
  if (edits.length !== fix.edits.length) {
    return 'changed';
  }
  edits.sort((a, b) => b.from - a.from);
  asOneStep(cell, () => {
    for (const { from, to, text } of edits) {
      cell.updateSource(from, to, text);
    }
  });
  return 'done';
}
