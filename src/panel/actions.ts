/** What can be done from the panel: commands, by the names the components use. */

import type { CommandRegistry } from '@lumino/commands';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import type { Finding } from '../engine/types';
import { CommandIDs, findingKey, type ReleaseName } from '../tokens';

export interface PanelActions {
  probe(): void;
  restart(): void;
  chooseKernel(): void;
  goToFinding(finding: Finding): void;
  goToCell(cellId: string): void;
  applyFix(finding: Finding, fix: number): void;
  insertRepair(remedy: number): void;
  changePins(remedy: number): void;
  rewrite(remedy: number | null): void;
  insertRelease(release: ReleaseName): void;
  copyContradictions(): void;
}

/** The commands' plugin can be switched off; then the buttons do nothing. */
export function panelActions(commands: CommandRegistry): PanelActions {
  const run = (id: string, args: ReadonlyPartialJSONObject = {}) => {
    if (commands.hasCommand(id)) {
      void commands.execute(id, args);
    }
  };
  return {
    probe: () => run(CommandIDs.probe),
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
    insertRepair: remedy => run(CommandIDs.insertRepair, { remedy }),
    changePins: remedy => run(CommandIDs.changePins, { remedy }),
    rewrite: remedy =>
      run(CommandIDs.rewrite, remedy === null ? {} : { remedy }),
    insertRelease: ({ tensorflow, keras }) =>
      run(CommandIDs.insertRepair, { release: { tensorflow, keras } }),
    copyContradictions: () => run(CommandIDs.copyContradictions)
  };
}
