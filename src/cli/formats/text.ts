/** Reports as people read them in a terminal. */

import type {
  CellFix,
  Elsewhere,
  Remedy,
  Rewriting
} from '../../engine/offers';
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
  const offers = report.remedies.length > 0 || report.elsewhere !== null;
  return [
    ...lines,
    ...(offers ? writtenLines(report) : []),
    ...report.remedies.flatMap(remedyLines),
    ...(report.rewriting && report.remedies.length === 0
      ? rewritingLines(report.rewriting)
      : []),
    ...(report.elsewhere ? elsewhereLines(report.elsewhere) : [])
  ].join('\n');
}

function writtenLines({ writtenFor }: Report): readonly string[] {
  return writtenFor === null
    ? []
    : [`${writtenFor.title}: ${writtenFor.evidence.join(', ')}.`];
}

function remedyLines(remedy: Remedy): readonly string[] {
  const { clears, leaves, breaks, rewrites, excludedBy, mends } = remedy;
  const effects = [
    ...(clears > 0
      ? [`clears ${clears} of ${clears + leaves}`]
      : leaves > 0
        ? [`leaves ${leaves} that ${leaves === 1 ? 'fails' : 'fail'}`]
        : []),
    ...(rewrites > 0 ? [`rewriting its line clears ${rewrites} more`] : []),
    breaks > 0 ? `breaks ${breaks}` : 'nothing new breaks',
    ...excludedBy.map(each => `${each} does not take it`)
  ];
  return [
    `Repair: ${remedy.title} (${remedy.reason}): ${effects.join(', ')}:`,
    ...indented(mends),
    ...indented(remedy.warnings.map(warning => `Note: ${warning}`)),
    ...indented(installLines(remedy)),
    ...indented(remedy.fixes.map(fixText))
  ];
}

/** The cell, or what the notebook's own lines are to install in its place. */
function installLines({ cell, pins, place, there }: Remedy): readonly string[] {
  const changes = pins.map(({ title }) => title);
  return place === 'there'
    ? [
        `Cell ${(there?.cell ?? 0) + 1} installs it. Run it, then restart the kernel.`
      ]
    : place === 'pins'
      ? changes
      : [...cell.split('\n'), ...changes];
}

function rewritingLines(rewriting: Rewriting): readonly string[] {
  return [
    `Rewrites clear ${count(rewriting.clears, 'use')}, with nothing installed:`,
    ...indented(rewriting.fixes.map(fixText))
  ];
}

function fixText({ cell, replaces, fix }: CellFix): string {
  const [first, ...more] = fix.edits;
  const what =
    more.length === 0 && first !== undefined
      ? `\`${replaces}\` becomes \`${first.text}\``
      : fix.title;
  return `Cell ${cell + 1}, line ${first?.line ?? 1}: ${what}${fix.safe ? '' : ' (check the result)'}`;
}

function elsewhereLines(elsewhere: Elsewhere): readonly string[] {
  const { title, failing, commands, pythons, samePython } = elsewhere;
  const [first] = commands;
  const effect =
    failing === 0
      ? `${title} runs everything`
      : `${title} leaves ${count(failing, 'use')} failing`;
  const why = samePython
    ? 'It has the same Python, and you may install into it'
    : `It has no wheel for this Python, but for ${pythons.join(', ')}`;
  return [
    `In another kernel, ${effect}. ${why}:`,
    ...(first ? indented(first.lines) : [])
  ];
}

const indented = (lines: readonly string[]): readonly string[] =>
  lines.map(line => `    ${line}`);

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
