/** Which finding, if any, explains what a cell raised. */

import type { Finding } from '../../engine/types';
import type { DiagnosisState } from '../../tokens';
import type { Raised } from './raised';

export type Explanation =
  /** The finding says why. */
  | { readonly kind: 'finding'; readonly finding: Finding }
  /** No line is at fault: what is installed is. */
  | { readonly kind: 'environment'; readonly message: string }
  /** What the kernel has is not known; `waits` where it is still to answer. */
  | { readonly kind: 'unjudged'; readonly waits: boolean }
  | { readonly kind: 'nothing'; readonly since: Since };

/** How the error relates to what is judged now: it is of the cell as it stands, of another text of it, or of an earlier session. */
export type Since = 'run' | 'edited' | 'saved';

export interface Asked {
  /** The cell whose outputs hold the error. */
  readonly cellId: string;
  readonly raised: Raised;
  readonly state: DiagnosisState;
  readonly since: Since;
  /** The code cell with this execution count; null where there is none. */
  readonly counted: (count: number) => string | null;
}

/** Rules whose failure is told by other names than that of the symbol: what is installed fails by itself. */
const BY_THEMSELVES = [
  'broken-pair',
  'missing-package',
  'legacy-flag',
  'backend-mismatch',
  'unusable-symbol',
  'refused-value'
];

/**
 * A finding explains an error where it stands on a line that was running and
 * its name is in the message; the innermost line first. Where none does,
 * the name alone has to do, in the cell that raised: the lines of a cell under
 * a magic are counted from below it, and some tracebacks show none.
 */
export function explain(asked: Asked): Explanation {
  const { state, raised } = asked;
  if (state.kind !== 'judged') {
    const waits = state.kind === 'starting' || state.kind === 'opening';
    return { kind: 'unjudged', waits };
  }
  const { findings, environmentFindings } = state.report;
  const finding =
    onLines(asked, findings) ??
    findings.find(each => each.cellId === asked.cellId && names(each, raised));
  if (finding) {
    return { kind: 'finding', finding };
  }
  const fact = environmentFindings.find(({ severity }) => severity === 'error');
  return fact && raised.importing
    ? { kind: 'environment', message: fact.message }
    : { kind: 'nothing', since: asked.since };
}

function onLines(
  { cellId, raised, counted }: Asked,
  findings: readonly Finding[]
): Finding | undefined {
  for (const { count, line } of [...raised.frames].reverse()) {
    const at = count === null ? cellId : counted(count);
    const here = findings.filter(
      finding =>
        finding.cellId === at &&
        finding.severity !== 'info' &&
        line >= finding.statementLine &&
        line <= finding.endLine
    );
    const found =
      here.find(each => names(each, raised)) ??
      here.find(({ rule }) => BY_THEMSELVES.includes(rule));
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Whether the message speaks of the name, or of the keyword, that the finding is about. */
function names({ symbol, keyword }: Finding, { message }: Raised): boolean {
  const name = keyword ?? symbol.split('.').pop() ?? symbol;
  return new RegExp(`(?<![\\w])${escaped(name)}(?![\\w])`).test(message);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
