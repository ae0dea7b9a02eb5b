/** The plugin that adds the commands. */

import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { IDiagnoses, PluginIDs, type Diagnoses } from '../tokens';
import { addCommands } from './commands';

export const commandsPlugin: JupyterFrontEndPlugin<void> = {
  id: PluginIDs.commands,
  description: 'Adds the commands of Keras Doctor.',
  autoStart: true,
  requires: [IDiagnoses],
  optional: [ICommandPalette, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    diagnoses: Diagnoses,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load(
      'jupyterlab_keras_doctor'
    );
    const category = trans.__('Keras Doctor');
    for (const command of addCommands({ app, diagnoses, trans })) {
      palette?.addItem({ command, category });
    }
  }
};
