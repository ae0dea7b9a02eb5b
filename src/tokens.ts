/** What the parts of the extension share: ids, and the diagnoses that views show. */

import type { NotebookPanel } from '@jupyterlab/notebook';
import { Token } from '@lumino/coreutils';
import type { ISignal } from '@lumino/signaling';

import type { EnvironmentSummary } from './engine/summary';
import type { ReleaseSummary } from './engine/offers';
import type { Finding, PythonFacts, Range, Report } from './engine/types';

export const PluginIDs = {
  settings: 'jupyterlab-keras-doctor:plugin',
  diagnoses: 'jupyterlab-keras-doctor:diagnoses',
  marks: 'jupyterlab-keras-doctor:marks',
  errors: 'jupyterlab-keras-doctor:errors',
  panel: 'jupyterlab-keras-doctor:panel',
  commands: 'jupyterlab-keras-doctor:commands',
  status: 'jupyterlab-keras-doctor:status',
  notices: 'jupyterlab-keras-doctor:notices',
  pages: 'jupyterlab-keras-doctor:pages'
} as const;

export const CommandIDs = {
  showPanel: 'keras-doctor:show-panel',
  probe: 'keras-doctor:probe',
  insertRepair: 'keras-doctor:insert-repair-cell',
  restart: 'keras-doctor:restart-kernel',
  chooseKernel: 'keras-doctor:choose-kernel',
  toNotebook: 'keras-doctor:to-notebook',
  reveal: 'keras-doctor:reveal',
  showHere: 'keras-doctor:show-here',
  next: 'keras-doctor:next-finding',
  previous: 'keras-doctor:previous-finding',
  applyFix: 'keras-doctor:apply-fix',
  fixHere: 'keras-doctor:fix-here',
  fixSafe: 'keras-doctor:fix-all-safe',
  changePins: 'keras-doctor:change-pins',
  rewrite: 'keras-doctor:rewrite-lines',
  ignore: 'keras-doctor:ignore-finding',
  copyFinding: 'keras-doctor:copy-finding',
  copyReport: 'keras-doctor:copy-report',
  explain: 'keras-doctor:explain-rule',
  toggle: 'keras-doctor:toggle',
  openSettings: 'keras-doctor:open-settings'
} as const;

/** Id of the side panel in the shell. */
export const PANEL_ID = 'jupyterlab-keras-doctor-panel';

/** What is known about one notebook. */
export type DiagnosisState =
  | { readonly kind: 'opening' }
  /** Keras Doctor is switched off. */
  | { readonly kind: 'off' }
  | { readonly kind: 'no-kernel' }
  /** The kernel is on the list of those that are never asked, by this entry. */
  | { readonly kind: 'left-alone'; readonly pattern: string }
  /** Kernels are asked only when the person says so, and this one was not yet. */
  | { readonly kind: 'unasked' }
  /** The kernel has not answered yet; `busy` while a running cell keeps it from answering. */
  | { readonly kind: 'starting'; readonly busy: boolean }
  | { readonly kind: 'foreign'; readonly language: string }
  /** The kernel could not be asked, or its answer not be used. */
  | { readonly kind: 'failed'; readonly message: string }
  | NoAtlas
  | Judged;

/** The data that ships with the extension cannot be read; what the kernel has is told all the same. */
export interface NoAtlas {
  readonly kind: 'no-atlas';
  readonly message: string;
  readonly python: PythonFacts;
  readonly summary: EnvironmentSummary;
}

export interface Judged {
  readonly kind: 'judged';
  readonly report: Report;
  readonly summary: EnvironmentSummary;
  /** When the kernel answered. */
  readonly at: Date;
  readonly busy: boolean;
  /** The environment may have changed since; the kernel is asked once it is idle. */
  readonly stale: boolean;
  /** The same, but the kernel is asked only when the person says so. */
  readonly waits?: boolean;
}

/** How people know a cell. */
export interface CellLabel {
  /** Counted from 1 over all cells. */
  readonly position: number;
  /** The execution count, where the cell has run. */
  readonly count: number | null;
}

/** What one cell was judged to have, and the source that was judged. */
export interface CellDiagnosis {
  readonly source: string;
  readonly findings: readonly Finding[];
}

/** An install that the repair cell ran, and that failed. */
export interface Refusal {
  /** The cell's text when it ran. */
  readonly source: string;
  /** What was to be installed, as it was offered, or its requirements where the cell was edited. */
  readonly title: string;
  readonly requirements: readonly string[];
  /** `pip` or `uv`. */
  readonly installer: string;
  /** The line that says why: printed by some program, at most 300 characters. */
  readonly why: string;
}

