/** The diagnoses of all open notebooks, and the acts on the current one. */

import type { ISessionContext } from '@jupyterlab/apputils';
import type { Notebook, NotebookPanel } from '@jupyterlab/notebook';
import { Signal, type ISignal } from '@lumino/signaling';

import type { Finding } from '../engine/types';
import {
  findRelease,
  type Diagnoses,
  type Diagnosis,
  type EditOutcome,
  type FindingAsked,
  type FixChoice,
  type Place,
  type ReleaseName
} from '../tokens';
import { NotebookDiagnosis } from './diagnosis';
import { ignoreFinding } from './ignore';
import { insertOffered, rewriteOffered, type Edited } from './offered';
import { OpenDiagnoses, type OpenDiagnosesOptions } from './open';
import { reveal } from './reveal';
import { lineFixes, pinFixes, rewriteCells, rewriteChosen } from './rewrite';
import { followRuns } from './runs';

export interface TrackerOptions extends OpenDiagnosesOptions {
  readonly dialogs: ISessionContext.IDialogs;
  /** Brings a notebook's tab to the front. */
  readonly show: (panel: NotebookPanel) => void;
}

/** What views see of the open notebooks, and what they may do to the current one. */
export class DiagnosisTracker implements Diagnoses {
  constructor(private readonly options: TrackerOptions) {
    const { notebooks } = options;
    this.open = new OpenDiagnoses(options);
    this.open.changed.connect((_, diagnosis) => {
      this._anyChanged.emit(diagnosis);
      if (diagnosis === this.current) {
        this._changed.emit();
      }
    });
    notebooks.currentChanged.connect(() => this._changed.emit());
    const shows = (notebook: Notebook): NotebookDiagnosis | null => {
      const panel = notebooks.find(({ content }) => content === notebook);
      return panel ? this.open.of(panel) : null;
    };
    followRuns({
      begun: (notebook, cellId) => {
        const diagnosis = shows(notebook);
        diagnosis?.seen.begin(cellId, diagnosis.watcher.state);
      },
      ended: (notebook, run) => shows(notebook)?.ran(run)
    });
  }

  readonly open: OpenDiagnoses;

  get current(): NotebookDiagnosis | null {
    const panel = this.options.notebooks.currentWidget;
    return panel && this.open.of(panel);
  }

  get opening(): boolean {
    return this.options.notebooks.currentWidget !== null && !this.current;
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get all(): readonly NotebookDiagnosis[] {
    return this.open.all;
  }

  of(panel: NotebookPanel): NotebookDiagnosis | null {
    return this.open.of(panel);
  }

  get anyChanged(): ISignal<this, NotebookDiagnosis> {
    return this._anyChanged;
  }

  get cellChosen(): ISignal<this, string> {
    return this._cellChosen;
  }

  chooseCell(cellId: string): void {
    this._cellChosen.emit(cellId);
  }

  get findingAsked(): ISignal<this, FindingAsked> {
    return this._findingAsked;
  }

  askFinding(asked: FindingAsked): void {
    this._findingAsked.emit(asked);
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

  applyFix({ finding: { cellId, fixes }, fix }: FixChoice): EditOutcome {
    const { current } = this;
    const chosen = fixes[fix];
    return current && chosen
      ? rewriteCells(current, [{ cellId, fix: chosen }])
      : 'gone';
  }

  ignore(finding: Finding): EditOutcome {
    return this.current ? ignoreFinding(this.current, finding) : 'gone';
  }

  applyFixes(choices: readonly FixChoice[]): EditOutcome {
    return this.current ? rewriteChosen(this.current, choices) : 'gone';
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
      ({ context }) => this.open.inContext(context) === diagnosis
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

  private readonly _anyChanged = new Signal<this, NotebookDiagnosis>(this);
  private readonly _changed = new Signal<this, void>(this);
  private readonly _cellChosen = new Signal<this, string>(this);
  private readonly _findingAsked = new Signal<this, FindingAsked>(this);
}
