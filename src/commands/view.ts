/** Commands that show something. */

import { doctorIcon } from '../icon';
import { CommandIDs, PANEL_ID } from '../tokens';
import { describe, placeArgs, readPlace, whereArgs } from './args';
import { findingsOf } from './current';
import type { CommandsOptions } from './options';

export function addViewCommands(options: CommandsOptions): void {
  const { commands, diagnoses, cursor, trans, activate } = options;
  const pointedCell = () => {
    const cellId = cursor.pointed()?.cellId;
    return findingsOf(diagnoses).some(finding => finding.cellId === cellId)
      ? cellId
      : undefined;
  };
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
      toolbar: {
        type: 'boolean',
        description: trans.__('As a button with no text')
      }
    }),
    execute: args => {
      const cellId =
        args.isContextMenu === true ? pointedCell() : readPlace(args)?.cellId;
      activate(PANEL_ID);
      if (cellId !== undefined) {
        diagnoses.chooseCell(cellId);
      }
    }
  });
  commands.addCommand(CommandIDs.reveal, {
    label: trans.__('Go to Finding'),
    caption: trans.__('Select a finding’s name in its cell'),
    icon: doctorIcon,
    isEnabled: () => diagnoses.current !== null,
    describedBy: describe(placeArgs(trans)),
    execute: args => {
      const place = readPlace(args);
      return place ? diagnoses.reveal(place) : false;
    }
  });
}
