/** The command that silences a finding by a comment. */

import { doctorIcon } from '../icon';
import { CommandIDs, findingKey } from '../tokens';
import { describe, fixArgs } from './args';
import type { CommandsOptions } from './commands';
import { tell } from './outcome';

export function addIgnoreCommand({
  app,
  diagnoses,
  trans
}: CommandsOptions): void {
  app.commands.addCommand(CommandIDs.ignore, {
    label: trans.__('Ignore Finding'),
    caption: trans.__('Write a comment into the cell that silences a finding'),
    icon: doctorIcon,
    isEnabled: () => diagnoses.current?.editable === true,
    describedBy: describe({ finding: fixArgs(trans).finding }),
    execute: args => {
      const state = diagnoses.current?.state;
      const finding =
        state?.kind === 'judged'
          ? state.report.findings.find(
              each => findingKey(each) === args.finding
            )
          : undefined;
      return tell(finding ? diagnoses.ignore(finding) : 'gone', trans);
    }
  });
}
