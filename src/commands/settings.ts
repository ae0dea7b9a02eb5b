/** Commands about the settings. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { settingsIcon } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';

import { doctorIcon } from '../icon';
import type { Settings } from '../settings';
import { CommandIDs } from '../tokens';
import { describe } from './args';

/** JupyterLab's command for its editor of settings; Notebook 7 has it where the files are, and not beside a notebook. */
const EDITOR = 'settingeditor:open';

export interface SettingCommandsOptions {
  readonly commands: CommandRegistry;
  readonly settings: Settings;
  readonly trans: TranslationBundle;
}

/** Adds them; returns the ids of those that belong in the palette. */
export function addSettingCommands(
  options: SettingCommandsOptions
): readonly string[] {
  const { commands, settings, trans } = options;
  commands.addCommand(CommandIDs.toggle, {
    label: trans.__('Keras Doctor On'),
    caption: trans.__(
      'Switch Keras Doctor on or off; while it is off, no kernel is asked and no cell is marked'
    ),
    icon: doctorIcon,
    isToggleable: true,
    isToggled: () => settings.enabled,
    isEnabled: () => settings.canSwitch,
    describedBy: describe({
      on: {
        type: 'boolean',
        description: trans.__('On or off; the other one by default')
      }
    }),
    execute: ({ on }) =>
      settings.switch(typeof on === 'boolean' ? on : !settings.enabled)
  });
  commands.addCommand(CommandIDs.openSettings, {
    label: trans.__('Settings of Keras Doctor'),
    caption: trans.__(
      'Open the settings: rules, marks, and which kernels are asked when'
    ),
    icon: settingsIcon,
    isEnabled: () => commands.hasCommand(EDITOR),
    describedBy: describe({}),
    execute: () => commands.execute(EDITOR, { query: trans.__('Keras Doctor') })
  });
  settings.changed.connect(() =>
    commands.notifyCommandChanged(CommandIDs.toggle)
  );
  return [CommandIDs.toggle, CommandIDs.openSettings];
}
