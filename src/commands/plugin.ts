/** The plugin that adds the commands. */

import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';

import { IDoctorSettings, type Settings } from '../settings';
import {
  IDiagnoses,
  IRulePages,
  PluginIDs,
  type Diagnoses,
  type RulePages
} from '../tokens';
import { textsOf } from '../translation';
import { Announcer } from './announcer';
import { addCommands } from './commands';
import { notebookCursor } from './cursor';
import { addSettingCommands } from './settings';
import { SpokenCounts } from './spoken-counts';

export const commandsPlugin: JupyterFrontEndPlugin<void> = {
  id: PluginIDs.commands,
  description: 'Adds the commands of Keras Doctor.',
  autoStart: true,
  requires: [IDiagnoses, IDoctorSettings, INotebookTracker],
  optional: [ICommandPalette, IRulePages, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    diagnoses: Diagnoses,
    settings: Settings,
    notebooks: INotebookTracker,
    palette: ICommandPalette | null,
    pages: RulePages | null,
    translator: ITranslator | null
  ) => {
    const trans = textsOf(translator);
    const category = trans.__('Keras Doctor');
    const announcer = new Announcer('jp-KerasDoctor-announcer');
    const counter = new Announcer('jp-KerasDoctor-countAnnouncer');
    Widget.attach(announcer, document.body);
    Widget.attach(counter, document.body);
    new SpokenCounts({
      diagnoses,
      trans,
      announce: text => counter.announce(text)
    });
    const added = addCommands({
      commands: app.commands,
      diagnoses,
      cursor: notebookCursor(notebooks, test => app.contextMenuHitTest(test)),
      pages,
      trans,
      activate: (id, { focus }) => {
        app.shell.activateById(id);
        if (focus) {
          // What stands at the side takes no focus by itself.
          document.getElementById(id)?.focus();
        }
      },
      announce: text => announcer.announce(text)
    });
    const { commands } = app;
    const about = addSettingCommands({ commands, settings, trans });
    for (const command of [...added, ...about]) {
      palette?.addItem({ command, category });
    }
  }
};
