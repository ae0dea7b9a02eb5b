/** Tells once that a kernel still runs what has been replaced. */

import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { Diagnoses, Diagnosis } from '../tokens';

interface Notice {
  readonly cause: string;
  readonly notification: string;
}

/**
 * One notification per cause, which is a kernel and what it says of itself. It
 * is taken back once the kernel has what is installed.
 */
export class RestartNotices {
  constructor(
    private readonly diagnoses: Diagnoses,
    private readonly trans: TranslationBundle
  ) {
    diagnoses.anyChanged.connect((_, diagnosis) => this.look(diagnosis));
    diagnoses.all.forEach(diagnosis => this.look(diagnosis));
  }

  private look(diagnosis: Diagnosis): void {
    const { kernelId, state } = diagnosis;
    if (kernelId === null || state.kind !== 'judged' || state.stale) {
      return;
    }
    const messages = state.report.environmentFindings
      .filter(({ rule }) => rule === 'restart-needed')
      .map(({ message }) => message);
    const cause = messages.join('\n');
    const told = this.told.get(kernelId);
    if (told?.cause === cause || (!told && !cause)) {
      return;
    }
    if (told) {
      Notification.dismiss(told.notification);
      this.told.delete(kernelId);
    }
    if (cause) {
      this.told.set(kernelId, {
        cause,
        notification: this.tell(diagnosis, messages)
      });
    }
  }

  /** Notifications are cut at 140 characters: the first message, and how many more there are. */
  private tell(diagnosis: Diagnosis, messages: readonly string[]): string {
    const [first, ...more] = messages.map(text => text.replace(/`/g, ''));
    const text =
      more.length === 0
        ? first
        : this.trans._n(
            '%2 (and %1 more package)',
            '%2 (and %1 more packages)',
            more.length,
            first
          );
    return Notification.info(text, {
      // Then it waits in the notification centre: the toast covers the panel's last buttons.
      autoClose: 10000,
      actions: [
        {
          label: this.trans.__('Restart kernel'),
          caption: this.trans.__(
            'Restart the kernel of %1',
            diagnosis.notebook
          ),
          displayType: 'accent',
          callback: () => void this.diagnoses.restart(diagnosis)
        }
      ]
    });
  }

  private readonly told = new Map<string, Notice>();
}
