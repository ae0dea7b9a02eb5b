/** What the commands work with. */

import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { Diagnoses, RulePages } from '../tokens';
import type { Cursor } from './cursor';

export interface CommandsOptions {
  readonly commands: JupyterFrontEnd['commands'];
  readonly diagnoses: Diagnoses;
  readonly cursor: Cursor;
  /** Null where their plugin is switched off. */
  readonly pages: RulePages | null;
  readonly trans: TranslationBundle;
  /** Brings a widget of the shell to the front; on wish with the focus. */
  readonly activate: (
    widgetId: string,
    wish: { readonly focus: boolean }
  ) => void;
  /** Tells those who do not see what happened. */
  readonly announce: (text: string) => void;
}
