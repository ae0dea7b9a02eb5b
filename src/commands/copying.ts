/** Commands that copy findings as Markdown, for a bug report. */

import { copyIcon } from '@jupyterlab/ui-components';

import { findingMarkdown, reportMarkdown, type Told } from '../markdown/report';
import { CommandIDs } from '../tokens';
import { VERSION } from '../version';
import { describe, fixArgs, isShownFor, whereArgs } from './args';
import { copyText } from './clipboard';
import { findingMeant, judgedOf } from './current';
import type { CommandsOptions } from './options';

export function addCopyCommands(options: CommandsOptions): void {
  const { commands, diagnoses, trans } = options;
  const told = (): Told | null => {
    const { current } = diagnoses;
    const judged = judgedOf(diagnoses);
    return current && judged
      ? {
          judged,
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
  commands.addCommand(CommandIDs.copyFinding, {
    label: trans.__('Copy Finding as Markdown'),
    caption: trans.__('Copy a finding, its line, and what it was judged by'),
    icon: copyIcon,
    isEnabled: args => findingMeant(args, options) !== null,
    isVisible: args => isShownFor(findingMeant(args, options), args),
    describedBy: describe({
      finding: fixArgs(trans).finding,
      ...whereArgs(trans)
    }),
    execute: args => {
      const known = told();
      const finding = findingMeant(args, options);
      return copy(known && finding ? findingMarkdown(finding, known) : null);
    }
  });
  commands.addCommand(CommandIDs.copyReport, {
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
