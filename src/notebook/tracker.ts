/** The diagnoses of all open notebooks. */

import type { ISessionContext } from '@jupyterlab/apputils';
import type { ICellModel } from '@jupyterlab/cells';
import type {
  INotebookTracker,
  Notebook,
  NotebookPanel
} from '@jupyterlab/notebook';
import { Signal, type ISignal } from '@lumino/signaling';

import { cellTriggers } from '../engine/source/triggers';
import type { Say } from '../engine/text';
import { KernelWatcher } from '../kernel/watcher';
import {
  findRelease,
  type Diagnoses,
  type Diagnosis,
  type EditOutcome,
  type FixChoice,
  type Place,
  type ReleaseName
} from '../tokens';
import type { AtlasSource } from './atlas';
import { NotebookDiagnosis } from './diagnosis';
import type { Wishes } from './diagnosis-options';
import { reveal } from './reveal';
import { insertOffered, rewriteOffered, type Edited } from './offered';
import { lineFixes, pinFixes, rewriteCells } from './rewrite';
import { followRuns } from './runs';
import type { SharedNotebook } from './shared';

export interface TrackerOptions {
  readonly notebooks: INotebookTracker;
  readonly atlas: AtlasSource;
  readonly say: Say;
  readonly wishes: Wishes;
  readonly dialogs: ISessionContext.IDialogs;
  /** Brings a notebook's tab to the front. */
  readonly show: (panel: NotebookPanel) => void;
}

/**
 * One diagnosis per notebook document, so that two views of one notebook share
 * it; it goes when the document is closed. A notebook that was never shown is
 * left alone.
 */
export class DiagnosisTracker implements Diagnoses {
  constructor(private readonly options: TrackerOptions) {
    const { notebooks } = options;
    notebooks.forEach(panel => void this.follow(panel));
    notebooks.widgetAdded.connect((_, panel) => void this.follow(panel));
    notebooks.currentChanged.connect(() => this._changed.emit());
    const shows = (notebook: Notebook): NotebookDiagnosis | null => {
      const panel = notebooks.find(({ content }) => content === notebook);
      return panel ? this.of(panel) : null;
    };
    followRuns({
      begun: (notebook, cellId) => {
        const diagnosis = shows(notebook);
        diagnosis?.seen.begin(cellId, diagnosis.watcher.state);
      },
      ended: (notebook, run) => shows(notebook)?.ran(run)
    });
  }

  get current(): NotebookDiagnosis | null {
    const panel = this.options.notebooks.currentWidget;
    return panel && this.of(panel);
  }

  get opening(): boolean {
    return this.options.notebooks.currentWidget !== null && !this.current;
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get all(): readonly NotebookDiagnosis[] {
    return [...this.open];
  }

  get anyChanged(): ISignal<this, NotebookDiagnosis> {
    return this._anyChanged;
  }

  /** A view of a notebook was shown for the first time; `of` answers for it from now on. */
  get viewShown(): ISignal<this, NotebookPanel> {
    return this._viewShown;
  }

  get cellChosen(): ISignal<this, string> {
    return this._cellChosen;
  }

  /** The diagnosis of a notebook's view; null before it was first shown. */
  of(panel: NotebookPanel): NotebookDiagnosis | null {
    return this.byContext.get(panel.context) ?? null;
  }

  /** The diagnosis of the notebook that holds a cell. */
  ofCell(cell: ICellModel): NotebookDiagnosis | null {
    const { notebook } = cell.sharedModel;
    return (notebook && this.byNotebook.get(notebook)) ?? null;
  }

  chooseCell(cellId: string): void {
    this._cellChosen.emit(cellId);
  }

  probe(): void {
    this.current?.probe();
  }

  async reveal({ cellId, range }: Place): Promise<boolean> {
    const panel = this.options.notebooks.currentWidget;
    if (!panel) {
      return false;
    }
    this.options.show(panel);
    return reveal(panel, cellId, range);
  }

  applyFix({ finding, fix }: FixChoice): EditOutcome {
    return this.current ? this.applyFixIn(this.current, finding, fix) : 'gone';
  }

  /** Applies a fix in a notebook that need not be the current one. */
  applyFixIn(
    diagnosis: NotebookDiagnosis,
    { cellId, fixes }: FixChoice['finding'],
    index: number
  ): EditOutcome {
    const fix = fixes[index];
    return fix ? rewriteCells(diagnosis, [{ cellId, fix }]) : 'gone';
  }

  insertRepair(remedy: number): Promise<EditOutcome> {
    return this.shown(
      insertOffered(this.current, ({ remedies }) => remedies[remedy]?.cell)
    );
  }

  insertRelease(release: ReleaseName): Promise<EditOutcome> {
    return this.shown(
      insertOffered(this.current, report => findRelease(report, release)?.cell)
    );
  }

  changePins(remedy: number): Promise<EditOutcome> {
    return this.shown(
      rewriteOffered(this.current, report => pinFixes(report, remedy))
    );
  }

  rewrite(remedy: number | null): Promise<EditOutcome> {
    return this.shown(
      rewriteOffered(this.current, report => lineFixes(report, remedy))
    );
  }

  async restart(diagnosis?: Diagnosis): Promise<boolean> {
    const context = this.contextOf(diagnosis ?? this.current);
    return context ? this.options.dialogs.restart(context) : false;
  }

  async chooseKernel(): Promise<void> {
    const context = this.contextOf(this.current);
    if (context) {
      await this.options.dialogs.selectKernel(context);
    }
  }

  show(diagnosis: Diagnosis): void {
    const panel = this.options.notebooks.find(
      ({ context }) => this.byContext.get(context) === diagnosis
    );
    if (panel) {
      this.options.show(panel);
    }
  }

  private async shown({ outcome, cellId }: Edited): Promise<EditOutcome> {
    if (outcome === 'done' && cellId !== null) {
      await this.reveal({ cellId, range: null });
    }
    return outcome;
  }

  private contextOf(diagnosis: Diagnosis | null): ISessionContext | null {
    return diagnosis instanceof NotebookDiagnosis && !diagnosis.isDisposed
      ? diagnosis.context.sessionContext
      : null;
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
        new KernelWatcher({ sessionContext, triggers: cellTriggers }),
      atlas,
      say,
      wishes
    });
    this.byContext.set(context, diagnosis);
    this.byNotebook.set(context.model.sharedModel, diagnosis);
    this.open.add(diagnosis);
    context.disposed.connect(() => this.open.delete(diagnosis));
    diagnosis.changed.connect(this.onChanged, this);
    this.onChanged(diagnosis);
  }

  private onChanged(diagnosis: NotebookDiagnosis): void {
    this._anyChanged.emit(diagnosis);
    if (diagnosis === this.current) {
      this._changed.emit();
    }
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
  private readonly _changed = new Signal<this, void>(this);
  private readonly _anyChanged = new Signal<this, NotebookDiagnosis>(this);
  private readonly _viewShown = new Signal<this, NotebookPanel>(this);
  private readonly _cellChosen = new Signal<this, string>(this);
}
