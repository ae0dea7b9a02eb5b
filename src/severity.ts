/** What people call a severity. */

import type { TranslationBundle } from '@jupyterlab/translation';

import type { Severity } from './engine/types';

export function severityName(
  severity: Severity,
  trans: TranslationBundle
): string {
  switch (severity) {
    case 'error':
      return trans.__('Error');
    case 'warning':
      return trans.__('Warning');
    case 'info':
      return trans.__('Note');
  }
}
