/** The commands of Keras Doctor: the only way in which views act. */

import { CommandIDs } from '../tokens';
import { addCopyCommands } from './copying';
import { addExplainCommand } from './explaining';
import { addFixCommands } from './fixes';
import { addIgnoreCommand } from './ignoring';
import { addKernelCommands } from './kernel';
import type { CommandsOptions } from './options';
import { addRepairCommands } from './repair';
import { addShowCommand } from './showing';
import { addViewCommands } from './view';
import { addWalkCommands } from './walk';

/** Adds all commands; returns the ids of those that can do something without arguments, for the palette. */
export function addCommands(options: CommandsOptions): readonly string[] {
  addViewCommands(options);
  addWalkCommands(options);
  addShowCommand(options);
  addKernelCommands(options);
  addFixCommands(options);
  addRepairCommands(options);
  addIgnoreCommand(options);
  addCopyCommands(options);
  const { commands, diagnoses, pages } = options;
  if (pages) {
    addExplainCommand(options, pages);
  }
  diagnoses.changed.connect(() => commands.notifyCommandChanged());
  return [
    CommandIDs.showPanel,
    CommandIDs.next,
    CommandIDs.previous,
    CommandIDs.showHere,
    CommandIDs.fixHere,
    CommandIDs.fixSafe,
    ...(pages ? [CommandIDs.explain] : []),
    CommandIDs.ignore,
    CommandIDs.insertRepair,
    CommandIDs.changePins,
    CommandIDs.rewrite,
    CommandIDs.copyFinding,
    CommandIDs.copyReport,
    CommandIDs.probe,
    CommandIDs.restart,
    CommandIDs.chooseKernel
  ];
}
