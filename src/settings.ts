/** A typed view of schema/plugin.json. */

import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { Token } from '@lumino/coreutils';
import { Signal, type ISignal } from '@lumino/signaling';

import { PluginIDs } from './tokens';

const MARKS = ['both', 'badge', 'underline', 'none'] as const;

export type Marks = (typeof MARKS)[number];

/** What the person chose; the defaults where there is no settings system. */
export class Settings {
  constructor(private readonly source: ISettingRegistry.ISettings | null) {
    source?.changed.connect(() => this._changed.emit());
  }

  /** Which marks cells carry. */
  get marks(): Marks {
    const value = this.source?.get('marks').composite;
    return MARKS.find(kind => kind === value) ?? 'both';
  }

  get badges(): boolean {
    return this.marks === 'both' || this.marks === 'badge';
  }

  get underlines(): boolean {
    return this.marks === 'both' || this.marks === 'underline';
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  private readonly _changed = new Signal<this, void>(this);
}

export const IDoctorSettings = new Token<Settings>(
  'jupyterlab-keras-doctor:IDoctorSettings',
  'The settings of Keras Doctor.'
);

export const settingsPlugin: JupyterFrontEndPlugin<Settings> = {
  id: PluginIDs.settings,
  description: 'Provides the settings of Keras Doctor.',
  autoStart: true,
  provides: IDoctorSettings,
  optional: [ISettingRegistry],
  activate: async (_: JupyterFrontEnd, registry: ISettingRegistry | null) =>
    new Settings(registry && (await registry.load(PluginIDs.settings)))
};
