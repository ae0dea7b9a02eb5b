/** What people are told of an edit. */

import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { EditOutcome } from '../tokens';

/** Says why an edit was not made; returns whether it was. */
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
