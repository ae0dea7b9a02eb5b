/** The plugin that adds the status bar item. */

import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { IStatusBar } from '@jupyterlab/statusbar';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { CommandIDs, IDiagnoses, PluginIDs, type Diagnoses } from '../tokens';
import { StatusItem, StatusModel } from './item';

export const statusPlugin: JupyterFrontEndPlugin<void> = {
  id: PluginIDs.status,
  description:
    'Tells in the status bar which TensorFlow the notebook meets, and how much was found.',
  autoStart: true,
  requires: [IDiagnoses],
  optional: [IStatusBar, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    diagnoses: Diagnoses,
    statusBar: IStatusBar | null,
    translator: ITranslator | null
  ) => {
    if (!statusBar) {
      // Notebook 7 has none: the button in the notebook's toolbar leads to the panel there.
      return;
    }
    const trans = (translator ?? nullTranslator).load(
      'jupyterlab_keras_doctor'
    );
    const model = new StatusModel(diagnoses, trans);
    const item = new StatusItem(model, trans, () => {
      if (app.commands.hasCommand(CommandIDs.showPanel)) {
        void app.commands.execute(CommandIDs.showPanel);
      }
    });
    statusBar.registerStatusItem(PluginIDs.status, {
      item,
      align: 'left',
      rank: 50,
      isActive: () => model.words !== null,
      activeStateChanged: model.stateChanged
    });
  }
};
