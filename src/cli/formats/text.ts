/** Reports as people read them in a terminal. */

import type {
  Environment,
  Finding,
  Report,
  Unreadable
} from '../../engine/types';

export function textOf(reports: readonly (Report | Unreadable)[]): string {
  return `${reports.map(each => ('error' in each ? `${each.notebook}: ${each.error}` : reportText(each))).join('\n\n')}\n`;
}

function reportText(report: Report): string {
  const lines = [
    ...report.findings.map(finding => findingText(report, finding)),
    ...report.environmentFindings.map(
      finding =>
        `${report.notebook}: ${finding.severity}: ${finding.message} [${finding.rule}]`
    )
  ];
  if (lines.length === 0) {
    lines.push(
      `${report.notebook}: ${count(report.checked, 'use')} checked, nothing to say.`
    );
  }
  if (report.unknown > 0) {
    lines.push(
      `${report.notebook}: ${count(report.unknown, 'use')} could not be judged (${report.unknownBecause.join('; ')}).`
    );
  }
  const [remedy] = report.remedies;
  if (remedy !== undefined) {
    lines.push(
      `Repair: ${remedy.title} clears ${remedy.clears} of ${remedy.clears + remedy.leaves}` +
        `${remedy.breaks > 0 ? `, breaks ${remedy.breaks}` : ', nothing new breaks'}:`,
      ...remedy.cell.split('\n').map(line => `    ${line}`)
    );
  }
  return lines.join('\n');
}

function findingText(report: Report, finding: Finding): string {
  const blocked =
    finding.blocks > 0
      ? ` (${count(finding.blocks, 'use')} ${finding.blocks === 1 ? 'waits' : 'wait'} for it)`
      : '';
  return (
    `${report.notebook}: cell ${finding.cell + 1}, line ${finding.line}: ` +
    `${finding.severity}: ${finding.message}${blocked} [${finding.rule}]`
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What a Python has, in a few lines. */
export function environmentText(environment: Environment): string {
  const { python, installed, loaded, variables, unreadable } = environment;
  const rows = ['tensorflow', 'keras', 'tf_keras', 'numpy', 'protobuf', 'h5py'];
  return [
    `Python ${python.version} (${python.executable ?? 'unknown place'})`,
    ...rows.map(name => {
      const entry = installed[name];
      return `${name.padEnd(12)}${entry ? `${entry.version}  ${entry.distribution}` : 'not installed'}`;
    }),
    ...Object.entries(loaded).map(([name, value]) => `loaded ${name} ${value}`),
    ...Object.entries(variables).map(([name, value]) => `${name}=${value}`),
    ...unreadable.map(each => `could not read ${each.what}: ${each.why}`)
  ]
    .map(line => `${line}\n`)
    .join('');
}
