/** One diagnosis for each open notebook. */

import type { ICellModel } from '@jupyterlab/cells';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { IDisposable } from '@lumino/disposable';
import { Signal, type ISignal } from '@lumino/signaling';

import { cellTriggers } from '../engine/source/triggers';
import type { Say } from '../engine/text';
import type { AskingWishes } from '../kernel/permission';
import { KernelWatcher } from '../kernel/watcher';
import type { AtlasSource } from './atlas';
import { NotebookDiagnosis } from './diagnosis';
import type { Wishes } from './diagnosis-options';
import type { SharedNotebook } from './shared';

export interface OpenDiagnosesOptions {
  readonly notebooks: INotebookTracker;
  readonly atlas: AtlasSource;
  readonly say: Say;
  readonly wishes: Wishes & AskingWishes;
}

/**
 * One diagnosis per notebook document, so that two views of one notebook share
 * it; it goes when the document is closed. A notebook that was never shown is
 * left alone.
 */
export class OpenDiagnoses {
  constructor(private readonly options: OpenDiagnosesOptions) {
    const { notebooks } = options;
    notebooks.forEach(panel => void this.follow(panel));
    notebooks.widgetAdded.connect((_, panel) => void this.follow(panel));
  }

  get all(): readonly NotebookDiagnosis[] {
    return [...this.open];
  }

  /** One of them came, went, or shows something else. */
  get changed(): ISignal<this, NotebookDiagnosis> {
    return this._changed;
  }

  /** A view of a notebook was shown for the first time; `of` answers for it from now on. */
  get viewShown(): ISignal<this, NotebookPanel> {
    return this._viewShown;
  }

  /** The diagnosis of a notebook's view; null before it was first shown. */
  of(panel: NotebookPanel): NotebookDiagnosis | null {
    return this.inContext(panel.context);
  }

  /** The diagnosis of the notebook that holds a cell. */
  ofCell(cell: ICellModel): NotebookDiagnosis | null {
    const { notebook } = cell.sharedModel;
    return (notebook && this.byNotebook.get(notebook)) ?? null;
  }

  inContext(context: NotebookPanel['context']): NotebookDiagnosis | null {
    return this.byContext.get(context) ?? null;
  }

  /** What is made for each view of a notebook, now or once it is shown, goes with it. */
  forEachView(
    make: (panel: NotebookPanel, diagnosis: NotebookDiagnosis) => IDisposable
  ): void {
    const onShown = (panel: NotebookPanel): void => {
      const diagnosis = this.of(panel);
      if (diagnosis) {
        const made = make(panel, diagnosis);
        panel.disposed.connect(() => made.dispose());
      }
    };
    this.options.notebooks.forEach(onShown);
    this.viewShown.connect((_, panel) => onShown(panel));
  }

  private async follow(panel: NotebookPanel): Promise<void> {
    await panel.context.ready;
    await panel.revealed;
    if (panel.isDisposed || panel.context.isDisposed) {
      return;
    }
    if (!this.of(panel)) {
      this.diagnose(panel.context);
    }
    this._viewShown.emit(panel);
  }

  private diagnose(context: NotebookPanel['context']): void {
    const { atlas, say, wishes } = this.options;
    const diagnosis = new NotebookDiagnosis({
      context,
      watch: sessionContext =>
        new KernelWatcher({ sessionContext, triggers: cellTriggers, wishes }),
      atlas,
      say,
      wishes
    });
    this.byContext.set(context, diagnosis);
    this.byNotebook.set(context.model.sharedModel, diagnosis);
    this.open.add(diagnosis);
    context.disposed.connect(() => {
      this.open.delete(diagnosis);
      this._changed.emit(diagnosis);
    });
    diagnosis.changed.connect(() => this._changed.emit(diagnosis));
    this._changed.emit(diagnosis);
  }

  private readonly byContext = new WeakMap<
    NotebookPanel['context'],
    NotebookDiagnosis
  >();
  private readonly byNotebook = new WeakMap<
    SharedNotebook,
    NotebookDiagnosis
  >();
  private readonly open = new Set<NotebookDiagnosis>();
  private readonly _changed = new Signal<this, NotebookDiagnosis>(this);
  private readonly _viewShown = new Signal<this, NotebookPanel>(this);
}
