/** Comments by which a notebook's author silences findings: `# keras-doctor: ignore[missing-symbol]`. */

import { blankMagics } from './source/magics';
import { rangeOf } from './source/lines';
import { readSyntax } from './source/syntax';
import type { Span } from './source/usage';
import type { Cell } from './types';

/** A rule named in a comment, with its place. */
export interface Named {
  readonly rule: string;
  readonly cell: number;
  readonly span: Span;
}

interface Suppression {
  readonly cell: number;
  /** The line of the comment; it counts where the reach is a line. */
  readonly line: number;
  readonly reach: 'line' | 'cell' | 'notebook';
  /** Null for every rule. */
  readonly rules: readonly string[] | null;
}

/** Where a finding stands: the line of its name, and the first line of its statement. */
export interface Spot {
  readonly cell: number;
  readonly line: number;
  readonly statementLine: number;
}

const DIRECTIVE =
  /#\s*keras-doctor:\s*ignore(?:-(cell|notebook))?(?![\w-])(?:\s*\[([^\]]*)\])?/g;

export class Suppressions {
  constructor(cells: readonly Cell[]) {
    for (const cell of cells) {
      if (cell.kind === 'code' && cell.source.includes('keras-doctor:')) {
        this.read(cell);
      }
    }
  }

  /** The rules that comments name, in the order of the notebook. */
  readonly named: Named[] = [];

  get any(): boolean {
    return this.found.length > 0;
  }

  /** Whether the finding of a rule is silenced; null asks for what silences every rule. */
  silences(rule: string | null, spot: Spot): boolean {
    return this.found.some(
      each =>
        covers(each, spot) &&
        (each.rules === null || (rule !== null && each.rules.includes(rule)))
    );
  }

  /** The same for what has no place in a cell. */
  silencesEverywhere(rule: string): boolean {
    return this.found.some(
      ({ reach, rules }) =>
        reach === 'notebook' && (rules === null || rules.includes(rule))
    );
  }

  private read(cell: Cell): void {
    const blanked = blankMagics(cell.source);
    if (blanked.foreign !== null) {
      return;
    }
    const { top } = readSyntax(blanked);
    top.cursor().iterate(node => {
      if (node.name === 'Comment') {
        this.readComment(cell, { from: node.from, to: node.to });
      }
    });
  }

  private readComment(cell: Cell, { from, to }: Span): void {
    const { index, source } = cell;
    for (const match of source.slice(from, to).matchAll(DIRECTIVE)) {
      const [whole, scope, list] = match;
      if (scope !== undefined && !isLeading(source, from)) {
        continue;
      }
      this.found.push({
        cell: index,
        line: rangeOf(source, { from, to: from }).line,
        reach: scope === 'cell' || scope === 'notebook' ? scope : 'line',
        rules: list === undefined ? null : list.split(',').map(r => r.trim())
      });
      const start = from + match.index + whole.indexOf('[') + 1;
      for (const word of (list ?? '').matchAll(/[^\s,]+/g)) {
        const at = start + word.index;
        this.named.push({
          rule: word[0],
          cell: index,
          span: { from: at, to: at + word[0].length }
        });
      }
    }
  }

  private readonly found: Suppression[] = [];
}

function covers(each: Suppression, { cell, line, statementLine }: Spot) {
  switch (each.reach) {
    case 'notebook':
      return true;
    case 'cell':
      return each.cell === cell;
    case 'line':
      return (
        each.cell === cell &&
        (each.line === line || each.line === statementLine)
      );
  }
}

/** Nothing but comments, empty lines and cell magics stands before it. */
function isLeading(source: string, at: number): boolean {
  return source
    .slice(0, at)
    .split(/\r\n|[\r\n]/)
    .every(line => /^\s*(#|%%|$)/.test(line));
}
