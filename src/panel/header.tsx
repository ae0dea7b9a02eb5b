/** Which notebook and kernel the panel talks about, and how much was found. */

import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { countsText } from '../counts';
import type { Diagnosis } from '../tokens';

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

/** The counts. They are read out elsewhere: a hidden panel has to say them too. */
export function Counts(props: {
  readonly diagnosis: Diagnosis | null;
  readonly trans: TranslationBundle;
}): JSX.Element {
  return (
    <div className="jp-KerasDoctor-counts">
      {counted(props.diagnosis, props.trans)}
    </div>
  );
}

function counted(
  diagnosis: Diagnosis | null,
  trans: TranslationBundle
): string {
  if (diagnosis?.state.kind !== 'judged') {
    return '';
  }
  const { findings, environmentFindings } = diagnosis.state.report;
  return countsText([...findings, ...environmentFindings], trans);
}
