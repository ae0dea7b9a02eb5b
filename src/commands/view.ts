/** Commands that show something. */

import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { doctorIcon } from '../icon';
import { CommandIDs, PANEL_ID, type Place } from '../tokens';
import { describe, fixArgs, placeArgs, readPlace, whereArgs } from './args';
import { findingMeant, findingsOf } from './current';
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
