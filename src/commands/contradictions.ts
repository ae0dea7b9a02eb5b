/** The command that copies what the kernel has refuted, for a bug report. */

import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Clipboard, Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { copyIcon } from '@jupyterlab/ui-components';

import type { Report } from '../engine/types';
import { CommandIDs, type Diagnoses } from '../tokens';
import { describe } from './args';
import { contradictionReport } from './contradiction-report';

export interface ContradictionCommandOptions {
  readonly app: JupyterFrontEnd;
  readonly diagnoses: Diagnoses;
  readonly trans: TranslationBundle;
}

export function addContradictionCommand({
  app,
  diagnoses,
  trans
}: ContradictionCommandOptions): void {
  app.commands.addCommand(CommandIDs.copyContradictions, {
    label: trans.__('Copy a Report of the Marked Lines That Ran'),
    caption: trans.__(
      'Copy the lines that ran although Keras Doctor had marked them, with what this kernel has'
    ),
    icon: copyIcon,
    isEnabled: () => refutedIn(diagnoses) !== null,
    describedBy: describe({}),
    execute: () => {
      const report = refutedIn(diagnoses);
      if (report === null) {
        return false;
      }
      Clipboard.copyToSystem(contradictionReport(report));
      Notification.success(trans.__('The report is copied.'), {
        autoClose: 3000
      });
      return true;
    }
  });
}

/** Null where the kernel has refuted nothing. */
function refutedIn({ current }: Diagnoses): Report | null {
  const state = current?.state;
  return state?.kind === 'judged' && state.report.contradictions?.length
    ? state.report
    : null;
}
