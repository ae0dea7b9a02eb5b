/** How many findings there are of each severity, and how that is said. */

import type { TranslationBundle } from '@jupyterlab/translation';

import type { Severity } from './engine/types';

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
  const { error, warning, info } = countBySeverity(findings);
  const parts = [
    error > 0 && trans._n('%1 error', '%1 errors', error),
    warning > 0 && trans._n('%1 warning', '%1 warnings', warning),
    info > 0 && trans._n('%1 note', '%1 notes', info)
  ].filter(part => part !== false);
  return parts.join(' · ');
}
