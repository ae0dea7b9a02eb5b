/** Keeps the buttons below the errors of one notebook's view. */

import { isCodeCellModel, type Cell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import { PanelLayout } from '@lumino/widgets';

import type { NotebookDiagnosis } from '../diagnosis';
import { explain } from './explanation';
import { ErrorHelp } from './help';
import { raisedIn } from './raised';

export interface ErrorHelpsOptions {
  readonly panel: NotebookPanel;
  readonly diagnosis: NotebookDiagnosis;
  readonly trans: TranslationBundle;
  /** Shows what is known in the panel: of a cell, or of the kernel. */
  readonly show: (cellId: string | null) => void;
}

/** What stands below the outputs of one cell. */
interface Shown {
  readonly help: ErrorHelp;
  /** Name and message of the error above it. */
  readonly about: string;
}

/**
 * A button is a widget in the cell's own layout, below its outputs: an output
 * area makes its children anew whenever it likes, and counts on having no
 * others.
 */
export class ErrorHelps implements IDisposable {
  constructor(private readonly options: ErrorHelpsOptions) {
    const { model } = options.panel.context;
    model.cells.changed.connect(this.follow, this);
    options.diagnosis.changed.connect(this.onDiagnosis, this);
    this.isOff = options.diagnosis.state.kind === 'off';
    this.follow();
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

  private follow(): void {
    for (const cell of this.options.panel.content.widgets) {
      const { model } = cell;
      if (!this.followed.has(cell) && isCodeCellModel(model)) {
        this.followed.add(cell);
        model.outputs.changed.connect(() => this.update(cell), this);
        this.update(cell);
      }
    }
  }

  /** Shows or removes all buttons where Keras Doctor was switched on or off. */
  private onDiagnosis(): void {
    const isOff = this.options.diagnosis.state.kind === 'off';
    if (isOff !== this.isOff) {
      this.isOff = isOff;
      this.options.panel.content.widgets.forEach(cell => this.update(cell));
    }
  }

  private update(cell: Cell): void {
    if (cell.isDisposed) {
      return;
    }
    const raised = this.isOff ? null : this.raisedIn(cell);
    const about = raised?.isOurs ? `${raised.name}: ${raised.message}` : null;
    const shown = this.shown.get(cell);
    if (about === (shown?.about ?? null)) {
      return;
    }
    if (about === null) {
      shown?.help.dispose();
      this.shown.delete(cell);
      return;
    }
    shown?.help.clear();
    const help = shown?.help ?? this.add(cell);
    this.shown.set(cell, { help, about });
  }

  private add(cell: Cell): ErrorHelp {
    const help = new ErrorHelp(this.options.trans, () => this.explain(cell));
    void cell.ready.then(() => {
      const { layout } = cell;
      if (!help.isDisposed && layout instanceof PanelLayout) {
        // The footer is the last.
        layout.insertWidget(layout.widgets.length - 1, help);
      }
    });
    return help;
  }

  private explain(cell: Cell): void {
    const { diagnosis, show } = this.options;
    const raised = this.raisedIn(cell);
    const help = this.shown.get(cell)?.help;
    if (!raised || !help) {
      return;
    }
    const explanation = explain({
      cellId: cell.model.id,
      raised,
      state: diagnosis.state,
      counted: count => diagnosis.cells.counted(count)
    });
    help.display(explanation);
    if (explanation.kind === 'finding') {
      show(explanation.finding.cellId);
    } else if (explanation.kind === 'environment') {
      show(null);
    }
  }

  /** Outputs may be large: only an error is read. */
  private raisedIn({ model }: Cell) {
    if (!isCodeCellModel(model)) {
      return null;
    }
    const { outputs } = model;
    for (let at = outputs.length - 1; at >= 0; at--) {
      const output = outputs.get(at);
      if (output.type === 'error') {
        return raisedIn([output.toJSON()]);
      }
    }
    return null;
  }

  private isOff = false;
  private readonly followed = new WeakSet<Cell>();
  private readonly shown = new WeakMap<Cell, Shown>();
  private _isDisposed = false;
}
