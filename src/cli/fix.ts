/** Applies the safe fixes of one notebook's findings. */

import { readFile, writeFile } from 'node:fs/promises';
import { replacementsOf, type Replacement } from '../engine/edits';
import { fixOfPin } from '../engine/remedies/pin-changes';
import { repairIndex } from '../engine/remedies/placement';
import { isOffered } from '../engine/source/offered';
import type { CellFix, Remedy } from '../engine/offers';
import type { Cell, Report } from '../engine/types';
import { CommandFailure } from './failure';
import { NotebookText } from './document';
import { reasonOf, type Notebook } from './notebook';

/** A fix can bring another name into sight; more rounds than this mean that two fixes undo each other. */
const ROUNDS = 50;

export interface Fixed {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Replacements made. */
  readonly changes: number;
  /** Of the notebook as it is then. */
  readonly report: Report;
}

/** Throws CommandFailure where the file cannot be read, or not be written again byte for byte. */
export async function fixNotebook(
  path: string,
  check: (notebook: Notebook, remedies: boolean) => Report
): Promise<Fixed> {
  const before = await readExactly(path);
  let notebook = new NotebookText(path, before);
  let report = check(notebook, false);
  let changes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const asked = changesOf(notebook.cells, report);
    if (asked.size === 0) {
      break;
    }
    changes += [...asked.values()].flat().length;
    notebook = notebook.with(asked);
    report = check(notebook, false);
  }
  const {
    remedies: [remedy],
    environmentFindings
  } = check(notebook, true);
  // A repair of the environment that this notebook does not need is offered, and not written into it.
  const needed =
    remedy !== undefined &&
    (remedy.clears > 0 ||
      environmentFindings.some(({ severity }) => severity === 'error'));
  if (needed) {
    // Edits first: a cell that comes in moves those below it.
    const edits = replacementsIn(notebook.cells, editsOf(remedy));
    changes += [...edits.values()].flat().length;
    notebook = notebook.with(edits);
    if (remedy.place === 'cell') {
      const repaired = withRepair(notebook, remedy.cell);
      changes += repaired.text === notebook.text ? 0 : 1;
      notebook = repaired;
    }
    report = check(notebook, false);
  }
  return { path, before, after: notebook.text, changes, report };
}

export async function writeFixed({ path, after }: Fixed): Promise<void> {
  await writeFile(path, after, 'utf8').catch(() => {
    throw new CommandFailure('This file cannot be written.');
  });
}

/** With the repair cell: the one that is there says this, or a new one does. */
function withRepair(notebook: NotebookText, source: string): NotebookText {
  const present = notebook.cells.find(
    cell => cell.kind === 'code' && isOffered(cell.source)
  );
  if (present === undefined) {
    return notebook.withCell(repairIndex(notebook.cells), source);
  }
  const whole = { from: 0, to: present.source.length, text: source };
  return present.source === source
    ? notebook
    : notebook.with(new Map([[present.index, [whole]]]));
}

/** A fix by the cell that it belongs to. */
type Placed = Pick<CellFix, 'cell' | 'fix'>;

/** The notebook's own installs that would undo a remedy, and the safe rewrites of what it leaves. */
function editsOf({ pins, fixes }: Remedy): readonly Placed[] {
  return [...pins.map(fixOfPin), ...fixes.filter(({ fix }) => fix.safe)];
}

/** By cell what the safe fixes of the findings replace there. */
function changesOf(
  cells: readonly Cell[],
  { findings }: Report
): ReadonlyMap<number, readonly Replacement[]> {
  return replacementsIn(
    cells,
    findings.flatMap(({ cell, fixes }) =>
      fixes
        .filter(fix => fix.safe)
        .slice(0, 1)
        .map(fix => ({ cell, fix }))
    )
  );
}

function replacementsIn(
  cells: readonly Cell[],
  fixes: readonly Placed[]
): ReadonlyMap<number, readonly Replacement[]> {
  const changes = new Map<number, readonly Replacement[]>();
  for (const { index, source } of cells) {
    const own = fixes.filter(({ cell }) => cell === index);
    const replacements = replacementsOf(
      source,
      own.map(({ fix }) => fix)
    );
    if (replacements.length > 0) {
      changes.set(index, replacements);
    }
  }
  return changes;
}

/** The text, where it says all that the bytes say. */
async function readExactly(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new CommandFailure(reasonOf(error));
  });
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) {
    throw new CommandFailure('This file is not in UTF-8.');
  }
  return text;
}
