/** The plugin that adds the status bar item, and the button in the notebook's toolbar. */

import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { IToolbarWidgetRegistry } from '@jupyterlab/apputils';
import { NotebookPanel } from '@jupyterlab/notebook';
import { IStatusBar } from '@jupyterlab/statusbar';
import { ITranslator } from '@jupyterlab/translation';

import { IDiagnoses, PluginIDs, type Diagnoses } from '../tokens';
import { textsOf } from '../translation';
import { DoctorButton } from './button';
import { StatusItem, StatusModel } from './item';

export const statusPlugin: JupyterFrontEndPlugin<void> = {
  id: PluginIDs.status,
  description:
    'Tells in the status bar, or in the toolbar where there is none, which TensorFlow the notebook meets, and how much was found.',
  autoStart: true,
  requires: [IDiagnoses],
  optional: [IStatusBar, IToolbarWidgetRegistry, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    diagnoses: Diagnoses,
    statusBar: IStatusBar | null,
    toolbars: IToolbarWidgetRegistry | null,
    translator: ITranslator | null
  ) => {
    const { commands } = app;
    const trans = textsOf(translator);
    toolbars?.addFactory('Notebook', 'keras-doctor', panel => {
      const followed = {
        get current() {
          return panel instanceof NotebookPanel ? diagnoses.of(panel) : null;
        },
        changed: diagnoses.anyChanged
      };
      // Notebook 7 has no status bar.
      const isTold = statusBar === null;
      return new DoctorButton({ followed, commands, trans, isTold });
    });
    if (!statusBar) {
      return;
    }
    const model = new StatusModel(diagnoses, trans);
    statusBar.registerStatusItem(PluginIDs.status, {
      item: new StatusItem(model, trans, commands),
      align: 'left',
      rank: 50,
      isActive: () => model.words !== null,
      activeStateChanged: model.stateChanged
    });
  }
};
