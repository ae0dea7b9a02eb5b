/** What the kernel has. */

import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type {
  Companion,
  EnvironmentSummary,
  SummaryRow
} from '../engine/summary';
import type { EnvironmentFinding, PythonFacts } from '../engine/types';
import { Message, Section, SeverityMark } from './message';

export interface EnvironmentProps {
  readonly summary: EnvironmentSummary;
  readonly python: PythonFacts;
  readonly findings: readonly EnvironmentFinding[];
  readonly trans: TranslationBundle;
  /** Shows the page of a rule. */
  readonly explain: (rule: string) => void;
}

export function EnvironmentSection(props: EnvironmentProps): JSX.Element {
  const { summary, python, findings, trans, explain } = props;
  const { rows, companions } = summary;
  // What needs a restart has its own place, above everything.
  const others = findings.filter(({ rule }) => rule !== 'restart-needed');
  return (
    <Section id="environment" title={trans.__('Environment')}>
      <dl className="jp-KerasDoctor-rows">
        {rows.map(row => (
          <Row key={row.label} row={row} trans={trans} />
        ))}
      </dl>
      <p className="jp-KerasDoctor-companions">
        <span>{trans.__('Python %1', python.version)}</span>
        {companions.map(companion => (
          <CompanionNote
            key={companion.name}
            companion={companion}
            trans={trans}
          />
        ))}
      </p>
      {others.map(finding => (
        <div
          className="jp-KerasDoctor-environmentFinding"
          key={finding.rule + finding.message}
        >
          <SeverityMark severity={finding.severity} trans={trans} />
          <p>
            <Message text={finding.message} />{' '}
            <button
              type="button"
              className="jp-KerasDoctor-other"
              title={trans.__(
                'What %1 means, and why it happens',
                finding.rule
              )}
              onClick={() => explain(finding.rule)}
            >
              {trans.__('Why')}
            </button>
          </p>
        </div>
      ))}
    </Section>
  );
}

function Row(props: {
  readonly row: SummaryRow;
  readonly trans: TranslationBundle;
}): JSX.Element {
  const { row, trans } = props;
  return (
    <div className="jp-KerasDoctor-row" data-state={row.state}>
      <dt>{row.label}</dt>
      <dd>
        {row.version !== null && (
          <span className="jp-KerasDoctor-version">{row.version}</span>
        )}
        {row.state === 'broken' && (
          <SeverityMark severity="error" trans={trans} />
        )}
        {row.afterRestart !== null && (
          <span className="jp-KerasDoctor-after">
            {trans.__('→ %1 after restart', row.afterRestart)}
          </span>
        )}
        <span className="jp-KerasDoctor-note">{row.note}</span>
      </dd>
    </div>
  );
}

function CompanionNote(props: {
  readonly companion: Companion;
  readonly trans: TranslationBundle;
}): JSX.Element {
  const { name, version, works } = props.companion;
  return (
    <span data-works={String(works)}>
      {name} {version}
      {works === true && (
        <span role="img" aria-label={props.trans.__('works')}>
          {' ✓'}
        </span>
      )}
      {works === false && (
        <span role="img" aria-label={props.trans.__('stops the import')}>
          {' ✖'}
        </span>
      )}
    </span>
  );
}
