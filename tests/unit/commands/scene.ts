/** Commands in a registry of their own, over diagnoses that note what is asked of them. */

import {
  nullTranslator,
  type TranslationBundle
} from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { Signal } from '@lumino/signaling';

import { addCommands } from '../../../src/commands/commands';
import { addSettingCommands } from '../../../src/commands/settings';
import { Settings } from '../../../src/settings';
import type {
  Diagnoses,
  Diagnosis,
  EditOutcome,
  FindingAsked,
  FixChoice,
  Place
} from '../../../src/tokens';

export interface Scene {
  readonly diagnoses: Diagnoses;
  readonly commands: CommandRegistry;
  /** Ids for the palette. */
  readonly listed: readonly string[];
  /** What was asked of the diagnoses, of the shell and of the live region. */
  readonly noted: readonly (readonly unknown[])[];
  /** Puts the cursor, and the pointer of the context menu: in a cell, or on the panel's finding of that key. */
  place(where: { active?: Place; pointed?: Place; finding?: string }): void;
  /** What edits come to from now on. */
  answer(outcome: EditOutcome): void;
  /** Something about the current notebook is different. */
  change(): void;
}

export function scene(
  current: Diagnosis | null,
  trans: TranslationBundle = nullTranslator.load('jupyterlab_keras_doctor')
): Scene {
  const noted: unknown[][] = [];
  let outcome: EditOutcome = 'done';
  let active: Place | null = null;
  let pointed: Place | null = null;
  let finding: string | null = null;
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void noted.push([name, ...args]);
  const edit =
    (name: string) =>
    async (...args: unknown[]) => {
      noted.push([name, ...args]);
      return outcome;
    };
  const diagnoses: Diagnoses = {
    current,
    opening: false,
    all: current ? [current] : [],
    get changed() {
      return signals.changed;
    },
    get anyChanged() {
      return signals.anyChanged;
    },
    get cellChosen() {
      return signals.cellChosen;
    },
    of: () => current,
    chooseCell: note('chooseCell'),
    get findingAsked() {
      return signals.findingAsked;
    },
    askFinding: ({ finding, focus }) =>
      void noted.push(['askFinding', finding.symbol, focus]),
    probe: note('probe'),
    reveal: async place => {
      noted.push(['reveal', place]);
      return true;
    },
    applyFix: ({ finding, fix }) => {
      noted.push(['applyFix', finding.symbol, fix]);
      return outcome;
    },
    applyFixes: (choices: readonly FixChoice[]) => {
      noted.push([
        'applyFixes',
        ...choices.map(({ finding, fix }) => [finding.symbol, fix])
      ]);
      return outcome;
    },
    ignore: finding => {
      noted.push(['ignore', finding.symbol]);
      return outcome;
    },
    insertRepair: edit('insertRepair'),
    changePins: edit('changePins'),
    rewrite: edit('rewrite'),
    insertRelease: edit('insertRelease'),
    restart: async () => true,
    chooseKernel: async () => undefined,
    show: note('show')
  };
  const signals = {
    changed: new Signal<Diagnoses, void>(diagnoses),
    anyChanged: new Signal<Diagnoses, Diagnosis>(diagnoses),
    cellChosen: new Signal<Diagnoses, string>(diagnoses),
    findingAsked: new Signal<Diagnoses, FindingAsked>(diagnoses)
  };
  const commands = new CommandRegistry();
  const listed = addCommands({
    commands,
    diagnoses,
    cursor: {
      active: () => active,
      pointed: () => pointed,
      pointedFinding: () => finding
    },
    pages: {
      showRule: async rule => {
        noted.push(['showRule', rule]);
        return true;
      },
      showPage: async name => {
        noted.push(['showPage', name]);
        return true;
      }
    },
    trans,
    activate: note('activate'),
    announce: note('announce')
  });
  const settings = new Settings(null);
  const about = addSettingCommands({ commands, settings, trans });
  return {
    diagnoses,
    commands,
    listed: [...listed, ...about],
    noted,
    place: where => {
      active = where.active ?? null;
      pointed = where.pointed ?? null;
      finding = where.finding ?? null;
    },
    answer: given => {
      outcome = given;
    },
    change: () => signals.changed.emit()
  };
}
