/** Shows the side panel from anywhere. */

import type { CommandRegistry } from '@lumino/commands';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { CommandIDs } from './tokens';

/** With arguments as of the command. The commands' plugin can be switched off; then nothing happens. */
export function showPanel(
  commands: CommandRegistry,
  args: ReadonlyPartialJSONObject = {}
): void {
  if (commands.hasCommand(CommandIDs.showPanel)) {
    void commands.execute(CommandIDs.showPanel, args);
  }
}
