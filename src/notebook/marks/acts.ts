/** What the buttons at a mark do: commands, by the names the marks use. */

import type { CommandRegistry } from '@lumino/commands';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import type { Finding } from '../../engine/types';
import { CommandIDs, findingKey } from '../../tokens';

export interface MarkActs {
  applyFix(finding: Finding, fix: number): void;
  /** Takes the position of a remedy in the report. */
  insertRepair(remedy: number): void;
  /** Likewise; makes the notebook's own install say what the remedy does. */
  changePins(remedy: number): void;
  /** Silences a finding by a comment in its cell. */
  ignore(finding: Finding): void;
  /** Shows the page of a rule. */
  explain(rule: string): void;
  showInPanel(cellId: string | null): void;
}

/**
 * The plugins of the commands can be switched off; then the buttons do
 * nothing. Commands act on the current notebook, and a pointer may be over
 * another one, so that one comes to the front first.
 */
export function markActs(
  commands: CommandRegistry,
  bringToFront: () => void
): MarkActs {
  const run = (id: string, args: ReadonlyPartialJSONObject) => {
    if (commands.hasCommand(id)) {
      bringToFront();
      void commands.execute(id, args);
    }
  };
  return {
    applyFix: (finding, fix) =>
      run(CommandIDs.applyFix, { finding: findingKey(finding), fix }),
    insertRepair: remedy => run(CommandIDs.insertRepair, { remedy }),
    changePins: remedy => run(CommandIDs.changePins, { remedy }),
    ignore: finding => run(CommandIDs.ignore, { finding: findingKey(finding) }),
    explain: rule => run(CommandIDs.explain, { rule }),
    showInPanel: cellId =>
      run(CommandIDs.showPanel, cellId === null ? {} : { cellId })
  };
}
