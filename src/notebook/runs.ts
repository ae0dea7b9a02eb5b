/** The code cells that somebody has run, in any notebook. */

import { isCodeCellModel, type Cell, type ICellModel } from '@jupyterlab/cells';
import { NotebookActions, type Notebook } from '@jupyterlab/notebook';

import type { Printed } from './install-outcome';

/** One cell that has run to its end, or was given up. */
export interface CellRun {
  readonly cellId: string;
  /** As it was sent to the kernel; it may have been edited since. */
  readonly source: string;
  /** False where the kernel gave it up because an earlier cell had failed. */
  readonly counted: boolean;
  readonly outputs: readonly Printed[];
}

/** Calls back for every code cell that has run. */
export function followRuns(
  heard: (notebook: Notebook, run: CellRun) => void
): void {
  const sent = new WeakMap<ICellModel, string>();
  NotebookActions.executionScheduled.connect((_, { cell }) => {
    sent.set(cell.model, cell.model.sharedModel.getSource());
  });
  NotebookActions.executed.connect((_, { notebook, cell }) => {
    const run = runOf(cell, sent);
    if (run) {
      heard(notebook, run);
    }
  });
}

function runOf(
  { model }: Cell,
  sent: WeakMap<ICellModel, string>
): CellRun | null {
  return isCodeCellModel(model)
    ? {
        cellId: model.id,
        source: sent.get(model) ?? model.sharedModel.getSource(),
        counted: model.executionCount !== null,
        // Asked for of few cells, and may be large.
        get outputs() {
          return model.outputs.toJSON();
        }
      }
    : null;
}
