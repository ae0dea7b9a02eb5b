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
  /** The kernel answered that nothing was raised. */
  readonly succeeded: boolean;
  readonly outputs: readonly Printed[];
}

export interface RunListener {
  /** A cell is sent to the kernel, which may have others to run before. */
  begun(notebook: Notebook, cellId: string): void;
  ended(notebook: Notebook, run: CellRun): void;
}

/** Calls back for every code cell that runs. */
export function followRuns(listener: RunListener): void {
  const sent = new WeakMap<ICellModel, string>();
  NotebookActions.executionScheduled.connect((_, { notebook, cell }) => {
    sent.set(cell.model, cell.model.sharedModel.getSource());
    listener.begun(notebook, cell.model.id);
  });
  NotebookActions.executed.connect((_, { notebook, cell, success }) => {
    const run = runOf(cell, success, sent);
    if (run) {
      listener.ended(notebook, run);
    }
  });
}

function runOf(
  { model }: Cell,
  succeeded: boolean,
  sent: WeakMap<ICellModel, string>
): CellRun | null {
  return isCodeCellModel(model)
    ? {
        cellId: model.id,
        source: sent.get(model) ?? model.sharedModel.getSource(),
        counted: model.executionCount !== null,
        succeeded,
        // Asked for of few cells, and may be large.
        get outputs() {
          return model.outputs.toJSON();
        }
      }
    : null;
}
