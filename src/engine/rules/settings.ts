/** What is said where the notebook sets an environment variable. */

import { settingsOf, type Setting } from '../resolver/variables';
import type { Context, Note, Reading } from './rule';

/** A note at each setting that runs and of which there is something to say. */
export function notesAtSettings(
  name: string,
  { usages, verdicts }: Reading,
  context: Context,
  say: (setting: Setting) => string | null
): readonly Note[] {
  return settingsOf(name, usages, context.kernel).flatMap(
    (setting): readonly Note[] => {
      const { usage, after } = setting;
      const isIdle =
        verdicts[usage.id]?.status === 'unreached' ||
        (usage.manner === 'default' &&
          context.kernel.variables[name] !== undefined) ||
        (after !== null && verdicts[after.id]?.status !== 'found');
      const message = isIdle ? null : say(setting);
      return message === null
        ? []
        : [
            {
              message,
              severity: 'warning',
              cell: usage.place.cell,
              statement: usage.place.statement,
              span: usage.span,
              symbol: name
            }
          ];
    }
  );
}
