/** The plugin that shows the pages of the rules. */

import {
  ILabShell,
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { Dialog, MainAreaWidget, WidgetTracker } from '@jupyterlab/apputils';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { ITranslator } from '@jupyterlab/translation';

import { doctorIcon } from '../icon';
import { CommandIDs, IRulePages, PluginIDs, type RulePages } from '../tokens';
import { textsOf } from '../translation';
import { Page } from './page';
import { pageSource, rulePage } from './texts';

/** How the ids of the tabs begin. */
const ID = 'jupyterlab-keras-doctor-page-';

export const pagesPlugin: JupyterFrontEndPlugin<RulePages> = {
  id: PluginIDs.pages,
  description: 'Shows the page of a rule of Keras Doctor.',
  autoStart: true,
  provides: IRulePages,
  requires: [IRenderMimeRegistry],
  optional: [ILabShell, ILayoutRestorer, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    rendermime: IRenderMimeRegistry,
    labShell: ILabShell | null,
    restorer: ILayoutRestorer | null,
    translator: ITranslator | null
  ) => {
    const trans = textsOf(translator);
    const source = pageSource(() => import('../pages.json'));
    const tabs = new WidgetTracker<MainAreaWidget<Page>>({
      namespace: 'jupyterlab-keras-doctor-pages'
    });

    const inTab = (name: string, text: string): void => {
      const id = ID + name.replace('/', '-');
      const shown = tabs.find(tab => tab.id === id);
      if (shown) {
        app.shell.activateById(shown.id);
        return;
      }
      const content = new Page({ name, text, rendermime, follow });
      const tab = new MainAreaWidget({ content });
      tab.id = id;
      tab.title.label = titleOf(text);
      tab.title.icon = doctorIcon;
      tab.title.closable = true;
      app.shell.add(tab, 'main');
      void tabs.add(tab);
    };

    const inDialog = (name: string, text: string): void => {
      const body = new Page({
        name,
        text,
        rendermime,
        follow: other => {
          dialog.reject();
          follow(other);
        }
      });
      const dialog = new Dialog({
        title: trans.__('Keras Doctor'),
        body,
        buttons: [Dialog.okButton({ label: trans.__('Close') })]
      });
      void dialog.launch();
    };

    const show = async (name: string): Promise<boolean> => {
      const text = (await source()).get(name);
      if (text === undefined) {
        return false;
      }
      if (labShell) {
        inTab(name, text);
      } else {
        // Notebook 7 has one document a window: a tab has no place there.
        inDialog(name, text);
      }
      return true;
    };

    const follow = (name: string): void => void show(name);

    void restorer?.restore(tabs, {
      command: CommandIDs.explain,
      args: ({ content }) => ({ page: content.name }),
      name: ({ content }) => content.name
    });
    return { showRule: rule => show(rulePage(rule)), showPage: show };
  }
};

function titleOf(text: string): string {
  return /^# (.+)$/m.exec(text)?.[1] ?? '';
}
