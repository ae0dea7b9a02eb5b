/** The cells of one notebook, as the engine takes them, followed while they change. */

import type { INotebookModel } from '@jupyterlab/notebook';
import type { IDisposable } from '@lumino/disposable';
import { Signal, type ISignal } from '@lumino/signaling';

import type { Cell } from '../engine/types';
import type { CellLabel } from '../tokens';
import type { SharedCell } from './shared';

/** `source`: what a cell says or which cells there are; `label`: only what people call a cell. */
export type CellsChange = 'source' | 'label';

/**
 * Follows the shared models, never editors: cells outside the viewport have
 * none. A moved cell is a new model with the same id, so after a change of the
 * list everything is matched again by id.
 */
export class NotebookCells implements IDisposable {
  constructor(private readonly model: INotebookModel) {
    model.cells.changed.connect(this.onListChanged, this);
    this.follow();
  }

  get changed(): ISignal<this, CellsChange> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** All cells in order, by their saved text. */
  read(): readonly Cell[] {
    return this.shared().map((cell, index) => ({
      index,
      id: cell.getId(),
      kind: cell.cell_type === 'code' ? 'code' : prose(cell.cell_type),
      source: cell.getSource()
    }));
  }

  /** The shared model of a cell; null where the notebook has no such cell. */
  find(id: string): SharedCell | null {
    return this.followed.get(id) ?? null;
  }

  label(id: string): CellLabel | null {
    const cells = this.shared();
    const position = cells.findIndex(cell => cell.getId() === id);
    if (position < 0) {
      return null;
    }
    const cell = cells[position];
    const count =
      cell.cell_type === 'code' && 'execution_count' in cell
        ? cell.execution_count
        : null;
    return { position: position + 1, count };
  }

  /** The code cell with this execution count; null where there is none, or more than one. */
  counted(count: number): string | null {
    const cells = this.shared().filter(
      cell => 'execution_count' in cell && cell.execution_count === count
    );
    return cells.length === 1 ? cells[0].getId() : null;
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this.followed.clear();
    Signal.clearData(this);
  }

  private shared(): readonly SharedCell[] {
    return this.model.sharedModel.cells;
  }

  private follow(): void {
    const now = new Map<string, SharedCell>();
    for (const cell of this.shared()) {
      now.set(cell.getId(), cell);
    }
    for (const [id, cell] of this.followed) {
      if (now.get(id) !== cell) {
        cell.changed.disconnect(this.onCellChanged, this);
      }
    }
    for (const [id, cell] of now) {
      if (this.followed.get(id) !== cell) {
        cell.changed.connect(this.onCellChanged, this);
      }
    }
    this.followed = now;
  }

  private onListChanged(): void {
    this.follow();
    this._changed.emit('source');
  }

  private onCellChanged(_: unknown, change: object): void {
    if ('sourceChange' in change && change.sourceChange) {
      this._changed.emit('source');
    } else if ('executionCountChange' in change) {
      this._changed.emit('label');
    }
  }

  private followed = new Map<string, SharedCell>();
  private _isDisposed = false;
  private readonly _changed = new Signal<this, CellsChange>(this);
}

function prose(type: string): 'markdown' | 'raw' {
  return type === 'markdown' ? 'markdown' : 'raw';
}
