/** What is wrong with a report, whatever it is the report of. */

import { replaced, replacementsOf } from '../../../src/engine/edits';
import type {
  Cell,
  Finding,
  Fix,
  Range,
  Report
} from '../../../src/engine/types';

/** What a range covers; null where the source has no such place. */
function covered(source: string, range: Range): string | null {
  const lines = source.split(/\r\n|\r|\n/);
  const { line, column, endLine, endColumn } = range;
  const fits = (at: number, place: number) =>
    at >= 1 &&
    at <= lines.length &&
    place >= 1 &&
    place <= lines[at - 1].length + 1;
  if (
    !fits(line, column) ||
    !fits(endLine, endColumn) ||
    endLine < line ||
    (endLine === line && endColumn < column)
  ) {
    return null;
  }
  const touched = lines.slice(line - 1, endLine);
  const last = touched.length - 1;
  return touched
    .map((each, index) =>
      each.slice(
        index === 0 ? column - 1 : 0,
        index === last ? endColumn - 1 : undefined
      )
    )
    .join('\n');
}

function faultsOf(finding: Finding, source: string): readonly string[] {
  const { rule, message, statementLine, line, fixes } = finding;
  const wrong = [
    covered(source, finding) ? null : 'covers nothing',
    statementLine >= 1 && statementLine <= line ? null : 'starts after itself',
    /^\S[^]*\S$/.test(message) ? null : 'says nothing',
    /%\d|\b(undefined|NaN|null|\[object)\b/.test(message)
      ? 'says nonsense'
      : null,
    ...fixes.map(({ edits }) =>
      edits.length > 0 && edits.every(edit => covered(source, edit) !== null)
        ? null
        : 'an edit is outside'
    )
  ];
  return wrong.flatMap(each => (each === null ? [] : [`${rule}: ${each}`]));
}

/** One line for each promise that the report breaks. */
export function faultsIn(
  { findings, checked, unknown }: Report,
  cells: readonly Cell[]
): readonly string[] {
  return [
    ...(checked >= 0 && unknown >= 0 ? [] : ['counts less than nothing']),
    ...findings.flatMap(finding => {
      const cell = cells[finding.cell];
      return cell?.kind === 'code'
        ? faultsOf(finding, cell.source)
        : [`${finding.rule}: no such cell`];
    })
  ];
}

function safeOf({ fixes }: Finding): readonly Fix[] {
  return fixes.filter(fix => fix.safe).slice(0, 1);
}

/** The cells as `keras-doctor fix` leaves them after one round; null where it has nothing to do. */
export function fixedBy(
  { findings }: Report,
  cells: readonly Cell[]
): readonly Cell[] | null {
  const fixed = cells.map(cell => {
    const safe = findings
      .filter(each => each.cell === cell.index)
      .flatMap(safeOf);
    const { source } = cell;
    return { ...cell, source: replaced(source, replacementsOf(source, safe)) };
  });
  const same = fixed.every(
    ({ source }, index) => source === cells[index].source
  );
  return same ? null : fixed;
}

/** Findings whose safe fix was applied and has not made them go away. */
export function unmoved(before: Report, after: Report): readonly string[] {
  const keyOf = ({ rule, cell, line, symbol }: Finding) =>
    `${rule} at cell ${cell} line ${line} (${symbol})`;
  const count = (findings: readonly Finding[], key: string) =>
    findings.filter(each => keyOf(each) === key).length;
  const keys = new Set(
    before.findings.filter(each => safeOf(each).length > 0).map(keyOf)
  );
  return [...keys]
    .filter(
      key =>
        before.findings.every(
          each => keyOf(each) !== key || safeOf(each).length > 0
        ) && count(after.findings, key) > 0
    )
    .map(key => `still there after its safe fix: ${key}`);
}
