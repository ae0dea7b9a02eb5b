/** What can be done from the panel: commands, by the names the components use. */

import type { CommandRegistry } from '@lumino/commands';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import type { Finding } from '../engine/types';
import { CommandIDs, findingKey, type ReleaseName } from '../tokens';

export interface PanelActions {
  probe(): void;
  /** Switches Keras Doctor on. */
  switchOn(): void;
  /** Null where the host has no editor of settings: a notebook's page of Notebook 7. */
  readonly openSettings: (() => void) | null;
  restart(): void;
  chooseKernel(): void;
  goToFinding(finding: Finding): void;
  goToCell(cellId: string): void;
  applyFix(finding: Finding, fix: number): void;
  /** Silences a finding by a comment in its cell. */
  ignore(finding: Finding): void;
  /** Shows the page of a rule. */
  explain(rule: string): void;
  /** Resolves to whether it was copied. */
  copyFinding(finding: Finding): Promise<boolean>;
  copyReport(): Promise<boolean>;
  insertRepair(remedy: number): void;
  changePins(remedy: number): void;
  rewrite(remedy: number | null): void;
  insertRelease(release: ReleaseName): void;
}

/** The commands' plugin can be switched off; then the buttons do nothing. */
export function panelActions(commands: CommandRegistry): PanelActions {
  const run = (id: string, args: ReadonlyPartialJSONObject = {}) => {
    if (commands.hasCommand(id)) {
      void commands.execute(id, args);
    }
  };
  const copy = async (id: string, args: ReadonlyPartialJSONObject = {}) => {
    const done: unknown =
      commands.hasCommand(id) && (await commands.execute(id, args));
    return done === true;
  };
  return {
    probe: () => run(CommandIDs.probe),
    switchOn: () => run(CommandIDs.toggle, { on: true }),
    get openSettings() {
      return commands.hasCommand(CommandIDs.openSettings) &&
        commands.isEnabled(CommandIDs.openSettings)
        ? () => run(CommandIDs.openSettings)
        : null;
    },
    restart: () => run(CommandIDs.restart),
    chooseKernel: () => run(CommandIDs.chooseKernel),
    goToFinding: ({ cellId, line, column, endLine, endColumn }) =>
      run(CommandIDs.reveal, {
        cellId,
        range: { line, column, endLine, endColumn }
      }),
    goToCell: cellId => run(CommandIDs.reveal, { cellId }),
    applyFix: (finding, fix) =>
      run(CommandIDs.applyFix, { finding: findingKey(finding), fix }),
    ignore: finding => run(CommandIDs.ignore, { finding: findingKey(finding) }),
    explain: rule => run(CommandIDs.explain, { rule }),
    copyFinding: finding =>
      copy(CommandIDs.copyFinding, { finding: findingKey(finding) }),
    copyReport: () => copy(CommandIDs.copyReport),
    insertRepair: remedy => run(CommandIDs.insertRepair, { remedy }),
    changePins: remedy => run(CommandIDs.changePins, { remedy }),
    rewrite: remedy =>
      run(CommandIDs.rewrite, remedy === null ? {} : { remedy }),
    insertRelease: ({ tensorflow, keras }) =>
      run(CommandIDs.insertRepair, { release: { tensorflow, keras } })
  };
}
