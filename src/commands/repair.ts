/** Commands that write what a repair offers. */

import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { doctorIcon } from '../icon';
import { CommandIDs, findRelease, type Diagnoses } from '../tokens';
import { describe, readNumber, readRelease, remedyArgs } from './args';
import { isEditable, judgedOf } from './current';
import type { CommandsOptions } from './options';
import { tell } from './outcome';

export function addRepairCommands(options: CommandsOptions): void {
  addInsert(options);
  const { commands, diagnoses, trans } = options;
  const remedyOf = (args: ReadonlyPartialJSONObject) =>
    judgedOf(diagnoses)?.report.remedies[readNumber(args.remedy) ?? 0];
  commands.addCommand(CommandIDs.changePins, {
    label: args =>
      remedyOf(args)?.pins[0]?.title ?? trans.__('Change the Pinned Release'),
    caption: trans.__(
      'Make the notebook’s own install say what the repair installs; it is not run'
    ),
    icon: doctorIcon,
    isEnabled: args =>
      isEditable(diagnoses) && (remedyOf(args)?.pins.length ?? 0) > 0,
    describedBy: describe(remedyArgs(trans)),
    execute: async args =>
      tell(await diagnoses.changePins(readNumber(args.remedy) ?? 0), trans)
  });
  commands.addCommand(CommandIDs.rewrite, {
    label: trans.__('Rewrite the Lines That Fail'),
    caption: trans.__(
      'Make all rewrites that go with a repair, or those that need no install'
    ),
    icon: doctorIcon,
    isEnabled: args => isEditable(diagnoses) && rewritesOf(args, diagnoses) > 0,
    describedBy: describe(remedyArgs(trans)),
    execute: async args =>
      tell(await diagnoses.rewrite(readNumber(args.remedy)), trans)
  });
}

function addInsert({ commands, diagnoses, trans }: CommandsOptions): void {
  commands.addCommand(CommandIDs.insertRepair, {
    label: () =>
      diagnoses.current?.repairCell
        ? trans.__('Update Pip Upgrade Cell')
        : trans.__('Insert Pip Upgrade Cell'),
    caption: trans.__(
      'Write a cell that installs what this notebook needs; it is not run'
    ),
    icon: doctorIcon,
    isEnabled: args => {
      const report = judgedOf(diagnoses)?.report;
      const release = readRelease(args);
      const offer = release
        ? report && findRelease(report, release)
        : report?.remedies[readNumber(args.remedy) ?? 0];
      return isEditable(diagnoses) && offer?.cell != null;
    },
    describedBy: describe(remedyArgs(trans)),
    execute: async args => {
      const release = readRelease(args);
      const outcome = release
        ? diagnoses.insertRelease(release)
        : diagnoses.insertRepair(readNumber(args.remedy) ?? 0);
      return tell(await outcome, trans);
    }
  });
}

/** How many fixes go with a remedy, or with none. */
function rewritesOf(
  args: ReadonlyPartialJSONObject,
  diagnoses: Diagnoses
): number {
  const report = judgedOf(diagnoses)?.report;
  const index = readNumber(args.remedy);
  const offered = index === null ? report?.rewriting : report?.remedies[index];
  return offered?.fixes.length ?? 0;
}
