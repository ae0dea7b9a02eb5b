/** A repair cell in a notebook's text, written as the cells around it are. */

import type { Replacement } from '../engine/edits';
import { REPAIR_METADATA } from '../engine/remedies/placement';
import type { RecordNode } from './json-places';
import { formatIn } from './notebook';

export interface Where {
  /** The bracket of the list of cells. */
  readonly list: number;
  /** The cell that is to follow; null at the end. */
  readonly next: RecordNode | null;
  /** The last cell; null where there is none. */
  readonly last: RecordNode | null;
}

export function insertedCell(
  source: string,
  text: string,
  { list, next, last }: Where
): Replacement {
  const gap = /^\s*/.exec(text.slice(list + 1))?.[0] ?? '';
  const cell = written(contents(source, text), last === null ? '' : gap);
  if (next !== null) {
    return { from: next.from, to: next.from, text: `${cell},${gap}` };
  }
  const at = last?.to ?? list + 1;
  return { from: at, to: at, text: last === null ? cell : `,${gap}${cell}` };
}

/** `gap` stands before the first cell: its last line is the indentation of cells, which are two levels deep. */
function written(cell: Readonly<Record<string, unknown>>, gap: string): string {
  const [indentation] = /[^\n]*$/.exec(gap) ?? [''];
  return gap.includes('\n')
    ? JSON.stringify(
        cell,
        null,
        indentation.slice(0, Math.ceil(indentation.length / 2))
      ).replace(/\n/g, `\n${indentation}`)
    : JSON.stringify(cell);
}

function contents(source: string, text: string): Record<string, unknown> {
  const [major, minor] = formatIn(text);
  const lines = source.split(/(?<=\n)/);
  return major === 3
    ? {
        cell_type: 'code',
        collapsed: false,
        input: lines,
        language: 'python',
        metadata: REPAIR_METADATA,
        outputs: []
      }
    : {
        cell_type: 'code',
        execution_count: null,
        ...(major > 4 || minor >= 5 ? { id: idBesides(text) } : {}),
        metadata: REPAIR_METADATA,
        outputs: [],
        source: lines
      };
}

/** An id that no cell has; the same one each time, so that the same file comes out. */
function idBesides(text: string): string {
  let id = 'keras-doctor';
  while (text.includes(`"${id}"`)) {
    id = `${id}-1`;
  }
  return id;
}
