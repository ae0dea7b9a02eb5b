/** What is above the findings: how they are grouped, and which of them are shown. */

import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { SEVERITIES, countBySeverity, countText } from '../counts';
import type { Finding } from '../engine/types';
import { severityIcons } from '../icon';
import type { Choices } from './choices';
import { GROUPINGS, rulesOf, type Grouping } from './groups';

export interface ControlsProps {
  /** All findings, those that are hidden too. */
  readonly findings: readonly Finding[];
  readonly choices: Choices;
  readonly trans: TranslationBundle;
}

export function Controls(props: ControlsProps): JSX.Element {
  const { findings, choices, trans } = props;
  const rules = rulesOf(findings);
  const chosen = rules.some(([rule]) => rule === choices.filter.rule)
    ? (choices.filter.rule ?? '')
    : '';
  return (
    <div className="jp-KerasDoctor-controls">
      <select
        className="jp-KerasDoctor-select"
        aria-label={trans.__('Group the findings')}
        value={choices.grouping}
        onChange={event => {
          const grouping = GROUPINGS.find(each => each === event.target.value);
          if (grouping) {
            choices.group(grouping);
          }
        }}
      >
        {GROUPINGS.map(grouping => (
          <option key={grouping} value={grouping}>
            {groupingName(grouping, trans)}
          </option>
        ))}
      </select>
      {rules.length > 1 && (
        <select
          className="jp-KerasDoctor-select"
          aria-label={trans.__('Show the findings of')}
          value={chosen}
          onChange={event => choices.narrow(event.target.value || null)}
        >
          <option value="">{trans.__('All rules')}</option>
          {rules.map(([rule, count]) => (
            <option key={rule} value={rule}>
              {trans.__('%1 (%2)', rule, count)}
            </option>
          ))}
        </select>
      )}
      <Severities {...props} />
    </div>
  );
}

/** One button a severity; pressed means shown. Nothing where all are of one. */
function Severities({
  findings,
  choices,
  trans
}: ControlsProps): JSX.Element | null {
  const counts = countBySeverity(findings);
  const { hidden } = choices.filter;
  const present = SEVERITIES.filter(
    severity => counts[severity] > 0 || hidden.includes(severity)
  );
  if (present.length < 2 && hidden.length === 0) {
    return null;
  }
  return (
    <div
      className="jp-KerasDoctor-severities"
      role="group"
      aria-label={trans.__('Show by severity')}
    >
      {present.map(severity => {
        const Icon = severityIcons[severity].react;
        const name = countText(severity, counts[severity], trans);
        return (
          <button
            key={severity}
            type="button"
            className="jp-KerasDoctor-toggle"
            aria-pressed={!hidden.includes(severity)}
            aria-label={name}
            title={
              hidden.includes(severity)
                ? trans.__('%1, hidden', name)
                : trans.__('%1, shown', name)
            }
            onClick={() => choices.toggle(severity)}
          >
            <span
              className="jp-KerasDoctor-severity"
              data-severity={severity}
              aria-hidden="true"
            >
              <Icon tag="span" width="12px" height="12px" />
            </span>
            {counts[severity]}
          </button>
        );
      })}
    </div>
  );
}

function groupingName(grouping: Grouping, trans: TranslationBundle): string {
  switch (grouping) {
    case 'cell':
      return trans.__('by cell');
    case 'rule':
      return trans.__('by rule');
    case 'package':
      return trans.__('by package');
  }
}
