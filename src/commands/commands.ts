/** The commands of Keras Doctor: the only way in which views act. */

import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { refreshIcon } from '@jupyterlab/ui-components';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { doctorIcon } from '../icon';
import {
  CommandIDs,
  PANEL_ID,
  findRelease,
  findingKey,
  type Diagnoses,
  type EditOutcome,
  type Judged
} from '../tokens';
import {
  describe,
  fixArgs,
  placeArgs,
  readPlace,
  readRelease,
  remedyArgs
} from './args';
import { addContradictionCommand } from './contradictions';

export interface CommandsOptions {
  readonly app: JupyterFrontEnd;
  readonly diagnoses: Diagnoses;
  readonly trans: TranslationBundle;
}

/** Adds all commands; returns the ids of those that belong in the palette. */
export function addCommands(options: CommandsOptions): readonly string[] {
  addViewCommands(options);
  addKernelCommands(options);
  addEditCommands(options);
  addRewriteCommands(options);
  addContradictionCommand(options);
  const { app, diagnoses } = options;
  diagnoses.changed.connect(() => app.commands.notifyCommandChanged());
  return [
    CommandIDs.showPanel,
    CommandIDs.probe,
    CommandIDs.insertRepair,
    CommandIDs.rewrite,
    CommandIDs.restart,
    CommandIDs.copyContradictions
  ];
}

function addViewCommands({ app, diagnoses, trans }: CommandsOptions): void {
  app.commands.addCommand(CommandIDs.showPanel, {
    label: args => (args.toolbar === true ? '' : trans.__('Show Keras Doctor')),
    caption: trans.__(
      'Show what this notebook’s kernel has of TensorFlow and Keras, and what will fail'
    ),
    icon: doctorIcon,
    describedBy: describe(placeArgs(trans)),
    execute: args => {
      app.shell.activateById(PANEL_ID);
      const place = readPlace(args);
      if (place) {
        diagnoses.chooseCell(place.cellId);
      }
    }
  });
  app.commands.addCommand(CommandIDs.reveal, {
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

function addKernelCommands({ app, diagnoses, trans }: CommandsOptions): void {
  app.commands.addCommand(CommandIDs.probe, {
    label: trans.__('Ask the Kernel Again What It Has'),
    caption: trans.__('Read the kernel’s TensorFlow and Keras anew'),
    icon: refreshIcon,
    isEnabled: () => canAsk(diagnoses),
    describedBy: describe({}),
    execute: () => diagnoses.probe()
  });
  app.commands.addCommand(CommandIDs.restart, {
    label: trans.__('Restart the Kernel to Load What Is Installed'),
    caption: trans.__('Restart the kernel, so that it loads what is installed'),
    icon: refreshIcon,
    isEnabled: () => typeof diagnoses.current?.kernelId === 'string',
    describedBy: describe({}),
    execute: () => diagnoses.restart()
  });
  app.commands.addCommand(CommandIDs.chooseKernel, {
    label: trans.__('Choose a Kernel for This Notebook'),
    caption: trans.__('Choose the kernel that this notebook runs in'),
    isEnabled: () => diagnoses.current !== null,
    describedBy: describe({}),
    execute: () => diagnoses.chooseKernel()
  });
}

function addEditCommands({ app, diagnoses, trans }: CommandsOptions): void {
  app.commands.addCommand(CommandIDs.insertRepair, {
    label: () =>
      diagnoses.current?.repairCell
        ? trans.__('Update Pip Upgrade Cell')
        : trans.__('Insert Pip Upgrade Cell'),
    caption: trans.__(
      'Write a cell that installs what this notebook needs; it is not run'
    ),
    icon: doctorIcon,
    isEnabled: args => {
      const { current } = diagnoses;
      const report = judged(diagnoses)?.report;
      const release = readRelease(args);
      const offer = release
        ? report && findRelease(report, release)
        : report?.remedies[number(args.remedy)];
      return current?.editable === true && offer?.cell != null;
    },
    describedBy: describe(remedyArgs(trans)),
    execute: async args => {
      const release = readRelease(args);
      const outcome = release
        ? diagnoses.insertRelease(release)
        : diagnoses.insertRepair(number(args.remedy));
      return tell(await outcome, trans);
    }
  });
  app.commands.addCommand(CommandIDs.applyFix, {
    label: trans.__('Apply Fix'),
    caption: trans.__('Change the text of a cell as a finding’s fix says'),
    icon: doctorIcon,
    isEnabled: () => diagnoses.current?.editable === true,
    describedBy: describe(fixArgs(trans)),
    execute: args => {
      const finding = judged(diagnoses)?.report.findings.find(
        candidate => findingKey(candidate) === args.finding
      );
      return tell(
        finding
          ? diagnoses.applyFix({ finding, fix: number(args.fix) })
          : 'gone',
        trans
      );
    }
  });
}

function addRewriteCommands({ app, diagnoses, trans }: CommandsOptions): void {
  const isEditable = () => diagnoses.current?.editable === true;
  const remedyOf = (args: ReadonlyPartialJSONObject) =>
    judged(diagnoses)?.report.remedies[number(args.remedy)];
  app.commands.addCommand(CommandIDs.changePins, {
    label: args =>
      remedyOf(args)?.pins[0]?.title ?? trans.__('Change the Pinned Release'),
    caption: trans.__(
      'Make the notebook’s own install say what the repair installs; it is not run'
    ),
    icon: doctorIcon,
    isEnabled: args => isEditable() && (remedyOf(args)?.pins.length ?? 0) > 0,
    describedBy: describe(remedyArgs(trans)),
    execute: async args =>
      tell(await diagnoses.changePins(number(args.remedy)), trans)
  });
  app.commands.addCommand(CommandIDs.rewrite, {
    label: trans.__('Rewrite the Lines That Fail'),
    caption: trans.__(
      'Make all rewrites that go with a repair, or those that need no install'
    ),
    icon: doctorIcon,
    isEnabled: args => isEditable() && rewritesOf(args, diagnoses) > 0,
    describedBy: describe(remedyArgs(trans)),
    execute: async args =>
      tell(await diagnoses.rewrite(chosen(args.remedy)), trans)
  });
}

/** How many fixes go with a remedy, or with none. */
function rewritesOf(
  { remedy }: ReadonlyPartialJSONObject,
  diagnoses: Diagnoses
): number {
  const report = judged(diagnoses)?.report;
  const index = chosen(remedy);
  const offered = index === null ? report?.rewriting : report?.remedies[index];
  return offered?.fixes.length ?? 0;
}

/** Null where no remedy is named. */
function chosen(value: ReadonlyPartialJSONObject[string]): number | null {
  return typeof value === 'number' ? value : null;
}

function judged({ current }: Diagnoses): Judged | null {
  return current?.state.kind === 'judged' ? current.state : null;
}

function canAsk({ current }: Diagnoses): boolean {
  const kind = current?.state.kind;
  return kind === 'judged' || kind === 'failed' || kind === 'starting';
}

function number(value: ReadonlyPartialJSONObject[string]): number {
  return typeof value === 'number' ? value : 0;
}

/** Says why an edit was not made; returns whether it was. */
function tell(outcome: EditOutcome, trans: TranslationBundle): boolean {
  switch (outcome) {
    case 'done':
      return true;
    case 'changed':
      Notification.warning(
        trans.__('The cell has changed in the meantime. Nothing was edited.'),
        { autoClose: 5000 }
      );
      return false;
    case 'read-only':
      Notification.warning(
        trans.__('This cell is read-only. Nothing was edited.'),
        { autoClose: 5000 }
      );
      return false;
    case 'gone':
      return false;
  }
}
