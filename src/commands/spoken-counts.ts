/** Tells how much was found in the current notebook, to those who do not see its marks. */

import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';
import { Debouncer } from '@lumino/polling';
import { Signal } from '@lumino/signaling';

import { countsText } from '../counts';
import type { Diagnoses, Diagnosis } from '../tokens';

/** Milliseconds without a key and without another count: half-typed names come and go. */
const REST = 1500;

export interface SpokenCountsOptions {
  readonly diagnoses: Diagnoses;
  readonly trans: TranslationBundle;
  readonly announce: (text: string) => void;
}

/** Speaks once the counts rest, and of each notebook only what it has not said of it last. */
export class SpokenCounts implements IDisposable {
  constructor(private readonly options: SpokenCountsOptions) {
    options.diagnoses.changed.connect(this.onChanged, this);
    document.addEventListener('keydown', this.onKey, true);
    this.onChanged();
  }

  get isDisposed(): boolean {
    return this.rest.isDisposed;
  }

  dispose(): void {
    document.removeEventListener('keydown', this.onKey, true);
    Signal.clearData(this);
    this.rest.dispose();
  }

  private onChanged(): void {
    const text = this.news();
    if (text !== this.awaited) {
      this.awaited = text;
      void (text === null ? this.rest.stop() : this.rest.invoke());
    }
  }

  private readonly onKey = (): void => {
    if (this.awaited !== null) {
      void this.rest.invoke();
    }
  };

  private speak(): void {
    const text = this.news();
    const { current } = this.options.diagnoses;
    this.awaited = null;
    if (current && text !== null) {
      this.said.set(current, text);
      this.options.announce(text);
    }
  }

  /** What has not been said yet; null where there is no such thing. A notebook without findings starts in silence. */
  private news(): string | null {
    const { diagnoses, trans } = this.options;
    const { current } = diagnoses;
    if (current?.state.kind !== 'judged') {
      return null;
    }
    const { findings, environmentFindings } = current.state.report;
    const counts = countsText([...findings, ...environmentFindings], trans);
    const said = this.said.get(current);
    if (counts === '' && said === undefined) {
      return null;
    }
    const text =
      counts === ''
        ? trans.__('Keras Doctor: nothing found')
        : trans.__('Keras Doctor: %1', counts);
    return text === said ? null : text;
  }

  private readonly said = new WeakMap<Diagnosis, string>();
  private readonly rest = new Debouncer(() => this.speak(), REST);
  private awaited: string | null = null;
}
