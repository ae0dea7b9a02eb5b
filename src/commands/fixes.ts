/** Commands that apply the fixes of findings. */

import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { doctorIcon } from '../icon';
import { CommandIDs, findingKey, type FixChoice } from '../tokens';
import { describe, fixArgs, readNumber, whereArgs } from './args';
import { findingMeant, findingsOf, isEditable } from './current';
import type { CommandsOptions } from './options';
import { tell } from './outcome';

export function addFixCommands(options: CommandsOptions): void {
  addFixOf(options);
  addFixHere(options);
  addFixSafe(options);
}

function addFixOf({ commands, diagnoses, trans }: CommandsOptions): void {
  const named = (args: ReadonlyPartialJSONObject) =>
    findingsOf(diagnoses).find(each => findingKey(each) === args.finding);
  const fixOf = (args: ReadonlyPartialJSONObject) => readNumber(args.fix) ?? 0;
  commands.addCommand(CommandIDs.applyFix, {
    label: trans.__('Apply Fix'),
    caption: trans.__('Change the text of a cell as a finding’s fix says'),
    icon: doctorIcon,
    isEnabled: args =>
      isEditable(diagnoses) && named(args)?.fixes[fixOf(args)] !== undefined,
    describedBy: describe(fixArgs(trans)),
    execute: args => {
      const finding = named(args);
      return tell(
        finding ? diagnoses.applyFix({ finding, fix: fixOf(args) }) : 'gone',
        trans
      );
    }
  });
}

function addFixHere(options: CommandsOptions): void {
  const { commands, diagnoses, trans, announce } = options;
  const choiceAt = (args: ReadonlyPartialJSONObject): FixChoice | null => {
    const fixable = findingsOf(diagnoses).filter(
      ({ fixes }) => fixes.length > 0
    );
    const finding = findingMeant(args, options, fixable);
    return (
      finding && {
        finding,
        fix: Math.max(
          0,
          finding.fixes.findIndex(({ safe }) => safe)
        )
      }
    );
  };
  const isEnabled = (args: ReadonlyPartialJSONObject) =>
    isEditable(diagnoses) && choiceAt(args) !== null;
  commands.addCommand(CommandIDs.fixHere, {
    label: args => {
      const choice = args.isContextMenu === true ? choiceAt(args) : null;
      return choice
        ? trans.__('Fix: %1', titleOf(choice))
        : trans.__('Fix the Finding Under the Cursor');
    },
    caption: trans.__(
      'Apply the fix of the finding under the cursor, the safe one where there are several'
    ),
    icon: doctorIcon,
    isEnabled,
    isVisible: args => args.isContextMenu !== true || isEnabled(args),
    describedBy: describe({
      finding: fixArgs(trans).finding,
      ...whereArgs(trans)
    }),
    execute: args => {
      const choice = choiceAt(args);
      const isMade = choice !== null && tell(diagnoses.applyFix(choice), trans);
      if (isMade) {
        announce(trans.__('Done: %1', titleOf(choice)));
      }
      return isMade;
    }
  });
}

function addFixSafe(options: CommandsOptions): void {
  const { commands, diagnoses, cursor, trans, announce } = options;
  const choicesIn = (args: ReadonlyPartialJSONObject) => {
    const cellId =
      args.isContextMenu === true ? (cursor.pointed()?.cellId ?? null) : null;
    return findingsOf(diagnoses).flatMap(finding => {
      const fix = finding.fixes.findIndex(({ safe }) => safe);
      const isMeant = args.isContextMenu !== true || finding.cellId === cellId;
      return fix >= 0 && isMeant ? [{ finding, fix }] : [];
    });
  };
  const isEnabled = (args: ReadonlyPartialJSONObject) =>
    isEditable(diagnoses) && choicesIn(args).length > 0;
  commands.addCommand(CommandIDs.fixSafe, {
    label: args =>
      args.isContextMenu === true
        ? trans.__('Make All Safe Fixes in This Cell')
        : trans.__('Make All Safe Fixes'),
    caption: trans.__(
      'Make all fixes that lead to the same thing by another name; each cell is one step to undo'
    ),
    icon: doctorIcon,
    isEnabled,
    isVisible: args => args.isContextMenu !== true || isEnabled(args),
    describedBy: describe(whereArgs(trans)),
    execute: args => {
      const choices = choicesIn(args);
      const isMade = tell(diagnoses.applyFixes(choices), trans);
      if (isMade) {
        announce(
          trans._n(
            'The safe fix of %1 finding is made.',
            'The safe fixes of %1 findings are made.',
            choices.length
          )
        );
      }
      return isMade;
    }
  });
}

function titleOf({ finding, fix }: FixChoice): string {
  return finding.fixes[fix].title.replace(/`/g, '');
}
