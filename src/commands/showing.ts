/** The command that shows what is said of a finding where it stands, without a pointer. */

import { doctorIcon } from '../icon';
import { CommandIDs } from '../tokens';
import { describe, fixArgs } from './args';
import { findingMeant } from './current';
import type { CommandsOptions } from './options';

export function addShowCommand(options: CommandsOptions): void {
  const { commands, diagnoses, trans } = options;
  commands.addCommand(CommandIDs.showHere, {
    label: trans.__('Show the Finding Under the Cursor'),
    caption: trans.__(
      'Open what is said of the finding under the cursor, and go to its buttons; Escape leads back'
    ),
    icon: doctorIcon,
    isEnabled: args => findingMeant(args, options) !== null,
    describedBy: describe({ finding: fixArgs(trans).finding }),
    execute: async args => {
      const finding = findingMeant(args, options);
      if (!finding || finding.cellId === null) {
        return false;
      }
      const { cellId, line, column, endLine, endColumn } = finding;
      const range = { line, column, endLine, endColumn };
      const isShown = await diagnoses.reveal({ cellId, range });
      if (isShown) {
        diagnoses.askFinding({ finding, focus: true });
      }
      return isShown;
    }
  });
}
