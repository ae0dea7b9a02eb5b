/** The panel of a notebook that was judged. */

import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { Report } from '../engine/types';
import type { Diagnosis, Judged } from '../tokens';
import type { PanelActions } from './actions';
import type { Choices } from './choices';
import { CopyButton } from './copy-button';
import { ContradictionsNote } from './contradictions';
import { Callout } from './empty';
import { EnvironmentSection } from './environment';
import { FindingsSection, type ChosenCell } from './findings';
import { Message } from './message';
import { ReleasesSection } from './releases';
import { RepairSection } from './repair';
import { hasAny, subject, usesAny } from './view';

export interface JudgedProps {
  readonly diagnosis: Diagnosis;
  readonly judged: Judged;
  readonly choices: Choices;
  readonly chosen: ChosenCell | null;
  readonly trans: TranslationBundle;
  readonly actions: PanelActions;
}

export function JudgedView(props: JudgedProps): JSX.Element {
  const { diagnosis, judged, choices, chosen, trans, actions } = props;
  const { report } = judged;
  const { contradictions = [] } = report;
  const failing = report.findings.some(({ severity }) => severity === 'error');
  const shared = { diagnosis, report, trans, actions };
  return (
    <>
      <RestartBanner {...props} />
      <KernelNote judged={judged} trans={trans} />
      <Verdict {...props} />
      <EnvironmentSection
        summary={judged.summary}
        python={report.environment.python}
        findings={report.environmentFindings}
        trans={trans}
        explain={actions.explain}
      />
      {report.findings.length > 0 && (
        <FindingsSection {...shared} choices={choices} chosen={chosen} />
      )}
      <ContradictionsNote {...shared} />
      <UnknownNote report={report} trans={trans} />
      {usesAny(report) && contradictions.length === 0 && (
        <CopyReport trans={trans} actions={actions} />
      )}
      {(failing ||
        report.remedies.length > 0 ||
        diagnosis.refusals.length > 0) && <RepairSection {...shared} />}
      {usesAny(report) && report.releases.length > 0 && (
        <ReleasesSection {...shared} key={report.notebook} />
      )}
    </>
  );
}

function RestartBanner(props: JudgedProps): JSX.Element | null {
  const { judged, trans, actions } = props;
  const needed = judged.report.environmentFindings.filter(
    ({ rule }) => rule === 'restart-needed'
  );
  if (needed.length === 0) {
    return null;
  }
  return (
    <div className="jp-KerasDoctor-banner">
      {needed.map(({ message }) => (
        <p key={message}>
          <Message text={message} />
        </p>
      ))}
      <Button
        type="button"
        small
        className="jp-mod-styled jp-mod-warn jp-KerasDoctor-button"
        onClick={() => actions.restart()}
      >
        {trans.__('Restart kernel')}
      </Button>
    </div>
  );
}

function KernelNote(props: {
  readonly judged: Judged;
  readonly trans: TranslationBundle;
}): JSX.Element | null {
  const { judged, trans } = props;
  if (!judged.stale) {
    return null;
  }
  const time = judged.at.toLocaleTimeString([], {
    hour: '2-digit',
    minute: '2-digit'
  });
  return (
    <p className="jp-KerasDoctor-kernelNote">
      {judged.busy
        ? trans.__('The kernel is busy. Environment as of %1.', time)
        : trans.__('Asking the kernel. Environment as of %1.', time)}
    </p>
  );
}

/** Says in one sentence how the notebook stands, where no finding does. */
function Verdict(props: JudgedProps): JSX.Element | null {
  const { diagnosis, judged, trans, actions } = props;
  const { report } = judged;
  if (!usesAny(report)) {
    return (
      <Callout
        title={trans.__('Nothing to check')}
        text={trans.__('This notebook does not use TensorFlow or Keras.')}
      />
    );
  }
  if (!hasAny(report)) {
    const offer =
      report.remedies[0]?.place === 'cell' &&
      diagnosis.editable &&
      !diagnosis.repairCell;
    return (
      <Callout
        title={trans.__('No TensorFlow or Keras here')}
        text={trans.__('This notebook needs it; this kernel has none.')}
        button={
          offer
            ? {
                label: trans.__('Insert pip upgrade cell'),
                onClick: () => actions.insertRepair(0)
              }
            : undefined
        }
      />
    );
  }
  const { contradictions = [] } = report;
  const against = subject(judged.summary);
  if (report.findings.length === 0 && report.checked > 0 && against !== null) {
    return (
      <Callout
        title={
          report.unknown === 0 && contradictions.length === 0
            ? trans.__('All clear')
            : trans.__('No problems found')
        }
        text={trans._n(
          '%1 use checked against %2.',
          '%1 uses checked against %2.',
          report.checked,
          against
        )}
      />
    );
  }
  return null;
}

/** There also where nothing was found: what is missed is worth a report too. Lines that ran have a button of their own. */
function CopyReport(props: {
  readonly trans: TranslationBundle;
  readonly actions: PanelActions;
}): JSX.Element {
  const { trans, actions } = props;
  return (
    <div className="jp-KerasDoctor-copyReport">
      <CopyButton
        label={trans.__('Copy all as Markdown')}
        title={trans.__(
          'Copy all findings and what the kernel has, for a bug report'
        )}
        className="jp-KerasDoctor-other"
        copy={() => actions.copyReport()}
        trans={trans}
      />
    </div>
  );
}

function UnknownNote(props: {
  readonly report: Report;
  readonly trans: TranslationBundle;
}): JSX.Element | null {
  const { report, trans } = props;
  if (report.unknown === 0) {
    return null;
  }
  const count = trans._n(
    '%1 use could not be judged',
    '%1 uses could not be judged',
    report.unknown
  );
  return (
    <div className="jp-KerasDoctor-unknown">
      <p>
        {report.unknownBecause.length === 0
          ? trans.__('%1.', count)
          : trans.__('%1:', count)}
      </p>
      {report.unknownBecause.length > 0 && (
        <ul>
          {report.unknownBecause.map(why => (
            <li key={why}>
              <Message text={why} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
