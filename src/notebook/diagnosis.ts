/** The live diagnosis of one notebook: cells and kernel in, a state that views show out. */

import type { NotebookPanel } from '@jupyterlab/notebook';
import type { IDisposable } from '@lumino/disposable';
import { Signal, type ISignal } from '@lumino/signaling';

import { namesPackages } from '../engine/named';
import type { Say } from '../engine/text';
import type { Environment } from '../engine/types';
import type {
  CellDiagnosis,
  CellLabel,
  Diagnosis,
  DiagnosisState,
  Refusal
} from '../tokens';
import { NeededAtlas } from './atlas';
import { NotebookCells, type CellsChange } from './cells';
import type {
  KernelSource,
  NotebookDiagnosisOptions,
  Wishes
} from './diagnosis-options';
import { byCell, judge } from './judge';
import { RanCells } from './ran-cells';
import type { CellRun } from './runs';
import { findRepairCell } from './repair';
import { Rest } from './rest';
import { Refusals } from './refusals';
import { SavedOutputs } from './saved';

export class NotebookDiagnosis implements Diagnosis, IDisposable {
  constructor(options: NotebookDiagnosisOptions) {
    this.context = options.context;
    this.watcher = options.watch(options.context.sessionContext);
    this.atlas = new NeededAtlas(options.atlas);
    this.say = options.say;
    this.wishes = options.wishes;
    this.wishes.changed.connect(this.judgeNow, this);
    this.cells = new NotebookCells(options.context.model);
    this.saved = new SavedOutputs(options.context.model);
    this.seen = new RanCells(options.context.sessionContext);
    this.cells.changed.connect(this.onCells, this);
    this.watcher.changed.connect(this.onKernel, this);
    this.context.pathChanged.connect(this.announce, this);
    this.context.sessionContext.statusChanged.connect(this.announce, this);
    this.context.sessionContext.kernelChanged.connect(this.announce, this);
    this.context.disposed.connect(this.dispose, this);
    this.judgeNow();
  }

  readonly context: NotebookPanel['context'];
  readonly watcher: KernelSource;
  readonly cells: NotebookCells;
  readonly seen: RanCells;

  get notebook(): string {
    return this.context.path.split('/').pop() ?? this.context.path;
  }

  get kernel(): string {
    const { sessionContext } = this.context;
    return sessionContext.hasNoKernel ? '' : sessionContext.kernelDisplayName;
  }

  get kernelStatus(): string {
    return this.context.sessionContext.kernelDisplayStatus;
  }

  get kernelId(): string | null {
    return this.context.sessionContext.session?.kernel?.id ?? null;
  }

  get state(): DiagnosisState {
    return this._state;
  }

  get editable(): boolean {
    const { model, contentsModel } = this.context;
    return !model.readOnly && contentsModel?.writable !== false;
  }

  get repairCell(): { readonly id: string; readonly source: string } | null {
    const cell = findRepairCell(this.context.model.sharedModel);
    return cell && { id: cell.getId(), source: cell.getSource() };
  }

  get refusals(): readonly Refusal[] {
    return this.refused.all;
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  label(cellId: string): CellLabel | null {
    return this.cells.label(cellId);
  }

  inCell(cellId: string): CellDiagnosis | null {
    return this.judged.get(cellId) ?? null;
  }

  /** Tells that a cell of the notebook has run, whatever came of it. */
  ran(run: CellRun): void {
    this.seen.end(run, (this.inCell(run.cellId)?.findings.length ?? 0) > 0);
    this.watcher.executed(run.source);
    const { state } = this;
    const remedies = state.kind === 'judged' ? state.report.remedies : [];
    const own = remedies.map(({ there }) => there?.cellId);
    if ([this.repairCell?.id, ...own].includes(run.cellId)) {
      this.refused.hear(run, { remedies, kernelId: this.kernelId });
      this.judgeNow();
    } else if (this.seen.isNew) {
      this.onKernel();
    }
  }

  /** Asks the kernel anew, because the person wants to know; what failed before may be offered again. */
  probe(): void {
    this.refused.clear();
    this.watcher.probeNow();
    this.judgeNow();
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this.rest.dispose();
    this.cells.dispose();
    this.seen.dispose();
    this.watcher.dispose();
    Signal.clearData(this);
  }

  private onCells(_: NotebookCells, change: CellsChange): void {
    if (change === 'source') {
      this.rest.begin(this.wishes.debounce);
    } else {
      this.announce();
    }
  }

  /** A kernel that only became busy or idle says nothing new about the cells. */
  private onKernel(): void {
    const kernel = this.watcher.state;
    const { state } = this;
    const known = this.refusals;
    this.refused.look(kernel, this.kernelId);
    if (
      known === this.refusals &&
      kernel.kind === 'ready' &&
      (kernel.stale || !this.seen.isNew) &&
      state.kind === 'judged' &&
      kernel.environment === this.environment
    ) {
      const { at, busy, stale, waits } = kernel;
      this._state = { ...state, at, busy, stale, waits };
      this.announce();
    } else {
      this.judgeNow();
    }
  }

  private judgeNow(): void {
    if (this._isDisposed) {
      return;
    }
    const kernel = this.watcher.state;
    const cells = this.cells.read();
    if (kernel.kind === 'ready' && namesPackages(cells)) {
      this.atlas.need(() => this.judgeNow());
    }
    const state = judge({
      notebook: this.context.path,
      cells,
      kernel,
      atlas: this.atlas.outcome,
      say: this.say,
      severities: this.wishes.severities,
      refused: this.refused.refused,
      saved: this.saved,
      ran: this.seen.told(kernel)
    });
    if (state.kind === 'opening' && this._state.kind === 'judged') {
      // Only the data is still on its way: what was said stays until it is there.
      return;
    }
    this._state = state;
    this.environment = kernel.kind === 'ready' ? kernel.environment : null;
    if (state.kind === 'judged') {
      this.seen.learn(kernel, state.report.contradictions ?? []);
      this.judged = byCell(cells, state.report.findings, this.judged);
    } else if (state.kind !== 'starting' && state.kind !== 'opening') {
      this.judged = new Map();
    }
    this.announce();
  }

  /** Emits only where something that views show is different. */
  private announce(): void {
    if (this._isDisposed) {
      return;
    }
    const shown = JSON.stringify(this.shown());
    if (shown !== this.lastShown) {
      this.lastShown = shown;
      this._changed.emit();
    }
  }

  private shown(): readonly unknown[] {
    const marked = [...this.judged]
      .filter(([, cell]) => cell.findings.length > 0)
      .map(([id, { source }]) => [id, source, this.label(id)]);
    const { notebook, kernel, kernelStatus, kernelId } = this;
    const { state, editable, repairCell, refusals } = this;
    return [
      [notebook, kernel, kernelStatus, kernelId],
      [state, editable, repairCell, refusals],
      marked
    ];
  }

  private readonly atlas: NeededAtlas;
  private readonly saved: SavedOutputs;
  private readonly say: Say;
  private readonly wishes: Wishes;
  private readonly refused = new Refusals();
  private readonly rest = new Rest(() => this.judgeNow());
  private judged: ReadonlyMap<string, CellDiagnosis> = new Map();
  private environment: Environment | null = null;
  private lastShown = '';
  private _state: DiagnosisState = { kind: 'opening' };
  private _isDisposed = false;
  private readonly _changed = new Signal<this, void>(this);
}
