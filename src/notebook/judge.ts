/** From what is known to a state: pure, without signals. */

import type { Atlas } from '../engine/atlas/atlas';
import { check } from '../engine/check';
import { namesPackages } from '../engine/named';
import type { Ran } from '../engine/ran';
import type { Refused } from '../engine/remedies/refused';
import { summarize } from '../engine/summary';
import { saying, type Say } from '../engine/text';
import type { Cell, Finding, Report } from '../engine/types';
import type { Severities } from '../engine/wishes';
import type { KernelState } from '../kernel/state';
import type { CellDiagnosis, DiagnosisState } from '../tokens';
import type { AtlasOutcome } from './atlas';
import type { SavedOutputs } from './saved';

export interface JudgeInput {
  readonly notebook: string;
  readonly cells: readonly Cell[];
  readonly kernel: KernelState;
  /** Null while it is being loaded. */
  readonly atlas: AtlasOutcome | null;
  readonly say: Say;
  readonly severities: Severities;
  /** Installs that this kernel has turned down. */
  readonly refused: Refused;
  /** What the notebook kept when it was opened. */
  readonly saved?: SavedOutputs;
  /** What this kernel has run. */
  readonly ran?: Ran;
}

export function judge(input: JudgeInput): DiagnosisState {
  const { kernel, atlas } = input;
  switch (kernel.kind) {
    case 'off':
    case 'left-alone':
    case 'unasked':
      return kernel;
    case 'none':
      return { kind: 'no-kernel' };
    case 'starting':
      return { kind: 'starting', busy: kernel.busy };
    case 'foreign':
      return { kind: 'foreign', language: kernel.language };
    case 'failed':
      return { kind: 'failed', message: saying(input.say, kernel.message) };
    case 'ready':
      if (!namesPackages(input.cells)) {
        return nothingNamed(input, kernel);
      }
      if (!atlas) {
        return { kind: 'opening' };
      }
      if (atlas.kind === 'unreadable') {
        const { environment } = kernel;
        const { python } = environment;
        const summary = summarize(environment, null, input.say);
        const message = saying(input.say, atlas.message);
        return { kind: 'no-atlas', message, python, summary };
      }
      return judgeReady(input, kernel, atlas.atlas);
  }
}

type Ready = Extract<KernelState, { kind: 'ready' }>;

/** The environment alone is told; the atlas need not be there. */
function nothingNamed(
  { notebook, say }: JudgeInput,
  { environment, at, busy, stale, waits }: Ready
): DiagnosisState {
  const report: Report = {
    notebook,
    environment,
    findings: [],
    environmentFindings: [],
    checked: 0,
    unknown: 0,
    unknownBecause: [],
    remedies: [],
    rewriting: null,
    elsewhere: null,
    releases: [],
    writtenFor: null
  };
  const summary = summarize(environment, null, say);
  return { kind: 'judged', report, summary, at, busy, stale, waits };
}

function judgeReady(
  { notebook, cells, say, severities, refused, saved, ran }: JudgeInput,
  kernel: Ready,
  atlas: Atlas
): DiagnosisState {
  const { environment, at, busy, stale, waits } = kernel;
  try {
    const report = check({
      notebook,
      cells,
      environment,
      atlas,
      say,
      severities,
      refused,
      saved: saved?.among(cells, environment.python.version),
      ran
    });
    const summary = summarize(environment, atlas, say);
    return { kind: 'judged', report, summary, at, busy, stale, waits };
  } catch (reason) {
    // A fault of ours must not take the notebook's tab with it.
    const message = reason instanceof Error ? reason.message : String(reason);
    return { kind: 'failed', message };
  }
}

/**
 * What each cell has, by cell id. A cell about which nothing changed keeps its
 * object, so that its marks need no second look.
 */
export function byCell(
  cells: readonly Cell[],
  findings: readonly Finding[],
  before: ReadonlyMap<string, CellDiagnosis>
): ReadonlyMap<string, CellDiagnosis> {
  const result = new Map<string, CellDiagnosis>();
  for (const { id, kind, source } of cells) {
    if (id === null || kind !== 'code') {
      continue;
    }
    const now = {
      source,
      findings: findings.filter(finding => finding.cellId === id)
    };
    const old = before.get(id);
    result.set(id, old && sameCell(old, now) ? old : now);
  }
  return result;
}

function sameCell(a: CellDiagnosis, b: CellDiagnosis): boolean {
  return (
    a.source === b.source &&
    JSON.stringify(a.findings.map(bare)) ===
      JSON.stringify(b.findings.map(bare))
  );
}

/** Without the cell's number, which changes when a cell is inserted above. */
function bare(finding: Finding): Finding {
  return { ...finding, cell: 0 };
}
