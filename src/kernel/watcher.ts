/** Keeps what is known of one notebook's kernel up to date, asking as rarely as possible. */
import type { ISessionContext } from '@jupyterlab/apputils';
import type { Kernel, Session } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';
import { Signal, type ISignal } from '@lumino/signaling';
import type { Environment } from '../engine/types';
import { ProbeError } from '../probe/reply';
import { kernelLanguage } from './language';
import { Probe } from './probe';
import { Schedule, type Outcome } from './schedule';
import { sameState, type KernelState } from './state';

/** What an executed cell may have changed. */
export type CellTriggers = {
  /** It ran a pip, conda or uv command. */
  readonly installs: boolean;
  /** It imports TensorFlow or Keras. */
  readonly imports: boolean;
  /** It sets an environment variable. */
  readonly setsVariable: boolean;
};

export interface IKernelWatcherOptions {
  readonly sessionContext: ISessionContext;
  /** Reads an executed cell: `cellTriggers` of the engine. */
  readonly triggers: (source: string) => CellTriggers;
}

const FAMILY = ['tensorflow', 'keras', 'tf_keras'];

/**
 * Asks the kernel of a session when it connects, restarts or changes, and
 * after cells that may have changed its environment; only while it is idle.
 */
export class KernelWatcher implements IDisposable {
  constructor(options: IKernelWatcherOptions) {
    this._triggers = options.triggers;
    const context = options.sessionContext;
    context.kernelChanged.connect(this._onKernelChanged, this);
    context.statusChanged.connect(this._onStatusChanged, this);
    context.connectionStatusChanged.connect(this._onConnection, this);
    context.disposed.connect(this.dispose, this);
    this._adopt(context.session?.kernel ?? null);
  }

  get state(): KernelState {
    return this._state;
  }

  /** Emitted when `state` says something else than before. */
  get changed(): ISignal<this, KernelState> {
    return this._changed;
  }

  /** While false nothing is asked; what is wanted meanwhile is asked afterwards. */
  get isActive(): boolean {
    return this._isActive;
  }
  set isActive(active: boolean) {
    this._isActive = active;
    this._look();
  }

  get isDisposed(): boolean {
    return this._schedule.isDisposed;
  }

  /** Tells that a cell with this source was executed, whatever came of it. */
  executed(source: string): void {
    const { installs, imports, setsVariable } = this._triggers(source);
    if (installs || setsVariable || (imports && this._mayLoad())) {
      this._want();
    }
  }

  /** Asks at the next quiet moment, because somebody wants to know. */
  probeNow(): void {
    this._want();
  }

  dispose(): void {
    if (!this.isDisposed) {
      this._schedule.dispose();
      this._probe?.dispose();
      Signal.clearData(this);
    }
  }

  /** Whether an import could load what the last answer did not list as loaded. */
  private _mayLoad(): boolean {
    const known = this._environment;
    return (
      known === null ||
      this._schedule.isDue ||
      this._schedule.isAsking ||
      (FAMILY.every(name => !(name in known.loaded)) &&
        FAMILY.some(name => known.installed[name] !== null))
    );
  }

  private _want(): void {
    if (this._kernel && this._language === 'python') {
      this._schedule.want();
    }
  }

  private _onKernelChanged(
    _: ISessionContext,
    change: Session.ISessionConnection.IKernelChangedArgs
  ): void {
    // JupyterLab 4.6 also emits this after a restart, with the same kernel.
    if (change.newValue && change.newValue === this._kernel) {
      this._want();
    } else {
      this._adopt(change.newValue);
    }
  }

  private _onStatusChanged(_: ISessionContext, status: Kernel.Status): void {
    if (status === 'dead') {
      this._adopt(null);
    } else if (status === 'restarting' || status === 'autorestarting') {
      this._probe?.dispose();
      this._want();
    }
    this._look();
  }

  private _onConnection(
    _: ISessionContext,
    status: Kernel.ConnectionStatus
  ): void {
    // After a restart the status may stay "starting" until something runs.
    if (status === 'connected') {
      this._want();
    } else {
      this._probe?.dispose();
    }
    this._look();
  }

  private _adopt(kernel: Kernel.IKernelConnection | null): void {
    this._probe?.dispose();
    this._kernel = kernel?.isDisposed ? null : kernel;
    this._language = null;
    this._environment = null;
    this._failure = null;
    this._schedule.cancel();
    if (kernel) {
      void kernelLanguage(kernel).then(language => {
        if (kernel === this._kernel && !this.isDisposed) {
          this._language = language;
          this._want();
          this._look();
        }
      });
    }
    this._look();
  }

  /** Whether the kernel could answer now. "unknown" and "starting" may last though it is free. */
  private _look(): void {
    const kernel = this._kernel;
    this._schedule.isOpen =
      this._isActive &&
      kernel?.connectionStatus === 'connected' &&
      ['idle', 'starting', 'unknown'].includes(kernel.status);
    this._update();
  }

  private async _ask(): Promise<Outcome> {
    const kernel = this._kernel;
    if (!kernel || kernel.isDisposed) {
      return 'gone';
    }
    const probe = new Probe(kernel);
    this._probe = probe;
    try {
      const environment = await probe.answer;
      if (kernel !== this._kernel) {
        return 'gone';
      }
      if (!environment) {
        return 'refused';
      }
      this._environment = environment;
      this._at = new Date();
      this._failure = null;
    } catch (error) {
      if (kernel !== this._kernel) {
        return 'gone';
      }
      this._environment = null;
      this._failure =
        error instanceof ProbeError
          ? error.message
          : 'The kernel could not be asked what it has.';
    }
    return 'answered';
  }

  private _update(): void {
    const state = this._read();
    if (!this.isDisposed && !sameState(state, this._state)) {
      this._state = state;
      this._changed.emit(state);
    }
  }

  private _read(): KernelState {
    const schedule = this._schedule;
    if (!this._kernel) {
      return { kind: 'none' };
    }
    if (this._language !== null && this._language !== 'python') {
      return { kind: 'foreign', language: this._language };
    }
    const busy = schedule.isDue && this._kernel.status === 'busy';
    if (this._environment) {
      return {
        kind: 'ready',
        environment: this._environment,
        at: this._at,
        busy,
        stale: schedule.isDue || schedule.isAsking || schedule.isGivenUp
      };
    }
    if (this._failure !== null || schedule.isGivenUp) {
      const message = this._failure ?? 'The kernel turned every question down.';
      return { kind: 'failed', message };
    }
    return { kind: 'starting', busy };
  }

  private readonly _triggers: (source: string) => CellTriggers;
  private readonly _changed = new Signal<this, KernelState>(this);
  private readonly _schedule = new Schedule({
    ask: () => this._ask(),
    onChange: () => this._update()
  });
  private _kernel: Kernel.IKernelConnection | null = null;
  private _probe: Probe | null = null;
  private _language: string | null = null;
  private _environment: Environment | null = null;
  private _at = new Date(0);
  private _failure: string | null = null;
  private _state: KernelState = { kind: 'none' };
  private _isActive = true;
}
