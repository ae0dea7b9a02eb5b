/** Keeps the badges of one notebook's view. */

import type { Cell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import { PanelLayout } from '@lumino/widgets';

import type { Settings } from '../../settings';
import type { CellDiagnosis } from '../../tokens';
import type { NotebookDiagnosis } from '../diagnosis';
import { Badge } from './badge';

export interface CellBadgesOptions {
  readonly panel: NotebookPanel;
  readonly diagnosis: NotebookDiagnosis;
  readonly settings: Settings;
  readonly trans: TranslationBundle;
  readonly onClick: (cellId: string) => void;
}

/**
 * A badge is a widget in the cell's own layout, after its header: the only
 * place that survives every windowing mode and that no toolbar covers.
 */
export class CellBadges implements IDisposable {
  constructor(private readonly options: CellBadgesOptions) {
    const { panel, diagnosis, settings } = options;
    diagnosis.changed.connect(this.update, this);
    settings.changed.connect(this.update, this);
    panel.context.model.cells.changed.connect(this.update, this);
    this.update();
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    Signal.clearData(this);
  }

  private update(): void {
    const { panel, diagnosis, settings } = this.options;
    for (const cell of panel.content.widgets) {
      const judged = settings.badges ? diagnosis.inCell(cell.model.id) : null;
      if (judged && judged.findings.length > 0) {
        this.mark(cell, judged);
      } else {
        this.badges.get(cell)?.dispose();
        this.badges.delete(cell);
        this.shown.delete(cell);
      }
    }
  }

  private mark(cell: Cell, judged: CellDiagnosis): void {
    if (this.shown.get(cell) === judged) {
      return;
    }
    this.shown.set(cell, judged);
    const present = this.badges.get(cell);
    if (present) {
      present.display(judged.findings);
      return;
    }
    const { trans, onClick } = this.options;
    const badge = new Badge(trans, () => onClick(cell.model.id));
    badge.display(judged.findings);
    this.badges.set(cell, badge);
    void cell.ready.then(() => {
      if (!badge.isDisposed && cell.layout instanceof PanelLayout) {
        cell.layout.insertWidget(1, badge);
      }
    });
  }

  private readonly badges = new WeakMap<Cell, Badge>();
  private readonly shown = new WeakMap<Cell, CellDiagnosis>();
  private _isDisposed = false;
}
