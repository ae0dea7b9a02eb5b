/** The comment that silences one finding, as a fix. */

import { Suppressions } from './suppression';
import { plain, type Say } from './text';
import type { Cell, Edit, Finding, Fix } from './types';

/** What of a finding says where its comment goes. */
export type Ignored = Pick<Finding, 'rule' | 'line' | 'statementLine'>;

/**
 * Writes the comment at the end of the finding's line, otherwise of the
 * statement's first line, otherwise at the top of the cell, for the whole cell:
 * no comment can follow a backslash or stand in a string, and a magic's line is
 * not Python's. Each place is tried: only one that silences the finding counts.
 *
 * @returns null where none does.
 */
export function ignoringFix(
  source: string,
  finding: Ignored,
  say: Say = plain
): Fix | null {
  const lines = source.split(/\r\n|[\r\n]/);
  const { rule, line, statementLine } = finding;
  const edit = [
    ...atEnd(lines, line, rule),
    ...atEnd(lines, statementLine, rule),
    onTop(lines, rule)
  ].find(each => silences(each, lines, finding));
  return edit
    ? { title: say('Ignore `%1` here', rule), safe: true, edits: [edit] }
    : null;
}

/** Joins the list of a comment that ends the line already; otherwise stands for itself. */
function atEnd(
  lines: readonly string[],
  line: number,
  rule: string
): readonly Edit[] {
  const text = lines[line - 1];
  if (text === undefined || text.endsWith('\\') || isCellMagic(text)) {
    return [];
  }
  const kept = text.trimEnd().length;
  const hasList = /#\s*keras-doctor:\s*ignore\s*\[[^\]]*\]\s*$/.test(text);
  const own = edit(
    line,
    kept,
    text.length,
    `  # keras-doctor: ignore[${rule}]`
  );
  return hasList ? [edit(line, kept - 1, kept - 1, `, ${rule}`), own] : [own];
}

/** A cell magic has to stay the first line that is not empty. */
function onTop(lines: readonly string[], rule: string): Edit {
  const comment = `# keras-doctor: ignore-cell[${rule}]`;
  const first = lines.findIndex(text => text.trim() !== '');
  const text = lines[first] ?? '';
  return isCellMagic(text)
    ? edit(first + 1, text.length, text.length, `\n${comment}`)
    : edit(1, 0, 0, `${comment}\n`);
}

function isCellMagic(text: string): boolean {
  return text.trimStart().startsWith('%%');
}

/** Columns from and to count from 0, the line from 1. */
function edit(line: number, from: number, to: number, text: string): Edit {
  return { line, column: from + 1, endLine: line, endColumn: to + 1, text };
}

function silences(
  { line: at, column, endColumn, text }: Edit,
  lines: readonly string[],
  { rule, line, statementLine }: Ignored
): boolean {
  const source = lines
    .map((each, index) =>
      index === at - 1
        ? each.slice(0, column - 1) + text + each.slice(endColumn - 1)
        : each
    )
    .join('\n');
  const added = text.includes('\n') ? 1 : 0;
  const cell: Cell = { index: 0, id: null, kind: 'code', source };
  return new Suppressions([cell]).silences(rule, {
    cell: 0,
    line: line + added,
    statementLine: statementLine + added
  });
}
