/** Keeps the buttons below the errors of one notebook's view. */

import { CodeCell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';
import { MessageLoop, type Message } from '@lumino/messaging';
import { Signal } from '@lumino/signaling';
import { PanelLayout } from '@lumino/widgets';

import type { Finding } from '../../engine/types';
import type { NotebookDiagnosis } from '../diagnosis';
import { explain, type Explanation, type Since } from './explanation';
import { ErrorHelp } from './help';
import { raisedIn, type Raised } from './raised';

export interface ErrorHelpsOptions {
  readonly panel: NotebookPanel;
  readonly diagnosis: NotebookDiagnosis;
  readonly trans: TranslationBundle;
  /** Shows what is known in the panel: of a cell, or of the kernel. */
  readonly show: (cellId: string | null) => void;
  /** Makes one of a finding's fixes; false where the cell has changed since. */
  readonly fix: (finding: Finding, fix: number) => Promise<boolean>;
}

/** An error that a cell's outputs end with. */
interface Failure {
  readonly raised: Raised;
  /** The cell's text when the error came; of a saved one when the notebook was opened. */
  readonly source: string;
  readonly saved: boolean;
}

const NEAREST: ScrollIntoViewOptions = { block: 'nearest' };

/** What stands below the outputs of one cell. */
interface Shown {
  readonly help: ErrorHelp;
  /** It was asked before the kernel had answered. */
  waits: boolean;
}

/**
 * A button is a widget in the cell's own layout, below its outputs: an output
 * area makes its children anew whenever it likes, and counts on having no
 * others. It is there where the error came out of TensorFlow or Keras, and
 * where a finding explains it; once there, it stays as long as the error.
 */
export class ErrorHelps implements IDisposable {
  constructor(private readonly options: ErrorHelpsOptions) {
    const { panel, diagnosis } = options;
    this.isOff = diagnosis.state.kind === 'off';
    panel.context.model.cells.changed.connect(this.follow, this);
    diagnosis.changed.connect(this.onDiagnosis, this);
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
    this.failures.clear();
    Signal.clearData(this);
  }

  private follow(): void {
    for (const cell of this.options.panel.content.widgets) {
      if (cell instanceof CodeCell && !this.followed.has(cell)) {
        this.followed.add(cell);
        cell.model.outputs.changed.connect(() => this.read(cell), this);
        cell.disposed.connect(() => this.failures.delete(cell), this);
        this.read(cell, true);
      }
    }
  }

  /** Outputs may be large: only an error is read. */
  private read(cell: CodeCell, saved = false): void {
    if (cell.isDisposed || this._isDisposed) {
      return;
    }
    const raised = raisedBy(cell);
    const known = this.failures.get(cell)?.raised;
    const isSame =
      raised !== null &&
      raised.name === known?.name &&
      raised.message === known.message;
    if (!isSame) {
      // What was said of the last error is not true of this one.
      this.shown.get(cell)?.help.clear();
    }
    if (raised?.isOfKind) {
      const source = cell.model.sharedModel.getSource();
      this.failures.set(cell, { raised, source, saved });
    } else {
      this.failures.delete(cell);
      this.shown.get(cell)?.help.dispose();
      this.shown.delete(cell);
    }
    this.look(cell);
  }

  private onDiagnosis(): void {
    const isOff = this.options.diagnosis.state.kind === 'off';
    if (isOff !== this.isOff) {
      this.isOff = isOff;
      for (const cell of this.failures.keys()) {
        this.shown.get(cell)?.help.dispose();
        this.shown.delete(cell);
        this.look(cell);
      }
    }
    for (const [cell, { raised }] of this.failures) {
      const shown = this.shown.get(cell);
      if (shown?.waits) {
        this.explain(cell);
      } else if (!shown && !raised.isOurs) {
        this.look(cell);
      }
    }
  }

  private look(cell: CodeCell): void {
    const failure = this.failures.get(cell);
    if (
      failure &&
      !this.isOff &&
      !this.shown.has(cell) &&
      (failure.raised.isOurs ||
        this.explanationOf(cell, failure).kind === 'finding')
    ) {
      this.shown.set(cell, { help: this.add(cell), waits: false });
    }
  }

  private add(cell: CodeCell): ErrorHelp {
    const { trans, fix } = this.options;
    const onClick = (): void => this.explain(cell);
    const help = new ErrorHelp({ trans, onClick, fix });
    help.setHidden(cell.outputHidden);
    const hook = (_: unknown, { type }: Message): boolean => {
      // Who hides the outputs takes them out of the cell.
      if (type === 'before-detach' || type === 'after-attach') {
        help.setHidden(type === 'before-detach');
      }
      return true;
    };
    const { outputArea } = cell;
    MessageLoop.installMessageHook(outputArea, hook);
    help.disposed.connect(() =>
      MessageLoop.removeMessageHook(outputArea, hook)
    );
    void cell.ready.then(() => {
      const { layout } = cell;
      if (!help.isDisposed && layout instanceof PanelLayout) {
        // The footer is the last.
        layout.insertWidget(layout.widgets.length - 1, help);
      }
    });
    return help;
  }

  private explain(cell: CodeCell): void {
    const { diagnosis, show } = this.options;
    const failure = this.failures.get(cell);
    const shown = this.shown.get(cell);
    if (!failure || !shown) {
      return;
    }
    const explanation = this.explanationOf(cell, failure);
    const isLate = shown.waits;
    shown.waits = explanation.kind === 'unjudged' && explanation.waits;
    if (isLate && shown.waits) {
      return;
    }
    const { help } = shown;
    help.display(explanation, diagnosis.editable);
    // An answer that comes late may not take the focus.
    if (!isLate && explanation.kind === 'finding') {
      show(explanation.finding.cellId);
    } else if (!isLate && explanation.kind === 'environment') {
      show(null);
    }
    if (!isLate) {
      // The error may end where the window does; the panel may just have come.
      requestAnimationFrame(() => help.node.scrollIntoView(NEAREST));
    }
  }

  private explanationOf(cell: CodeCell, failure: Failure): Explanation {
    const { diagnosis } = this.options;
    return explain({
      cellId: cell.model.id,
      raised: failure.raised,
      state: diagnosis.state,
      since: sinceOf(cell, failure),
      counted: count => diagnosis.cells.counted(count)
    });
  }

  private isOff: boolean;
  private readonly followed = new WeakSet<CodeCell>();
  private readonly failures = new Map<CodeCell, Failure>();
  private readonly shown = new WeakMap<CodeCell, Shown>();
  private _isDisposed = false;
}

function sinceOf({ model }: CodeCell, { source, saved }: Failure): Since {
  return model.sharedModel.getSource() !== source
    ? 'edited'
    : saved
      ? 'saved'
      : 'run';
}

function raisedBy({ model: { outputs } }: CodeCell): Raised | null {
  for (let at = outputs.length - 1; at >= 0; at--) {
    const output = outputs.get(at);
    if (output.type === 'error') {
      return raisedIn([output.toJSON()]);
    }
  }
  return null;
}
