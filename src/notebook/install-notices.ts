/** Tells once that an install has failed. */

import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { ISignal } from '@lumino/signaling';

import type { Diagnoses, Diagnosis } from '../tokens';

export interface InstallNoticesOptions {
  readonly diagnoses: Pick<Diagnoses, 'all'> & {
    readonly anyChanged: ISignal<unknown, Diagnosis>;
  };
  readonly trans: TranslationBundle;
  /** Shows the panel with the notebook of a diagnosis. */
  readonly show: (diagnosis: Diagnosis) => void;
}

interface Notice {
  readonly cause: string;
  readonly notification: string;
}

/**
 * One notification per cause, which is a kernel, an install and why it failed:
 * a cell that fails again in the same way is not told again. It is taken back
 * once something else is known.
 */
export class InstallNotices {
  constructor(private readonly options: InstallNoticesOptions) {
    const { diagnoses } = options;
    diagnoses.anyChanged.connect((_, diagnosis) => this.look(diagnosis));
    diagnoses.all.forEach(diagnosis => this.look(diagnosis));
  }

  private look(diagnosis: Diagnosis): void {
    const { kernelId, refusals } = diagnosis;
    const last = refusals[refusals.length - 1];
    const cause = last && [kernelId, last.source, last.why].join('\n');
    const told = this.told.get(diagnosis);
    if (told?.cause === cause) {
      return;
    }
    if (told) {
      Notification.dismiss(told.notification);
      this.told.delete(diagnosis);
    }
    if (cause !== undefined) {
      const notification = this.tell(diagnosis, last.installer);
      this.told.set(diagnosis, { cause, notification });
    }
  }

  private tell(diagnosis: Diagnosis, installer: string): string {
    const { trans, show } = this.options;
    return Notification.warning(
      trans.__(
        '%1 failed in %2. Keras Doctor’s panel says why, and what else there is.',
        installer,
        diagnosis.notebook
      ),
      {
        // As the offer of a restart: then it waits in the notification centre.
        autoClose: 10000,
        actions: [
          {
            label: trans.__('Show Keras Doctor'),
            displayType: 'accent',
            callback: () => show(diagnosis)
          }
        ]
      }
    );
  }

  private readonly told = new WeakMap<Diagnosis, Notice>();
}
