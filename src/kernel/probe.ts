/** One silent question to one kernel. */
import type { Kernel } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';
import type { Environment } from '../engine/types';
import { PROBE_EXPRESSION } from '../probe/expression';
import { isInterrupted, PROBE_KEY, readReply } from '../probe/reply';

/** How long the kernel may take to tell that its own greeting is done, in milliseconds. */
const SETTLE = 200;

/**
 * Asks `kernel` for its Environment, once, over a connection of its own that
 * lives as long as the question. On the notebook's connection the request
 * would count in its execution time; a lasting second connection would receive
 * every output of the notebook twice and had to be kept alive. A new
 * connection also asks for the kernel's info first, which tells that the main
 * shell is free even where no status is known.
 */
export class Probe implements IDisposable {
  constructor(kernel: Kernel.IKernelConnection) {
    this._kernel = kernel;
    this._clone = kernel.clone({ handleComms: false });
    const gone = new Promise<null>(resolve => {
      this._clone.disposed.connect(() => resolve(null));
    });
    this._clone.connectionStatusChanged.connect((_, status) => {
      if (status === 'disconnected') {
        this.dispose();
      }
    });
    this.answer = Promise.race([gone, this._ask()]).finally(() =>
      this.dispose()
    );
  }

  /**
   * The kernel's Environment, or null where the kernel had no time for it
   * (busy, aborted, interrupted, restarted): ask again at the next idle. Rejects with a
   * ProbeError where it answered something else.
   */
  readonly answer: Promise<Environment | null>;

  get isDisposed(): boolean {
    return this._clone.isDisposed;
  }

  /** Gives the question up; `answer` becomes null. */
  dispose(): void {
    this._clone.dispose();
  }

  private async _ask(): Promise<Environment | null> {
    await this._clone.info;
    if (this._kernel.status === 'busy') {
      await this._settled();
    }
    if (this.isDisposed || this._kernel.status === 'busy') {
      return null;
    }
    const future = this._clone.requestExecute({
      code: '',
      silent: true,
      store_history: false,
      stop_on_error: false,
      allow_stdin: false,
      user_expressions: { [PROBE_KEY]: PROBE_EXPRESSION }
    });
    // Rejected where the kernel restarts or dies: "Canceled future".
    const reply = await future.done.catch(() => null);
    return reply?.content.status !== 'ok' || isInterrupted(reply.content)
      ? null
      : readReply(reply.content);
  }

  /** Resolves once the kernel is no longer busy, or after `SETTLE`. */
  private _settled(): Promise<void> {
    return new Promise(resolve => {
      const kernel = this._kernel;
      const done = () => {
        clearTimeout(timer);
        kernel.statusChanged.disconnect(done);
        resolve();
      };
      const timer = setTimeout(done, SETTLE);
      kernel.statusChanged.connect(done);
    });
  }

  private readonly _kernel: Kernel.IKernelConnection;
  private readonly _clone: Kernel.IKernelConnection;
}
