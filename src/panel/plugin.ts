/** The plugin that adds the side panel. */

import {
  ILabShell,
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { IDiagnoses, PANEL_ID, PluginIDs, type Diagnoses } from '../tokens';
import { DoctorPanel } from './panel';

export const panelPlugin: JupyterFrontEndPlugin<void> = {
  id: PluginIDs.panel,
  description: 'Adds the side panel of Keras Doctor.',
  autoStart: true,
  requires: [IDiagnoses],
  optional: [ILabShell, ILayoutRestorer, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    diagnoses: Diagnoses,
    labShell: ILabShell | null,
    restorer: ILayoutRestorer | null,
    translator: ITranslator | null
  ) => {
    const panel = new DoctorPanel({
      diagnoses,
      commands: app.commands,
      translator: translator ?? nullTranslator
    });
    restorer?.add(panel, PANEL_ID);
    if (labShell) {
      labShell.add(panel, 'right', { rank: 650, type: 'Keras Doctor' });
    } else {
      // Notebook 7: hidden there until it is activated.
      app.shell.add(panel, 'right');
    }
  }
};
