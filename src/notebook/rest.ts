/** A wait for the end of typing. */
import type { IDisposable } from '@lumino/disposable';

/** Calls back once nothing has begun anew for a while; how long is asked each time, since a setting says it. */
export class Rest implements IDisposable {
  constructor(private readonly onRest: () => void) {}

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** @param duration In milliseconds, from now; a wait that has begun ends. */
  begin(duration: number): void {
    window.clearTimeout(this.timer);
    if (!this._isDisposed) {
      this.timer = window.setTimeout(() => this.onRest(), duration);
    }
  }

  dispose(): void {
    this._isDisposed = true;
    window.clearTimeout(this.timer);
  }

  private timer: number | undefined = undefined;
  private _isDisposed = false;
}
