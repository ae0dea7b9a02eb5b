/** What one kernel last said of itself. */
import type { Kernel } from '@jupyterlab/services';
import type { Told } from '../engine/text';
import type { Environment } from '../engine/types';
import { ProbeError } from '../probe/reply';
import { Probe } from './probe';
import type { Outcome } from './schedule';

/** Holds the last answer, or why there is none, and at most one question on its way. */
export class Answers {
  /** Null before the first answer, and where the last one was of no use. */
  get environment(): Environment | null {
    return this._environment;
  }

  /** When the environment was told. */
  get at(): Date {
    return this._at;
  }

  /** One line for people; null unless the last answer was of no use. */
  get failure(): Told | null {
    return this._failure;
  }

  /** Asks; an answer counts only where the kernel still `isCurrent`. Never rejects. */
  async ask(
    kernel: Kernel.IKernelConnection | null,
    isCurrent: () => boolean
  ): Promise<Outcome> {
    if (!kernel || kernel.isDisposed) {
      return 'gone';
    }
    const probe = new Probe(kernel);
    this._probe = probe;
    try {
      const environment = await probe.answer;
      if (!isCurrent()) {
        return 'gone';
      }
      if (!environment) {
        return 'refused';
      }
      this._environment = environment;
      this._at = new Date();
      this._failure = null;
    } catch (error) {
      if (!isCurrent()) {
        return 'gone';
      }
      this._environment = null;
      this._failure =
        error instanceof ProbeError
          ? error.told
          : new ProbeError('The kernel could not be asked what it has.').told;
    }
    return 'answered';
  }

  /** Gives the question on its way up. */
  drop(): void {
    this._probe?.dispose();
  }

  forget(): void {
    this._environment = null;
    this._failure = null;
  }

  private _environment: Environment | null = null;
  private _at = new Date(0);
  private _failure: Told | null = null;
  private _probe: Probe | null = null;
}
