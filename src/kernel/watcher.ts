/** Keeps what is known of one notebook's kernel up to date, asking as rarely as possible. */
import type { ISessionContext } from '@jupyterlab/apputils';
import type { Kernel, Session } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';
import { Signal, type ISignal } from '@lumino/signaling';
import { kernelNature, type KernelNature } from './language';
import {
  permissionFor,
  type AskingWishes,
  type Permission
} from './permission';
import { Answers } from './answers';
import { Schedule, type Outcome } from './schedule';
import { sameState, stateOf, type KernelState } from './state';

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
  readonly wishes: AskingWishes;
}

const FAMILY = ['tensorflow', 'keras', 'tf_keras'];

/**
 * Asks the kernel of a session when it connects, restarts or changes, and
 * after cells that may have changed its environment; only while it is idle,
 * and only where the person lets it.
 */
export class KernelWatcher implements IDisposable {
  constructor(options: IKernelWatcherOptions) {
    this._triggers = options.triggers;
    this._wishes = options.wishes;
    this._wishes.changed.connect(this._onWishes, this);
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
    this._want(true);
  }

  dispose(): void {
    if (!this.isDisposed) {
      this._schedule.dispose();
      this._answers.drop();
      Signal.clearData(this);
    }
  }

  /** Whether an import could load what the last answer did not list as loaded. */
  private _mayLoad(): boolean {
    const known = this._answers.environment;
    return (
      known === null ||
      this._asks ||
      (FAMILY.every(name => !(name in known.loaded)) &&
        FAMILY.some(name => known.installed[name] !== null))
    );
  }

  /** Something may have changed the environment, or the person `insists` on an answer. */
  private _want(insists = false): void {
    if (!this._kernel || this._nature?.language !== 'python') {
      return;
    }
    const { kind } = this._permission;
    if (kind === 'free' || (kind === 'on-demand' && insists)) {
      this._schedule.want();
    } else {
      this._isOld = true;
      this._update();
    }
  }

  /** What is known is of a process that is gone. It stays only where the new one is asked by itself. */
  private _restarted(): void {
    const { kind } = this._permission;
    const insists = kind === 'on-demand' && this._asks;
    this._answers.drop();
    if (kind !== 'free') {
      this._forget();
    }
    this._want(insists);
  }

  private _onWishes(): void {
    const before = this._permission.kind;
    this._permission = permissionFor(this._wishes, this._nature?.names ?? []);
    const { kind } = this._permission;
    if (kind !== before) {
      this._isOld = this._isOld || this._asks;
      this._schedule.cancel();
      this._answers.drop();
      if (kind === 'free' && (this._isOld || !this._answers.environment)) {
        this._want();
      }
    }
    this._look();
  }

  private _onKernelChanged(
    _: ISessionContext,
    change: Session.ISessionConnection.IKernelChangedArgs
  ): void {
    // JupyterLab 4.6 also emits this after a restart, with the same kernel.
    if (change.newValue && change.newValue === this._kernel) {
      this._restarted();
    } else {
      this._adopt(change.newValue);
    }
  }

  private _onStatusChanged(_: ISessionContext, status: Kernel.Status): void {
    if (status === 'dead') {
      this._adopt(null);
    } else if (status === 'restarting' || status === 'autorestarting') {
      this._restarted();
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
      this._answers.drop();
    }
    this._look();
  }

  private _adopt(kernel: Kernel.IKernelConnection | null): void {
    this._answers.drop();
    this._kernel = kernel?.isDisposed ? null : kernel;
    this._nature = null;
    this._permission = permissionFor(this._wishes, []);
    this._forget();
    if (kernel) {
      void kernelNature(kernel).then(nature => {
        if (kernel === this._kernel && !this.isDisposed) {
          this._nature = nature;
          this._permission = permissionFor(this._wishes, nature.names);
          this._want();
          this._look();
        }
      });
    }
    this._look();
  }

  /** Whether a question is wished for or on its way. */
  private get _asks(): boolean {
    return this._schedule.isDue || this._schedule.isAsking;
  }

  private _forget(): void {
    this._answers.forget();
    this._isOld = false;
    this._schedule.cancel();
  }

  /** Whether the kernel could answer now. "unknown" and "starting" may last though it is free. */
  private _look(): void {
    const kernel = this._kernel;
    this._schedule.isOpen =
      kernel?.connectionStatus === 'connected' &&
      ['idle', 'starting', 'unknown'].includes(kernel.status);
    this._update();
  }

  private _ask(): Promise<Outcome> {
    const kernel = this._kernel;
    this._isOld = false;
    return this._answers.ask(kernel, () => kernel === this._kernel);
  }

  private _update(): void {
    const state = stateOf({
      permission: this._permission,
      hasKernel: this._kernel !== null,
      language: this._nature?.language ?? null,
      answers: this._answers,
      asks: this._asks,
      isGivenUp: this._schedule.isGivenUp,
      isOld: this._isOld,
      busy: this._schedule.isDue && this._kernel?.status === 'busy'
    });
    if (!this.isDisposed && !sameState(state, this._state)) {
      this._state = state;
      this._changed.emit(state);
    }
  }

  private readonly _wishes: AskingWishes;
  private readonly _triggers: (source: string) => CellTriggers;
  private readonly _answers = new Answers();
  private readonly _changed = new Signal<this, KernelState>(this);
  private readonly _schedule = new Schedule({
    ask: () => this._ask(),
    onChange: () => this._update()
  });
  private _kernel: Kernel.IKernelConnection | null = null;
  private _nature: KernelNature | null = null;
  private _permission: Permission = { kind: 'free' };
  /** Something happened since the last answer, and nobody was to ask. */
  private _isOld = false;
  private _state: KernelState = { kind: 'none' };
}
