/** Commands that show something. */

import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { doctorIcon } from '../icon';
import { CommandIDs, PANEL_ID, type Place } from '../tokens';
import { describe, fixArgs, placeArgs, readPlace, whereArgs } from './args';
import { findingMeant, findingsOf } from './current';
import type { CommandsOptions } from './options';

export function addViewCommands(options: CommandsOptions): void {
  const { commands, diagnoses, cursor, trans, activate } = options;
  const withFindings = (cellId: string | undefined) =>
    findingsOf(diagnoses).some(finding => finding.cellId === cellId)
      ? cellId
      : undefined;
  const pointedCell = () => withFindings(cursor.pointed()?.cellId);
  commands.addCommand(CommandIDs.showPanel, {
    label: args => {
      if (args.toolbar === true) {
        return '';
      }
      return args.isContextMenu === true
        ? trans.__('Show in Keras Doctor')
        : trans.__('Show Keras Doctor');
    },
    caption: trans.__(
      'Show what this notebook’s kernel has of TensorFlow and Keras, and what will fail'
    ),
    icon: doctorIcon,
    isVisible: args =>
      args.isContextMenu !== true || pointedCell() !== undefined,
    describedBy: describe({
      ...placeArgs(trans),
      ...whereArgs(trans),
      atCursor: {
        type: 'boolean',
        description: trans.__('At the findings of the active cell')
      },
      toolbar: {
        type: 'boolean',
        description: trans.__(
          'As a button with no text, which leaves the focus where it is'
        )
      }
    }),
    execute: args => {
      const cellId =
        args.isContextMenu === true
          ? pointedCell()
          : args.atCursor === true
            ? withFindings(cursor.active()?.cellId)
            : readPlace(args)?.cellId;
      activate(PANEL_ID, { focus: args.toolbar !== true });
      if (cellId !== undefined) {
        diagnoses.chooseCell(cellId);
      }
    }
  });
  commands.addCommand(CommandIDs.toNotebook, {
    label: trans.__('Back to the Notebook'),
    caption: trans.__(
      'Put the focus back into the notebook that Keras Doctor’s panel is about'
    ),
    icon: doctorIcon,
    isEnabled: () => diagnoses.current !== null,
    describedBy: describe({}),
    execute: () => {
      if (diagnoses.current) {
        diagnoses.show(diagnoses.current);
      }
    }
  });
  const meant = (args: ReadonlyPartialJSONObject): Place | null => {
    const isNamed = args.finding !== undefined || args.isContextMenu === true;
    const finding = isNamed ? findingMeant(args, options) : null;
    if (!finding) {
      return readPlace(args);
    }
    const { cellId, line, column, endLine, endColumn } = finding;
    return cellId === null
      ? null
      : { cellId, range: { line, column, endLine, endColumn } };
  };
  commands.addCommand(CommandIDs.reveal, {
    label: trans.__('Go to Finding'),
    caption: trans.__('Select a finding’s name in its cell'),
    icon: doctorIcon,
    isEnabled: args => diagnoses.current !== null && meant(args) !== null,
    describedBy: describe({
      finding: fixArgs(trans).finding,
      ...placeArgs(trans),
      ...whereArgs(trans)
    }),
    execute: args => {
      const place = meant(args);
      return place ? diagnoses.reveal(place) : false;
    }
  });
}
