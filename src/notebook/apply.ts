/** Applies fixes to their cells. */

import { replacementsOf } from '../engine/edits';
import type { Fix } from '../engine/types';
import type { EditOutcome } from '../tokens';
import { asOneStep, type SharedCell } from './shared';

/** What is to be done to one cell. */
export interface CellChange {
  readonly cell: SharedCell;
  readonly fixes: readonly Fix[];
  /** What the cell said when the fixes were made up. */
  readonly judgedSource: string;
}

/**
 * Makes the edits of the fixes, in one undo step of each cell. Nothing is
 * changed unless every cell still says what was judged and its edits have
 * their places.
 */
export function applyFixes(changes: readonly CellChange[]): EditOutcome {
  const made = changes.map(({ cell, fixes, judgedSource }) => ({
    cell,
    isAsJudged: cell.getSource() === judgedSource,
    replacements: replacementsOf(judgedSource, fixes)
  }));
  if (
    made.some(
      ({ isAsJudged, replacements }) => !isAsJudged || replacements.length === 0
    )
  ) {
    return 'changed';
  }
  for (const { cell, replacements } of made) {
    asOneStep(cell, () => {
      for (const { from, to, text } of [...replacements].reverse()) {
        cell.updateSource(from, to, text);
      }
    });
  }
  return 'done';
}
