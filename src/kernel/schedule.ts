/** When to ask: what is wanted waits for a quiet moment. */
import type { IDisposable } from '@lumino/disposable';

/** How long the kernel must have been quiet, in milliseconds. Idle gaps of "Run All" last 0–7 ms. */
export const QUIET = 300;

/** Questions in a row that the kernel may turn down before it is left alone. */
export const MOST_REFUSALS = 5;

/** What became of a question: answered, turned down for now, or given up. */
export type Outcome = 'answered' | 'refused' | 'gone';

/** The timers that a schedule uses; the environment's own unless a test brings others. */
export interface IClock {
  setTimeout(callback: () => void, delay: number): unknown;
  clearTimeout(timer: unknown): void;
}

export interface IScheduleOptions {
  /** Asks now; must not reject. */
  readonly ask: () => Promise<Outcome>;
  /** Called whenever what the getters say may have changed. */
  readonly onChange: () => void;
  readonly clock?: IClock;
}

/**
 * Holds at most one wish to ask and one question at a time. A wish is carried
 * out after the kernel has been open for `QUIET` milliseconds without a break;
 * a wish that comes up meanwhile replaces it. A refused question is wished for
 * again.
 */
export class Schedule implements IDisposable {
  constructor(options: IScheduleOptions) {
    this._options = options;
    this._clock = options.clock ?? {
      setTimeout: (callback, delay) => window.setTimeout(callback, delay),
      clearTimeout: timer => window.clearTimeout(Number(timer))
    };
  }

  /** Whether a question is wished for and not yet on its way. */
  get isDue(): boolean {
    return this._due;
  }

  /** Whether a question is on its way. */
  get isAsking(): boolean {
    return this._asking;
  }

  /** Whether the kernel turned `MOST_REFUSALS` questions in a row down. */
  get isGivenUp(): boolean {
    return this._refusals >= MOST_REFUSALS;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** Whether the kernel could answer now. */
  get isOpen(): boolean {
    return this._open;
  }
  set isOpen(open: boolean) {
    if (open !== this._open) {
      this._open = open;
      this._settle();
    }
  }

  /** Asks at the next quiet moment. */
  want(): void {
    this._due = true;
    this._refusals = 0;
    this._settle();
  }

  /** Forgets the wish; a question on its way no longer counts. */
  cancel(): void {
    this._due = false;
    this._asking = false;
    this._refusals = 0;
    this._round++;
    this._settle();
  }

  dispose(): void {
    this._isDisposed = true;
    this.cancel();
  }

  private _settle(): void {
    if (this._timer !== null) {
      this._clock.clearTimeout(this._timer);
      this._timer = null;
    }
    if (this._due && this._open && !this._asking && !this._isDisposed) {
      this._timer = this._clock.setTimeout(() => {
        this._timer = null;
        void this._ask();
      }, QUIET);
    }
    if (!this._isDisposed) {
      this._options.onChange();
    }
  }

  private async _ask(): Promise<void> {
    const round = ++this._round;
    this._due = false;
    this._asking = true;
    const outcome = await this._options.ask();
    if (round !== this._round || this._isDisposed) {
      return;
    }
    this._asking = false;
    this._refusals = outcome === 'refused' ? this._refusals + 1 : 0;
    this._due = this._due || (this._refusals > 0 && !this.isGivenUp);
    this._settle();
  }

  private readonly _options: IScheduleOptions;
  private readonly _clock: IClock;
  private _due = false;
  private _open = false;
  private _asking = false;
  private _refusals = 0;
  private _round = 0;
  private _timer: unknown = null;
  private _isDisposed = false;
}