/** One notebook's live diagnosis. */
export interface Diagnosis {
  /** File name. */
  readonly notebook: string;
  /** The kernel's display name; empty without a kernel. */
  readonly kernel: string;
  /** `idle`, `busy`, `starting`, … as JupyterLab words it. */
  readonly kernelStatus: string;
  /** Identity of the running kernel. */
  readonly kernelId: string | null;
  readonly state: DiagnosisState;
  /** Whether cells can be changed. */
  readonly editable: boolean;
  /** The repair cell, where the notebook has one. */
  readonly repairCell: { readonly id: string; readonly source: string } | null;
  /** Installs that failed on this kernel, the last one last; they are not offered again. */
  readonly refusals: readonly Refusal[];
  /** Null where the notebook has no such cell. */
  label(cellId: string): CellLabel | null;
  /** Null where the cell was not judged. The object stays the same until something about the cell changes. */
  inCell(cellId: string): CellDiagnosis | null;
  readonly changed: ISignal<Diagnosis, void>;
}

/** A range in a cell, for `reveal`. */
export interface Place {
  readonly cellId: string;
  readonly range: Range | null;
}

/** A finding whose explanation is to be shown at its mark; with `focus`, its buttons are meant to be used. */
export interface FindingAsked {
  readonly finding: Finding;
  readonly focus: boolean;
}

/** A release of the report's list, by name. */
export interface ReleaseName {
  readonly tensorflow: string;
  /** Null where that TensorFlow comes without a keras package. */
  readonly keras: string | null;
}

/** One fix of one finding. */
export interface FixChoice {
  readonly finding: Finding;
  /** Position in `finding.fixes`. */
  readonly fix: number;
}

/** What became of an edit: the cell may have changed since it was judged, or be read-only. */
export type EditOutcome = 'done' | 'changed' | 'read-only' | 'gone';

/** The diagnoses of all open notebooks, and what can be done about them. */
export interface Diagnoses {
  /** The current notebook's diagnosis. */
  readonly current: Diagnosis | null;
  /** A notebook is current, its diagnosis not yet there. */
  readonly opening: boolean;
  /** Another notebook is current, or something about the current one's diagnosis changed. */
  readonly changed: ISignal<Diagnoses, void>;
  /** Of all open notebooks that have been shown. */
  readonly all: readonly Diagnosis[];
  /** That of a notebook's view; null before it was first shown. */
  of(panel: NotebookPanel): Diagnosis | null;
  /** One of all came, changed or went. */
  readonly anyChanged: ISignal<Diagnoses, Diagnosis>;
  /** The cell whose findings somebody asked to see. */
  readonly cellChosen: ISignal<Diagnoses, string>;
  chooseCell(cellId: string): void;
  /** A finding of the current notebook that somebody asked to have explained where it stands; its cell is in view. */
  readonly findingAsked: ISignal<Diagnoses, FindingAsked>;
  askFinding(asked: FindingAsked): void;
  /** Asks the current notebook's kernel again. */
  probe(): void;
  reveal(place: Place): Promise<boolean>;
  applyFix(choice: FixChoice): EditOutcome;
  /** Several at once, in one undo step of each cell. Cells that may not be changed are left out, unless there are no others. */
  applyFixes(choices: readonly FixChoice[]): EditOutcome;
  /** Writes the comment that silences a finding of the current report. */
  ignore(finding: Finding): EditOutcome;
  /** Inserts or updates the repair cell with a remedy of the current report, and selects it. */
  insertRepair(remedy: number): Promise<EditOutcome>;
  /** Changes the notebook's own installs that would undo a remedy of the current report. */
  changePins(remedy: number): Promise<EditOutcome>;
  /** Makes the rewrites that go with a remedy of the current report, or where that is null those that need no install. */
  rewrite(remedy: number | null): Promise<EditOutcome>;
  /** The same with the cell that installs a release of the current report. */
  insertRelease(release: ReleaseName): Promise<EditOutcome>;
  /** Restarts the kernel of a notebook (the current one by default), after the usual question. */
  restart(diagnosis?: Diagnosis): Promise<boolean>;
  chooseKernel(): Promise<void>;
  /** Brings the notebook of a diagnosis to the front. */
  show(diagnosis: Diagnosis): void;
}

export const IDiagnoses = new Token<Diagnoses>(
  'jupyterlab-keras-doctor:IDiagnoses',
  'What Keras Doctor knows about the open notebooks.'
);

/** The pages of the documentation that ship with the extension. */
export interface RulePages {
  /** Shows the page of a rule; resolves to whether there is one. */
  showRule(rule: string): Promise<boolean>;
  /** The same by the page's name, such as `silencing`. */
  showPage(name: string): Promise<boolean>;
}

export const IRulePages = new Token<RulePages>(
  'jupyterlab-keras-doctor:IRulePages',
  'The pages that explain the rules of Keras Doctor.'
);

/** Identifies a finding among those of one report: `<cell id>:<line>:<column>:<rule>:<symbol>`. */
export function findingKey(finding: Finding): string {
  const { cellId, cell, line, column, rule, symbol } = finding;
  return [cellId ?? cell, line, column, rule, symbol].join(':');
}

/** The release of that name in a report. */
export function findRelease(
  { releases }: Report,
  { tensorflow, keras }: ReleaseName
): ReleaseSummary | undefined {
  return releases.find(
    each => each.tensorflow === tensorflow && each.keras === keras
  );
}
