/** Applies the safe fixes of one notebook's findings. */

import { readFile, writeFile } from 'node:fs/promises';
import { replacementsOf, type Replacement } from '../engine/edits';
import type { Report } from '../engine/types';
import type { Cell } from '../engine/types';
import { CommandFailure } from './failure';
import { NotebookText } from './document';
import { reasonOf } from './notebook';

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
  check: (cells: readonly Cell[]) => Report
): Promise<Fixed> {
  const before = await readExactly(path);
  let notebook = new NotebookText(path, before);
  let report = check(notebook.cells);
  let changes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const asked = changesOf(notebook.cells, report);
    if (asked.size === 0) {
      break;
    }
    changes += [...asked.values()].flat().length;
    notebook = notebook.with(asked);
    report = check(notebook.cells);
  }
  return { path, before, after: notebook.text, changes, report };
}

export async function writeFixed({ path, after }: Fixed): Promise<void> {
  await writeFile(path, after, 'utf8').catch(() => {
    throw new CommandFailure('This file cannot be written.');
  });
}

/** By cell what the safe fixes replace there. */
function changesOf(
  cells: readonly Cell[],
  { findings }: Report
): ReadonlyMap<number, readonly Replacement[]> {
  const changes = new Map<number, readonly Replacement[]>();
  for (const { index, source } of cells) {
    const safe = findings
      .filter(({ cell }) => cell === index)
      .flatMap(({ fixes }) => fixes.filter(fix => fix.safe).slice(0, 1));
    const replacements = replacementsOf(source, safe);
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
