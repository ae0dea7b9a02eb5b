/** Commands that copy findings as Markdown, for a bug report. */

import { copyIcon } from '@jupyterlab/ui-components';

import { findingMarkdown, reportMarkdown, type Told } from '../markdown';
import { CommandIDs, findingKey } from '../tokens';
import { VERSION } from '../version';
import { describe, fixArgs } from './args';
import { copyText } from './clipboard';
import type { CommandsOptions } from './commands';

export function addCopyCommands({
  app,
  diagnoses,
  trans
}: CommandsOptions): void {
  const told = (): Told | null => {
    const { current } = diagnoses;
    return current?.state.kind === 'judged'
      ? {
          judged: current.state,
          notebook: current.notebook,
          kernel: current.kernel,
          version: VERSION,
          trans,
          label: id => current.label(id),
          source: id => current.inCell(id)?.source ?? null
        }
      : null;
  };
  const copy = async (text: string | null): Promise<boolean> => {
    if (text === null) {
      return false;
    }
    await copyText(text);
    return true;
  };
  app.commands.addCommand(CommandIDs.copyFinding, {
    label: trans.__('Copy Finding as Markdown'),
    caption: trans.__('Copy a finding, its line, and what it was judged by'),
    icon: copyIcon,
    isEnabled: () => told() !== null,
    describedBy: describe({ finding: fixArgs(trans).finding }),
    execute: args => {
      const known = told();
      const finding = known?.judged.report.findings.find(
        candidate => findingKey(candidate) === args.finding
      );
      return copy(known && finding ? findingMarkdown(finding, known) : null);
    }
  });
  app.commands.addCommand(CommandIDs.copyReport, {
    label: trans.__('Copy All Findings as Markdown'),
    caption: trans.__(
      'Copy all findings and what the kernel has, for a bug report'
    ),
    icon: copyIcon,
    isEnabled: () => told() !== null,
    describedBy: describe({}),
    execute: () => {
      const known = told();
      return copy(known && reportMarkdown(known));
    }
  });
}
