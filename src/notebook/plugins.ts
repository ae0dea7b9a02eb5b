/** Plugins that work in notebooks: the diagnoses, the marks in cells, the restart notice. */

import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import {
  ISessionContextDialogs,
  SessionContextDialogs
} from '@jupyterlab/apputils';
import { IEditorExtensionRegistry } from '@jupyterlab/codemirror';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { IDoctorSettings, type Settings } from '../settings';
import { CommandIDs, IDiagnoses, PluginIDs, type Diagnoses } from '../tokens';
import { atlasSource } from './atlas';
import { ErrorHelps } from './errors/helps';
import { InstallNotices } from './install-notices';
import { CellBadges } from './marks/badges';
import { underlines } from './marks/underlines';
import { RestartNotices } from './notices';
import { DiagnosisTracker } from './tracker';

export const diagnosesPlugin: JupyterFrontEndPlugin<Diagnoses> = {
  id: PluginIDs.diagnoses,
  description: 'Judges open notebooks against what their kernels have.',
  autoStart: true,
  provides: IDiagnoses,
  requires: [INotebookTracker, IDoctorSettings],
  optional: [ISessionContextDialogs, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    notebooks: INotebookTracker,
    settings: Settings,
    dialogs: ISessionContextDialogs | null,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load(
      'jupyterlab_keras_doctor'
    );
    return new DiagnosisTracker({
      notebooks,
      wishes: settings,
      atlas: atlasSource(() => import('../atlas.json')),
      // The templates stand in the engine, which knows no translator.
      // eslint-disable-next-line jupyter/no-dynamic-translation
      say: (template, ...values) => trans.__(template, ...values),
      dialogs:
        dialogs ??
        new SessionContextDialogs({ translator: translator ?? nullTranslator }),
      show: panel => app.shell.activateById(panel.id)
    });
  }
};

export const marksPlugin: JupyterFrontEndPlugin<void> = {
  id: PluginIDs.marks,
  description: 'Underlines findings in cells and counts them in a badge.',
  autoStart: true,
  requires: [
    IDiagnoses,
    IDoctorSettings,
    INotebookTracker,
    IEditorExtensionRegistry
  ],
  optional: [ITranslator],
  activate: (
    app: JupyterFrontEnd,
    diagnoses: Diagnoses,
    settings: Settings,
    notebooks: INotebookTracker,
    editors: IEditorExtensionRegistry,
    translator: ITranslator | null
  ) => {
    if (!(diagnoses instanceof DiagnosisTracker)) {
      return;
    }
    const trans = (translator ?? nullTranslator).load(
      'jupyterlab_keras_doctor'
    );
    const show = (cellId: string | null) => {
      if (app.commands.hasCommand(CommandIDs.showPanel)) {
        void app.commands.execute(CommandIDs.showPanel, { cellId });
      }
    };
    editors.addExtension(
      underlines({
        diagnoses,
        settings,
        trans,
        commands: app.commands,
        isInCurrent: node =>
          notebooks.currentWidget?.node.contains(node) === true
      })
    );
    const mark = (panel: NotebookPanel) => {
      const diagnosis = diagnoses.open.of(panel);
      if (diagnosis) {
        const badges = new CellBadges({
          panel,
          diagnosis,
          settings,
          trans,
          onClick: show
        });
        panel.disposed.connect(() => badges.dispose());
      }
    };
    notebooks.forEach(mark);
    diagnoses.open.viewShown.connect((_, panel) => mark(panel));
  }
};

export const errorsPlugin: JupyterFrontEndPlugin<void> = {
  id: PluginIDs.errors,
  description: 'Explains errors that cells raise out of TensorFlow or Keras.',
  autoStart: true,
  requires: [IDiagnoses, INotebookTracker],
  optional: [ITranslator],
  activate: (
    app: JupyterFrontEnd,
    diagnoses: Diagnoses,
    notebooks: INotebookTracker,
    translator: ITranslator | null
  ) => {
    if (!(diagnoses instanceof DiagnosisTracker)) {
      return;
    }
    const trans = (translator ?? nullTranslator).load(
      'jupyterlab_keras_doctor'
    );
    const help = (panel: NotebookPanel) => {
      const diagnosis = diagnoses.open.of(panel);
      if (diagnosis) {
        const helps = new ErrorHelps({
          panel,
          diagnosis,
          trans,
          show: cellId => {
            if (app.commands.hasCommand(CommandIDs.showPanel)) {
              void app.commands.execute(
                CommandIDs.showPanel,
                cellId === null ? {} : { cellId }
              );
            }
          }
        });
        panel.disposed.connect(() => helps.dispose());
      }
    };
    notebooks.forEach(help);
    diagnoses.open.viewShown.connect((_, panel) => help(panel));
  }
};

export const noticesPlugin: JupyterFrontEndPlugin<void> = {
  id: PluginIDs.notices,
  description:
    'Tells once when a kernel has to be restarted, or an install has failed.',
  autoStart: true,
  requires: [IDiagnoses],
  optional: [ITranslator],
  activate: (
    app: JupyterFrontEnd,
    diagnoses: Diagnoses,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load(
      'jupyterlab_keras_doctor'
    );
    new RestartNotices(diagnoses, trans);
    new InstallNotices({
      diagnoses,
      trans,
      show: diagnosis => {
        diagnoses.show(diagnosis);
        if (app.commands.hasCommand(CommandIDs.showPanel)) {
          void app.commands.execute(CommandIDs.showPanel);
        }
      }
    });
  }
};
