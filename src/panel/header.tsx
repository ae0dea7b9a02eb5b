/** Which notebook and kernel the panel talks about, and how much was found. */

import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { Diagnosis } from '../tokens';
import { countText } from './controls';
import { SEVERITIES } from './groups';
import { countBySeverity } from './view';

export interface HeaderProps {
  readonly diagnosis: Diagnosis;
  readonly trans: TranslationBundle;
}

export function Header(props: HeaderProps): JSX.Element {
  const { diagnosis, trans } = props;
  const { notebook, kernel, kernelStatus } = diagnosis;
  return (
    <div className="jp-KerasDoctor-header">
      <h2 title={notebook}>{notebook}</h2>
      <div className="jp-KerasDoctor-kernel">
        {kernel
          ? trans.__('%1 · %2', kernel, kernelStatus)
          : trans.__('No kernel')}
      </div>
    </div>
  );
}

/**
 * The counts, read out when they change. It is there in every state: a live
 * region that appears together with its text is not read.
 */
export function Counts(props: {
  readonly diagnosis: Diagnosis | null;
  readonly trans: TranslationBundle;
}): JSX.Element {
  return (
    <div
      className="jp-KerasDoctor-counts"
      role="status"
      aria-live="polite"
      aria-atomic="true"
    >
      {countsText(props.diagnosis, props.trans)}
    </div>
  );
}

function countsText(
  diagnosis: Diagnosis | null,
  trans: TranslationBundle
): string {
  if (diagnosis?.state.kind !== 'judged') {
    return '';
  }
  const { findings, environmentFindings } = diagnosis.state.report;
  const counts = countBySeverity([...findings, ...environmentFindings]);
  const parts = SEVERITIES.filter(severity => counts[severity] > 0).map(
    severity => countText(severity, counts[severity], trans)
  );
  return parts.join(' · ');
}
