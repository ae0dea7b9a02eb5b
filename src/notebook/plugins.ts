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
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import type { Finding } from '../engine/types';
import { IDoctorSettings, type Settings } from '../settings';
import { showPanel } from '../show-panel';
import {
  CommandIDs,
  IDiagnoses,
  PluginIDs,
  findingKey,
  type Diagnoses
} from '../tokens';
import { textsOf } from '../translation';
import { atlasSource } from './atlas';
import { Causes } from './causes';
import { ErrorHelps } from './errors/helps';
import { CellBadges } from './marks/badges';
import { underlines } from './marks/underlines';
import { Notices } from './notices';
import { ToldCauses } from './told-causes';
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
    const trans = textsOf(translator);
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
    const trans = textsOf(translator);
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
    const onClick = (cellId: string) => showPanel(app.commands, { cellId });
    diagnoses.open.forEachView(
      (panel, diagnosis) =>
        new CellBadges({ panel, diagnosis, settings, trans, onClick })
    );
  }
};

export const errorsPlugin: JupyterFrontEndPlugin<void> = {
  id: PluginIDs.errors,
  description: 'Explains errors that cells raise out of TensorFlow or Keras.',
  autoStart: true,
  requires: [IDiagnoses],
  optional: [ITranslator],
  activate: (
    app: JupyterFrontEnd,
    diagnoses: Diagnoses,
    translator: ITranslator | null
  ) => {
    if (!(diagnoses instanceof DiagnosisTracker)) {
      return;
    }
    const trans = textsOf(translator);
    const fix = async (finding: Finding, index: number) =>
      app.commands.hasCommand(CommandIDs.applyFix) &&
      (await app.commands.execute(CommandIDs.applyFix, {
        finding: findingKey(finding),
        fix: index
      })) === true;
    const show = (cellId: string | null) =>
      showPanel(app.commands, cellId === null ? {} : { cellId });
    diagnoses.open.forEachView(
      (panel, diagnosis) =>
        new ErrorHelps({ panel, diagnosis, trans, fix, show })
    );
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
    const trans = textsOf(translator);
    const causes = new Causes({
      diagnoses,
      trans,
      show: diagnosis => {
        diagnoses.show(diagnosis);
        showPanel(app.commands);
      }
    });
    new Notices({ causes, told: new ToldCauses(localMemory()) });
  }
};

/** Null where the browser keeps nothing for the page. */
function localMemory(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
