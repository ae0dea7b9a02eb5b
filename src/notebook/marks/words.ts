/** What marks say. */

import type { TranslationBundle } from '@jupyterlab/translation';

import type { Finding, Severity } from '../../engine/types';

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** The worst severity among findings; `info` where there are none. */
export function worst(findings: readonly Finding[]): Severity {
  return (
    ORDER.find(severity =>
      findings.some(finding => finding.severity === severity)
    ) ?? 'info'
  );
}

/** Accessible name of a badge. Notes are no problems, so they are counted as notes. */
export function badgeName(
  findings: readonly Finding[],
  trans: TranslationBundle
): string {
  const count = findings.length;
  return worst(findings) === 'info'
    ? trans._n(
        '%1 note about TensorFlow or Keras in this cell',
        '%1 notes about TensorFlow or Keras in this cell',
        count
      )
    : trans._n(
        '%1 problem with TensorFlow or Keras in this cell',
        '%1 problems with TensorFlow or Keras in this cell',
        count
      );
}
