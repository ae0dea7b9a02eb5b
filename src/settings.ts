/** A typed view of schema/plugin.json. */

import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { Token } from '@lumino/coreutils';
import { Signal, type ISignal } from '@lumino/signaling';

import type { Severities } from './engine/wishes';
import { PluginIDs } from './tokens';

const GRAVITIES = ['off', 'info', 'warning', 'error'] as const;

const PROBES = ['automatic', 'on-demand'] as const;

const MARKS = ['both', 'badge', 'underline', 'none'] as const;

/** Milliseconds, as the schema has them. */
const DEBOUNCE = { default: 150, least: 0, most: 5000 };

export type Marks = (typeof MARKS)[number];

/** What the person chose; the defaults where there is no settings system. */
export class Settings {
  constructor(private readonly source: ISettingRegistry.ISettings | null) {
    source?.changed.connect(() => this._changed.emit());
  }

  /** Whether Keras Doctor does anything: asks kernels, marks cells. */
  get enabled(): boolean {
    return this.source?.get('enabled').composite !== false;
  }

  /** False where there is no settings system to keep it. */
  get canSwitch(): boolean {
    return this.source !== null;
  }

  async switch(enabled: boolean): Promise<void> {
    await this.source?.set('enabled', enabled);
  }

  /** Whether kernels are asked by themselves, or only when the person says so. */
  get probe(): (typeof PROBES)[number] {
    const value = this.source?.get('probe').composite;
    return PROBES.find(kind => kind === value) ?? 'automatic';
  }

  /** Names of kernels that are never asked; `*` stands for any text. */
  get kernelsLeftAlone(): readonly string[] {
    const value = this.source?.get('kernelsLeftAlone').composite;
    return Array.isArray(value)
      ? value.filter((each): each is string => typeof each === 'string')
      : [];
  }

  /** Milliseconds of rest after the last key before a notebook is judged again. */
  get debounce(): number {
    const value = this.source?.get('debounce').composite;
    return typeof value === 'number'
      ? Math.min(Math.max(value, DEBOUNCE.least), DEBOUNCE.most)
      : DEBOUNCE.default;
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

  /** Rules whose findings are to be more or less grave than they come, or not to be at all. */
  get severities(): Severities {
    const rules = this.source?.get('rules').composite;
    const severities: Record<string, Severities[string]> = {};
    if (typeof rules === 'object' && rules !== null) {
      for (const [rule, value] of Object.entries(rules)) {
        const gravity = GRAVITIES.find(each => each === value);
        if (gravity !== undefined) {
          severities[rule] = gravity;
        }
      }
    }
    return severities;
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
