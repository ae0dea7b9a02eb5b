/** The keys of commands, as the person has them. */

import { CommandRegistry } from '@lumino/commands';

/** `Show Keras Doctor (Alt+K)`, as JupyterLab's own buttons say it; the text alone where the command has no key. */
export function withKey(
  text: string,
  commands: CommandRegistry,
  id: string
): string {
  const binding = commands.keyBindings.find(({ command }) => command === id);
  return binding
    ? `${text} (${binding.keys.map(CommandRegistry.formatKeystroke).join(', ')})`
    : text;
}
