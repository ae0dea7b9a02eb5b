/** The command that shows what a rule is about. */

import { doctorIcon } from '../icon';
import { CommandIDs, type RulePages } from '../tokens';
import { describe, fixArgs, isShownFor, whereArgs } from './args';
import { findingMeant } from './current';
import type { CommandsOptions } from './options';

export function addExplainCommand(
  options: CommandsOptions,
  pages: RulePages
): void {
  const { commands, trans } = options;
  commands.addCommand(CommandIDs.explain, {
    label: trans.__('Explain Finding'),
    caption: trans.__(
      'Show what the rule of a finding finds, why it happens, and what to write'
    ),
    icon: doctorIcon,
    isEnabled: args =>
      typeof args.rule === 'string' ||
      typeof args.page === 'string' ||
      findingMeant(args, options) !== null,
    isVisible: args => isShownFor(findingMeant(args, options), args),
    describedBy: describe({
      finding: fixArgs(trans).finding,
      ...whereArgs(trans),
      rule: {
        type: 'string',
        description: trans.__('The name of a rule instead')
      },
      page: {
        type: 'string',
        description: trans.__('The name of a page instead')
      }
    }),
    execute: args => {
      if (typeof args.page === 'string') {
        return pages.showPage(args.page);
      }
      const rule =
        typeof args.rule === 'string'
          ? args.rule
          : findingMeant(args, options)?.rule;
      return rule === undefined ? false : pages.showRule(rule);
    }
  });
}
