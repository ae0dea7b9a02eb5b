/** The repair cell: where it goes, and how it is written. */

import { cellTriggers, ownInstallCells } from '../engine/source/triggers';
import type { Cell } from '../engine/types';
import { asOneStep, type SharedCell, type SharedNotebook } from './shared';

/** Metadata key by which the repair cell is known, here and on the command line. */
export const REPAIR_KEY = 'jupyterlab_keras_doctor';

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
 * Where a new repair cell goes: above the first import of TensorFlow or Keras,
 * right after the notebook's own installs that stand above it.
 */
export function repairIndex(cells: readonly Cell[]): number {
  const firstImport = cells.findIndex(
    cell => cell.kind === 'code' && cellTriggers(cell.source).imports
  );
  const end = firstImport < 0 ? cells.length : firstImport;
  const installs = ownInstallCells(cells).filter(index => index < end);
  if (installs.length > 0) {
    return Math.max(...installs) + 1;
  }
  return firstImport < 0 ? 0 : firstImport;
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
      metadata: { [REPAIR_KEY]: { repair: true } }
    });
  });
  return notebook.getCell(index).getId();
}
