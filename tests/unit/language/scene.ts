/** All commands in the language of the tests. */

import { CommandRegistry } from '@lumino/commands';
import { Signal } from '@lumino/signaling';

import { addCommands } from '../../../src/commands/commands';
import type { Diagnoses, Diagnosis } from '../../../src/tokens';
import { pseudo } from './pseudo';

/** No notebook is open. */
export function enabledScene(): { readonly commands: CommandRegistry } {
  const commands = new CommandRegistry();
  const diagnoses: Diagnoses = {
    current: null,
    opening: false,
    all: [],
    get changed() {
      return signals.changed;
    },
    get anyChanged() {
      return signals.anyChanged;
    },
    get cellChosen() {
      return signals.cellChosen;
    },
    chooseCell: () => undefined,
    probe: () => undefined,
    reveal: async () => false,
    applyFix: () => 'gone',
    applyFixes: () => 'gone',
    ignore: () => 'gone',
    insertRepair: async () => 'gone',
    changePins: async () => 'gone',
    rewrite: async () => 'gone',
    insertRelease: async () => 'gone',
    restart: async () => false,
    chooseKernel: async () => undefined,
    show: () => undefined
  };
  const signals = {
    changed: new Signal<Diagnoses, void>(diagnoses),
    anyChanged: new Signal<Diagnoses, Diagnosis>(diagnoses),
    cellChosen: new Signal<Diagnoses, string>(diagnoses)
  };
  addCommands({
    commands,
    diagnoses,
    cursor: { active: () => null, pointed: () => null },
    trans: pseudo,
    activate: () => undefined,
    announce: () => undefined
  });
  return { commands };
}
