/** What people wish to hear: comments that silence findings, and a severity for each rule. Applied here and nowhere else. */

import type { Judged } from './judged';
import { rangeOf } from './source/lines';
import { segmentsOf } from './source/segments';
import type { Suppressions } from './suppression';
import type { EnvironmentFinding, Finding, Severity } from './types';

/** Rule by rule, for those that are not to be as they come. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

export class Wishes {
  constructor(
    private readonly suppressions: Suppressions,
    private readonly severities: Severities
  ) {}

  /** The findings that people are told, as grave as they wish; what a handler catches stays info. */
  told(findings: readonly Finding[]): readonly Finding[] {
    return findings
      .filter(
        finding =>
          this.severities[finding.rule] !== 'off' &&
          !this.suppressions.silences(finding.rule, finding)
      )
      .map(finding =>
        finding.guarded ? finding : { ...finding, ...this.gravity(finding) }
      );
  }

  toldOfEnvironment(
    findings: readonly EnvironmentFinding[]
  ): readonly EnvironmentFinding[] {
    return findings
      .filter(
        ({ rule }) =>
          this.severities[rule] !== 'off' &&
          !this.suppressions.silencesEverywhere(rule)
      )
      .map(finding => ({ ...finding, ...this.gravity(finding) }));
  }

  /** Usages that nobody wishes to hear of: those of findings that are not told, and those on lines where all is silenced. */
  silenced(judged: Judged, findings: readonly Finding[]): ReadonlySet<number> {
    const kept = this.told(findings);
    if (kept.length === findings.length && !this.suppressions.any) {
      return new Set();
    }
    const told = new Set(kept.map(placeOf));
    const untold = new Set(
      findings.map(placeOf).filter(place => !told.has(place))
    );
    const silenced = judged.usages.filter(usage => {
      const cell = judged.cellOf(usage);
      const verdict = judged.verdicts[usage.id];
      const segments = segmentsOf(usage);
      const failing = verdict?.status === 'missing' ? verdict.segment : 0;
      const span = segments[failing]?.span;
      if (cell === undefined || span === undefined) {
        return false;
      }
      const range = rangeOf(cell.source, span);
      const statementLine = rangeOf(cell.source, usage.place.statement).line;
      const spot = { ...range, cell: cell.index, statementLine };
      return (
        (verdict?.status === 'missing' && untold.has(placeOf(spot))) ||
        this.suppressions.silences(null, spot)
      );
    });
    return new Set(silenced.map(usage => usage.id));
  }

  private gravity({ rule }: { readonly rule: string }): {
    readonly severity?: Severity;
  } {
    const severity = this.severities[rule];
    return severity === undefined || severity === 'off' ? {} : { severity };
  }
}

function placeOf(spot: {
  readonly cell: number;
  readonly line: number;
  readonly column: number;
}): string {
  return `${spot.cell}:${spot.line}:${spot.column}`;
}
