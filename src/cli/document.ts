/** A notebook's file as text, in which the source of a cell can be changed and nothing else. */

import { replaced, type Replacement } from '../engine/edits';
import type { Cell } from '../engine/types';
import {
  readPlaces,
  unitsOf,
  type JsonNode,
  type ListNode,
  type RecordNode,
  type TextNode
} from './json-places';
import { insertedCell } from './new-cell';
import { notebookIn, type Notebook } from './notebook';

export class NotebookText {
  /** Throws CommandFailure where it is no notebook. */
  constructor(
    private readonly path: string,
    readonly text: string
  ) {
    const { cells, saved } = notebookIn(path, text);
    this.cells = cells;
    this.saved = saved;
  }

  readonly cells: readonly Cell[];
  readonly saved: Notebook['saved'];

  /** The same file with these replacements made in the source of its cells, by their index. */
  with(changes: ReadonlyMap<number, readonly Replacement[]>): NotebookText {
    const replacements = this.path.endsWith('.py')
      ? this.inFile(changes.get(0) ?? [])
      : this.inJson(changes);
    return new NotebookText(this.path, replaced(this.text, replacements));
  }

  /** The same file with a new code cell before the one of this index. A `.py` file has no cells, and stays. */
  withCell(index: number, source: string): NotebookText {
    if (this.path.endsWith('.py')) {
      return this;
    }
    const lists = cellLists(readPlaces(this.text));
    let first = 0;
    for (const [at, { from, items }] of lists.entries()) {
      const isLast = at === lists.length - 1;
      if (index < first + items.length || isLast) {
        const cell = insertedCell(source, this.text, {
          list: from,
          next: recordAt(items, index - first),
          last: recordAt(items, items.length - 1)
        });
        return new NotebookText(this.path, replaced(this.text, [cell]));
      }
      first += items.length;
    }
    return this;
  }

  /** The source begins after a byte order mark. */
  private inFile(replacements: readonly Replacement[]): readonly Replacement[] {
    const start = this.text.startsWith('\uFEFF') ? 1 : 0;
    return replacements.map(({ from, to, text }) => ({
      from: from + start,
      to: to + start,
      text
    }));
  }

  private inJson(
    changes: ReadonlyMap<number, readonly Replacement[]>
  ): readonly Replacement[] {
    const cells = cellNodes(readPlaces(this.text));
    return [...changes]
      .sort(([a], [b]) => a - b)
      .flatMap(([index, replacements]) => {
        const texts = sourceNodes(cells[index]);
        const units = texts.flatMap(node => unitsOf(this.text, node));
        const end = (texts[texts.length - 1]?.to ?? 1) - 1;
        return replacements.map(({ from, to, text }) => {
          const start = units[from]?.from ?? end;
          return {
            from: start,
            to: to > from ? (units[to - 1]?.to ?? end) : start,
            text: JSON.stringify(text).slice(1, -1)
          };
        });
      })
      .sort((a, b) => a.from - b.from);
  }
}

function recordAt(items: readonly JsonNode[], at: number): RecordNode | null {
  const item = items[at];
  return item?.kind === 'record' ? item : null;
}

/** In the order of `notebookIn`. */
function cellNodes(document: JsonNode): readonly JsonNode[] {
  return cellLists(document).flatMap(({ items }) => items);
}

/** The cells of nbformat 4, or of each worksheet of nbformat 3. */
function cellLists(document: JsonNode): readonly ListNode[] {
  const cells = fieldOf(document, 'cells');
  const lists =
    cells !== undefined
      ? [cells]
      : itemsOf(fieldOf(document, 'worksheets')).map(sheet =>
          fieldOf(sheet, 'cells')
        );
  return lists.filter((list): list is ListNode => list?.kind === 'list');
}

/** The strings that make up a cell's source. */
function sourceNodes(cell: JsonNode | undefined): readonly TextNode[] {
  const source = fieldOf(cell, 'source') ?? fieldOf(cell, 'input');
  return source?.kind === 'text'
    ? [source]
    : itemsOf(source).filter((item): item is TextNode => item.kind === 'text');
}

function fieldOf(
  node: JsonNode | undefined,
  name: string
): JsonNode | undefined {
  return node?.kind === 'record' ? node.fields.get(name) : undefined;
}

function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === 'list' ? node.items : [];
}
