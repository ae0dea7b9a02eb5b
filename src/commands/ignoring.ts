/** The command that silences a finding by a comment. */

import { doctorIcon } from '../icon';
import { CommandIDs } from '../tokens';
import { describe, fixArgs, isShownFor, whereArgs } from './args';
import { findingMeant, isEditable } from './current';
import type { CommandsOptions } from './options';
import { tell } from './outcome';

export function addIgnoreCommand(options: CommandsOptions): void {
  const { commands, diagnoses, trans } = options;
  commands.addCommand(CommandIDs.ignore, {
    label: trans.__('Ignore Finding'),
    caption: trans.__('Write a comment into the cell that silences a finding'),
    icon: doctorIcon,
    isEnabled: args =>
      isEditable(diagnoses) && findingMeant(args, options) !== null,
    isVisible: args => isShownFor(findingMeant(args, options), args),
    describedBy: describe({
      finding: fixArgs(trans).finding,
      ...whereArgs(trans)
    }),
    execute: args => {
      const finding = findingMeant(args, options);
      return tell(finding ? diagnoses.ignore(finding) : 'gone', trans);
    }
  });
}
