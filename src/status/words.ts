/** What the status bar says of a notebook. */

import type { TranslationBundle } from '@jupyterlab/translation';

import { SEVERITIES, countBySeverity, countsText } from '../counts';
import type { Severity } from '../engine/types';
import type { Diagnosis } from '../tokens';

export interface StatusWords {
  /** `TF 2.4.4 · 3` */
  readonly text: string;
  /** The whole of it: `TensorFlow 2.4.4: 2 errors · 1 note`. */
  readonly title: string;
  /** The gravest; null where nothing was found. */
  readonly severity: Severity | null;
}

const SHORT: Readonly<Record<string, string>> = {
  TensorFlow: 'TF',
  keras: 'Keras',
  tf_keras: 'tf_keras'
};

/** Null where there is nothing to say: no notebook, nothing judged, or no TensorFlow and no Keras in it. */
export function statusWords(
  diagnosis: Diagnosis | null,
  trans: TranslationBundle
): StatusWords | null {
  if (diagnosis?.state.kind !== 'judged') {
    return null;
  }
  const { report, summary } = diagnosis.state;
  const { checked, unknown, findings, environmentFindings } = report;
  if (checked + unknown + findings.length === 0) {
    return null;
  }
  const row = summary.rows.find(
    ({ label, version }) => label in SHORT && version !== null
  );
  const short = row ? `${SHORT[row.label]} ${row.version}` : trans.__('No TF');
  const long = row
    ? `${row.label} ${row.version}`
    : trans.__('No TensorFlow or Keras');
  const all = [...findings, ...environmentFindings];
  const counts = countBySeverity(all);
  return {
    text: all.length > 0 ? trans.__('%1 · %2', short, all.length) : short,
    title: trans.__(
      '%1: %2',
      long,
      all.length > 0 ? countsText(all, trans) : trans.__('nothing found')
    ),
    severity: SEVERITIES.find(severity => counts[severity] > 0) ?? null
  };
}
