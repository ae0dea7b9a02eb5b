/** What needs the person, of all open notebooks: a kernel that has to be restarted, an install that has failed. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { Signal, type ISignal } from '@lumino/signaling';

import type { Diagnoses, Diagnosis, Judged } from '../tokens';

export interface CausesOptions {
  readonly diagnoses: Pick<Diagnoses, 'all' | 'restart'> & {
    readonly anyChanged: ISignal<unknown, Diagnosis>;
  };
  readonly trans: TranslationBundle;
  /** Shows the panel with the notebook of a diagnosis. */
  readonly show: (diagnosis: Diagnosis) => void;
}

/** One thing to tell. */
export interface Cause {
  /** There is one at a time: a kernel's id for restarts, the diagnosis for installs. */
  readonly place: unknown;
  /** What it is about, for good: the kernel, or the kernel and its install. */
  readonly subject: string;
  /** Why; the same words are the same cause. */
  readonly cause: string;
  readonly message: string;
  readonly type: 'info' | 'warning';
  readonly action: {
    readonly label: string;
    readonly caption: string;
    readonly callback: () => void;
  };
}

/** What one of the kernel's notebooks last heard of it. */
interface Answer {
  readonly diagnosis: Diagnosis;
  readonly judged: Judged;
}

export class Causes {
  constructor(private readonly options: CausesOptions) {
    options.diagnoses.anyChanged.connect(() => this._changed.emit());
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get now(): readonly Cause[] {
    const { all } = this.options.diagnoses;
    return [
      ...[...this.answers].flatMap(([kernelId, answer]) =>
        this.restartOf(kernelId, answer)
      ),
      ...all.flatMap(diagnosis => this.installOf(diagnosis))
    ];
  }

  /** Places of which nothing is known for the moment: what was told of them stays. */
  get undecided(): ReadonlySet<unknown> {
    const { all } = this.options.diagnoses;
    const { answers } = this;
    return new Set(
      all.flatMap(({ kernelId }) => (answers.has(kernelId) ? [] : [kernelId]))
    );
  }

  /** Of several notebooks on one kernel only the one that asked last knows what it has. */
  private get answers(): ReadonlyMap<string | null, Answer> {
    const answers = new Map<string | null, Answer>();
    for (const diagnosis of this.options.diagnoses.all) {
      const { kernelId, state } = diagnosis;
      if (kernelId === null || state.kind !== 'judged' || state.stale) {
        continue;
      }
      const known = answers.get(kernelId);
      if (!known || state.at > known.judged.at) {
        answers.set(kernelId, { diagnosis, judged: state });
      }
    }
    return answers;
  }

  /** Notifications are cut at 140 characters: the first message, and how many more there are. */
  private restartOf(
    kernelId: string | null,
    { diagnosis, judged }: Answer
  ): readonly Cause[] {
    const { diagnoses, trans } = this.options;
    const messages = judged.report.environmentFindings
      .filter(({ rule }) => rule === 'restart-needed')
      .map(({ message }) => message.replace(/`/g, ''));
    const [first, ...more] = messages;
    return first === undefined
      ? []
      : [
          {
            place: kernelId,
            subject: `restart ${kernelId}`,
            cause: messages.join('\n'),
            message:
              more.length === 0
                ? first
                : trans._n(
                    '%2 (and %1 more package)',
                    '%2 (and %1 more packages)',
                    more.length,
                    first
                  ),
            type: 'info',
            action: {
              label: trans.__('Restart kernel'),
              caption: trans.__('Restart the kernel of %1', diagnosis.notebook),
              callback: () => void diagnoses.restart(diagnosis)
            }
          }
        ];
  }

  private installOf(diagnosis: Diagnosis): readonly Cause[] {
    const { trans, show } = this.options;
    const { kernelId, refusals, notebook } = diagnosis;
    const last = refusals[refusals.length - 1];
    return last === undefined
      ? []
      : [
          {
            place: diagnosis,
            subject: `install ${kernelId}\n${last.source}`,
            cause: `${last.source}\n${last.why}`,
            message: trans.__(
              '%1 failed in %2. Keras Doctor’s panel says why, and what else there is.',
              last.installer,
              notebook
            ),
            type: 'warning',
            action: {
              label: trans.__('Show Keras Doctor'),
              caption: '',
              callback: () => show(diagnosis)
            }
          }
        ];
  }

  private readonly _changed = new Signal<this, void>(this);
}
