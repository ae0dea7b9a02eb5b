/** The live diagnosis of one notebook: cells and kernel in, a state that views show out. */

import type { ISessionContext } from '@jupyterlab/apputils';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { IDisposable } from '@lumino/disposable';
import { Debouncer } from '@lumino/polling';
import { Signal, type ISignal } from '@lumino/signaling';

import { namesPackages } from '../engine/named';
import type { Say } from '../engine/text';
import type { Environment } from '../engine/types';
import type { Severities } from '../engine/wishes';
import type { KernelWatcher } from '../kernel/watcher';
import type {
  CellDiagnosis,
  CellLabel,
  Diagnosis,
  DiagnosisState
} from '../tokens';
import type { AtlasOutcome, AtlasSource } from './atlas';
import { NotebookCells, type CellsChange } from './cells';
import { byCell, judge } from './judge';
import { findRepairCell } from './repair';
import { SavedOutputs } from './saved';

/** Milliseconds of rest after the last key before a notebook is judged again. */
const REST = 250;

/** What a diagnosis takes from a KernelWatcher. */
export type KernelSource = Pick<
  KernelWatcher,
  'state' | 'executed' | 'probeNow' | 'dispose'
> & { readonly changed: ISignal<unknown, unknown> };

export interface NotebookDiagnosisOptions {
  /** Its model must be ready. */
  readonly context: NotebookPanel['context'];
  /** What it makes is disposed with the diagnosis. */
  readonly watch: (sessionContext: ISessionContext) => KernelSource;
  readonly atlas: AtlasSource;
  readonly say: Say;
  readonly wishes: Wishes;
}

/** How grave findings are to be, and when that changes. */
export interface Wishes {
  readonly severities: Severities;
  readonly changed: ISignal<unknown, void>;
}

export class NotebookDiagnosis implements Diagnosis, IDisposable {
  constructor(options: NotebookDiagnosisOptions) {
    this.context = options.context;
    this.watcher = options.watch(options.context.sessionContext);
    this.atlasSource = options.atlas;
    this.say = options.say;
    this.wishes = options.wishes;
    this.wishes.changed.connect(this.judgeNow, this);
    this.cells = new NotebookCells(options.context.model);
    this.saved = new SavedOutputs(options.context.model);
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

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this.rest.dispose();
    this.cells.dispose();
    this.watcher.dispose();
    Signal.clearData(this);
  }

  private onCells(_: NotebookCells, change: CellsChange): void {
    if (change === 'source') {
      this.rest.invoke().catch(() => undefined);
    } else {
      this.announce();
    }
  }

  /** A kernel that only became busy or idle says nothing new about the cells. */
  private onKernel(): void {
    const kernel = this.watcher.state;
    const { state } = this;
    if (
      kernel.kind === 'ready' &&
      state.kind === 'judged' &&
      kernel.environment === this.environment
    ) {
      const { at, busy, stale } = kernel;
      this._state = { ...state, at, busy, stale };
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
    if (kernel.kind === 'ready' && !this.atlas && namesPackages(cells)) {
      this.loadAtlas();
    }
    const state = judge({
      notebook: this.context.path,
      cells,
      kernel,
      atlas: this.atlas,
      say: this.say,
      severities: this.wishes.severities,
      saved: this.saved
    });
    if (state.kind === 'opening' && this._state.kind === 'judged') {
      // Only the data is still on its way: what was said stays until it is there.
      return;
    }
    this._state = state;
    this.environment = kernel.kind === 'ready' ? kernel.environment : null;
    if (state.kind === 'judged') {
      this.judged = byCell(cells, state.report.findings, this.judged);
    } else if (state.kind !== 'starting' && state.kind !== 'opening') {
      this.judged = new Map();
    }
    this.announce();
  }

  private loadAtlas(): void {
    if (this.atlasAsked) {
      return;
    }
    this.atlasAsked = true;
    void this.atlasSource().then(atlas => {
      this.atlas = atlas;
      this.judgeNow();
    });
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
    const { notebook, kernel, kernelStatus, kernelId, state } = this;
    const { editable, repairCell } = this;
    return [
      notebook,
      kernel,
      kernelStatus,
      kernelId,
      state,
      editable,
      repairCell,
      marked
    ];
  }

  private readonly atlasSource: AtlasSource;
  private readonly saved: SavedOutputs;
  private readonly say: Say;
  private readonly wishes: Wishes;
  private readonly rest = new Debouncer(() => this.judgeNow(), REST);
  private atlas: AtlasOutcome | null = null;
  private atlasAsked = false;
  private judged: ReadonlyMap<string, CellDiagnosis> = new Map();
  private environment: Environment | null = null;
  private lastShown = '';
  private _state: DiagnosisState = { kind: 'opening' };
  private _isDisposed = false;
  private readonly _changed = new Signal<this, void>(this);
}
