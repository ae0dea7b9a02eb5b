/** A comment silences a rule that does not exist. */

import { defineRule } from './rule';

export const unknownRule = defineRule({
  about: 'notebook',
  id: 'unknown-rule',
  severity: 'info',
  summary: 'A comment that silences findings names no rule.',
  check({ named, rules }, { say }) {
    const unknown = named.filter(({ rule }) => !rules.includes(rule));
    return unknown
      .filter(
        ({ rule }, at) => unknown.findIndex(each => each.rule === rule) === at
      )
      .map(({ rule, cell, span }) => ({
        cell,
        statement: span,
        span,
        symbol: rule,
        message: say(
          '`%1` is no rule of Keras Doctor, so this comment silences nothing by it.',
          rule
        ),
        fixes: []
      }));
  }
});
