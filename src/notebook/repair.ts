/** The repair cell: where it goes, and how it is written. */

import {
  REPAIR_KEY,
  REPAIR_METADATA,
  repairIndex
} from '../engine/remedies/placement';
import type { Cell } from '../engine/types';
import { asOneStep, type SharedCell, type SharedNotebook } from './shared';

/** The notebook's repair cell. */
export function findRepairCell(notebook: SharedNotebook): SharedCell | null {
  return (
    notebook.cells.find(
      cell =>
        cell.cell_type === 'code' && cell.getMetadata(REPAIR_KEY) !== undefined
    ) ?? null
  );
}

/**
 * Writes the repair cell: updates the one that is there, otherwise inserts it.
 * Either is one undo step; nothing is run. Returns the id of the cell.
 */
export function writeRepairCell(
  notebook: SharedNotebook,
  cells: readonly Cell[],
  source: string
): string {
  const present = findRepairCell(notebook);
  if (present) {
    if (present.getSource() !== source) {
      asOneStep(present, () =>
        present.updateSource(0, present.getSource().length, source)
      );
    }
    return present.getId();
  }
  const index = repairIndex(cells);
  asOneStep(notebook, () => {
    notebook.insertCell(index, {
      cell_type: 'code',
      source,
      metadata: REPAIR_METADATA
    });
  });
  return notebook.getCell(index).getId();
}
