/** The plugin that adds the side panel. */

import {
  ILabShell,
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { IDiagnoses, PANEL_ID, PluginIDs, type Diagnoses } from '../tokens';
import { browserStore } from './browser-store';
import type { ChoiceStore } from './choices';
import { DoctorPanel } from './panel';

const STORE_KEY = 'jupyterlab-keras-doctor:panel';

export const panelPlugin: JupyterFrontEndPlugin<void> = {
  id: PluginIDs.panel,
  description: 'Adds the side panel of Keras Doctor.',
  autoStart: true,
  requires: [IDiagnoses],
  optional: [ILabShell, ILayoutRestorer, IStateDB, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    diagnoses: Diagnoses,
    labShell: ILabShell | null,
    restorer: ILayoutRestorer | null,
    state: IStateDB | null,
    translator: ITranslator | null
  ) => {
    const panel = new DoctorPanel({
      diagnoses,
      commands: app.commands,
      // The state of Notebook 7 is gone with its page, and it has a page for each notebook.
      store: labShell ? state && storeIn(state) : browserStore(STORE_KEY),
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

function storeIn(state: IStateDB): ChoiceStore {
  return {
    fetch: () => state.fetch(STORE_KEY),
    save: value => state.save(STORE_KEY, value)
  };
}
