/** Where the repair cell goes. */

import { cellTriggers, ownInstallCells } from '../source/triggers';
import type { Cell } from '../types';

/** Metadata key by which the repair cell is known. */
export const REPAIR_KEY = 'jupyterlab_keras_doctor';

/** The metadata of a repair cell. */
export const REPAIR_METADATA = { [REPAIR_KEY]: { repair: true } };

/**
 * Above the first import of TensorFlow or Keras, right after the notebook's
 * own installs that stand above it.
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
