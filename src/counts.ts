/** How many findings there are of each severity, and how that is said. */

import type { TranslationBundle } from '@jupyterlab/translation';

import type { Severity } from './engine/types';

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export type Counts = Readonly<Record<Severity, number>>;

interface Weighed {
  readonly severity: Severity;
}

export function countBySeverity(findings: readonly Weighed[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) {
    counts[severity] += 1;
  }
  return counts;
}

/** `2 errors · 1 note`; empty where there are none. */
export function countsText(
  findings: readonly Weighed[],
  trans: TranslationBundle
): string {
  const counts = countBySeverity(findings);
  return SEVERITIES.filter(severity => counts[severity] > 0)
    .map(severity => countText(severity, counts[severity], trans))
    .join(' · ');
}

/** `3 errors`. */
export function countText(
  severity: Severity,
  count: number,
  trans: TranslationBundle
): string {
  switch (severity) {
    case 'error':
      return trans._n('%1 error', '%1 errors', count);
    case 'warning':
      return trans._n('%1 warning', '%1 warnings', count);
    case 'info':
      return trans._n('%1 note', '%1 notes', count);
  }
}
