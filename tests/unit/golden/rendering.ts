/** A whole report as a text that people can review. */

import { replaced, replacementsOf } from '../../../src/engine/edits';
import type { Cell, Finding, Fix, Report } from '../../../src/engine/types';

const INDENT = '    ';

/** The line with the mark under it. */
function marked({ line, column, endLine, endColumn }: Finding, cell: Cell) {
  const text = cell.source.split('\n')[line - 1];
  const width = endLine === line ? endColumn - column : text.length;
  return [text, ' '.repeat(column - 1) + '^'.repeat(Math.max(1, width))];
}

/** What a fix makes of the lines that it changes. */
function fixed(fix: Fix, { source }: Cell): readonly string[] {
  const before = source.split('\n');
  const after = replaced(source, replacementsOf(source, [fix])).split('\n');
  return [
    `${fix.safe ? 'safe fix' : 'fix'}: ${fix.title}`,
    ...after.filter((line, index) => line !== before[index])
  ];
}

function finding(told: Finding, cell: Cell): string {
  const { rule, severity, line, symbol, keyword, guarded, blocks } = told;
  const about = [
    symbol,
    ...(keyword === null ? [] : [`keyword ${keyword}`]),
    ...(guarded ? ['guarded'] : []),
    ...(blocks > 0 ? [`blocks ${blocks}`] : [])
  ].join(', ');
  const below = [
    ...marked(told, cell),
    told.message,
    ...told.fixes.flatMap(fix => fixed(fix, cell))
  ];
  return [
    `cell ${told.cell + 1}, line ${line}: ${severity} ${rule}: ${about}`,
    ...below.map(each => INDENT + each)
  ].join('\n');
}

export function rendered(report: Report, cells: readonly Cell[]): string {
  const { installed, python, variables } = report.environment;
  const has = Object.values(installed).flatMap(each =>
    each === null ? [] : [`${each.distribution} ${each.version}`]
  );
  const set = Object.entries(variables).map(each => each.join('='));
  return (
    [
      [`Python ${python.version}`, ...has, ...set].join(', '),
      `${report.checked} uses checked, ${report.unknown} not judged`,
      ...report.unknownBecause.map(why => `${INDENT}${why}`),
      ...report.environmentFindings.map(
        ({ rule, severity, message }) =>
          `environment: ${severity} ${rule}\n${INDENT}${message}`
      ),
      ...report.findings.map(each => finding(each, cells[each.cell])),
      ...(report.writtenFor === null
        ? []
        : [
            [report.writtenFor.title, ...report.writtenFor.evidence].join(
              `\n${INDENT}`
            )
          ]),
      ...report.remedies.map(
        ({ title, clears, leaves, breaks, cell }) =>
          `remedy: ${title}: clears ${clears}, leaves ${leaves}, breaks ${breaks}\n` +
          cell
            .split('\n')
            .map(line => INDENT + line)
            .join('\n')
      )
    ].join('\n\n') + '\n'
  ).replace(/[ \t]+$/gm, '');
}
