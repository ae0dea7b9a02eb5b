/** Says why an edit was not made. */

import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { EditOutcome } from '../tokens';

/** Returns whether it was made. */
export function tell(outcome: EditOutcome, trans: TranslationBundle): boolean {
  switch (outcome) {
    case 'done':
      return true;
    case 'changed':
      Notification.warning(
        trans.__('The cell has changed in the meantime. Nothing was edited.'),
        { autoClose: 5000 }
      );
      return false;
    case 'read-only':
      Notification.warning(
        trans.__('This cell is read-only. Nothing was edited.'),
        { autoClose: 5000 }
      );
      return false;
    case 'gone':
      return false;
  }
}
