/** A file → cells: `.ipynb` of nbformat 3 and 4, `.py` as one cell. */

import { readFile } from 'node:fs/promises';
import type { Cell } from '../engine/types';
import type { Saved } from '../engine/written/evidence';
import { CommandFailure } from './failure';
import { NOTHING_SAVED, savedOf } from './saved';

/** What a file holds. */
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly saved: Saved;
}

/** Throws CommandFailure with one line that says what is wrong with the file. */
export async function readNotebook(path: string): Promise<Notebook> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CommandFailure(reasonOf(error));
  });
  return notebookIn(path, text);
}

/** What a file's text holds. Throws CommandFailure as readNotebook does. */
export function notebookIn(path: string, text: string): Notebook {
  const source = text.replace(/^\uFEFF/, '');
  if (path.endsWith('.py')) {
    const cell: Cell = { index: 0, id: null, kind: 'code', source };
    return { cells: [cell], saved: NOTHING_SAVED };
  }
  const document = parse(source);
  const { cells, python } = listIn(document);
  return {
    cells: cells.map((cell, index) => cellOf(cell, { index, python })),
    saved: savedOf(document, cells)
  };
}

/** Why a file cannot be read, one line. */
export function reasonOf(error: unknown): string {
  const code = isRecord(error) ? error['code'] : undefined;
  switch (code) {
    case 'ENOENT':
      return 'There is no such file.';
    case 'EACCES':
      return 'This file may not be read.';
    case 'EISDIR':
      return 'This is a folder.';
    default:
      return 'This file cannot be read.';
  }
}

/** The format of a notebook's text: `[4, 5]`. */
export function formatIn(text: string): readonly [number, number] {
  const document = parse(text.replace(/^\uFEFF/, ''));
  const numbers = isRecord(document)
    ? [document['nbformat'], document['nbformat_minor']]
    : [];
  const [major = 4, minor = 0] = numbers.map(each => Number(each) || 0);
  return [major, minor];
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw new CommandFailure('This file is not a notebook: it is not JSON.');
  }
}

function listIn(document: unknown): {
  readonly cells: readonly unknown[];
  readonly python: boolean;
} {
  if (!isRecord(document)) {
    throw new CommandFailure('This file is not a notebook.');
  }
  const format = document['nbformat'];
  if (format !== 3 && format !== 4) {
    throw new CommandFailure('This file is not a notebook of nbformat 3 or 4.');
  }
  const cells =
    format === 4
      ? document['cells']
      : arrayOf(document['worksheets']).flatMap(sheet =>
          isRecord(sheet) ? arrayOf(sheet['cells']) : []
        );
  if (!Array.isArray(cells)) {
    throw new CommandFailure('This notebook has no list of cells.');
  }
  return { cells, python: isPython(document['metadata']) };
}

function cellOf(
  cell: unknown,
  { index, python }: { index: number; python: boolean }
): Cell {
  const facts = isRecord(cell) ? cell : {};
  const type = facts['cell_type'];
  return {
    index,
    id: typeof facts['id'] === 'string' ? facts['id'] : null,
    kind:
      type === 'code' && python ? 'code' : type === 'markdown' ? type : 'raw',
    source: textOf(facts['source'] ?? facts['input'])
  };
}

/** A notebook that names another language is none of ours; one that names none is taken as Python. */
function isPython(metadata: unknown): boolean {
  const facts = isRecord(metadata) ? metadata : {};
  const info = facts['language_info'];
  const spec = facts['kernelspec'];
  const language =
    (isRecord(info) ? info['name'] : undefined) ??
    (isRecord(spec) ? spec['language'] : undefined);
  return typeof language !== 'string' || /^i?python/i.test(language);
}

function textOf(source: unknown): string {
  if (typeof source === 'string') {
    return source;
  }
  return arrayOf(source)
    .filter((line): line is string => typeof line === 'string')
    .join('');
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
