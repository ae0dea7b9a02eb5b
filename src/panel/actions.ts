/** What can be done from the panel: commands, by the names the components use. */

import type { CommandRegistry } from '@lumino/commands';

import type { Finding } from '../engine/types';
import { CommandIDs, findingKey } from '../tokens';

export interface PanelActions {
  probe(): void;
  restart(): void;
  chooseKernel(): void;
  goToFinding(finding: Finding): void;
  goToCell(cellId: string): void;
  applyFix(finding: Finding, fix: number): void;
  insertRepair(remedy: number): void;
}

export function panelActions(commands: CommandRegistry): PanelActions {
  return {
    probe: () => void commands.execute(CommandIDs.probe),
    restart: () => void commands.execute(CommandIDs.restart),
    chooseKernel: () => void commands.execute(CommandIDs.chooseKernel),
    goToFinding: finding => {
      const { cellId, line, column, endLine, endColumn } = finding;
      const range = { line, column, endLine, endColumn };
      void commands.execute(CommandIDs.reveal, { cellId, range });
    },
    goToCell: cellId => void commands.execute(CommandIDs.reveal, { cellId }),
    applyFix: (finding, fix) =>
      void commands.execute(CommandIDs.applyFix, {
        finding: findingKey(finding),
        fix
      }),
    insertRepair: remedy =>
      void commands.execute(CommandIDs.insertRepair, { remedy })
  };
}
