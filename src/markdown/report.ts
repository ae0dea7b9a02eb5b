/** Findings and what the kernel has, as Markdown for a bug report. */

import type { TranslationBundle } from '@jupyterlab/translation';

import type { Contradiction, Finding, Report, Severity } from '../engine/types';
import { severityName } from '../severity';
import { messageSpans } from '../spans';
import type { CellLabel, Judged } from '../tokens';
import { environmentLines, shared } from './environment';
import { fenced, indented, oneLine, plainText } from './text';

/** What a report tells besides its findings. */
export interface Told {
  readonly judged: Judged;
  /** File name. */
  readonly notebook: string;
  /** The kernel's display name. */
  readonly kernel: string;
  /** The release of the extension. */
  readonly version: string;
  readonly trans: TranslationBundle;
  label(cellId: string): CellLabel | null;
  /** The text of a cell as it was judged. */
  source(cellId: string): string | null;
}

/** One finding, its line, and what it was judged against. */
export function findingMarkdown(finding: Finding, told: Told): string {
  return [
    `${place(finding, told)}\n`,
    ...findingLines(finding, told),
    '',
    plainText(judgedAgainst(told)),
    ''
  ].join('\n');
}

/** Everything that was found, with the environment as `keras-doctor check --env` reads it. */
export function reportMarkdown(told: Told): string {
  const { judged, notebook, kernel, version, trans } = told;
  const { report, summary } = judged;
  const { findings, environmentFindings, contradictions = [] } = report;
  const title = trans.__('Keras Doctor report');
  return [
    `## ${title}\n`,
    `${plainText(`${notebook} · ${kernel}`)}\n`,
    `### ${trans.__('Environment')}\n`,
    ...environmentLines(summary, report.environment, version, trans),
    ...environmentFindings.map(each => `- ${sentence(each, told)}`),
    '',
    `### ${trans.__('Findings')} (${findings.length})\n`,
    ...findings.flatMap(each => [
      `- ${place(each, told)}\n`,
      ...indented(findingLines(each, told)),
      ''
    ]),
    ...refutedLines(contradictions, told),
    `${plainText(counted(report, trans))}\n`,
    `<details><summary>${trans.__('Environment as JSON')}</summary>\n`,
    fenced('json', JSON.stringify(shared(report.environment), null, 1)),
    '\n</details>',
    ''
  ].join('\n');
}

/** What was marked, and ran: the statement shows how. */
function refutedLines(
  contradictions: readonly Contradiction[],
  told: Told
): readonly string[] {
  return contradictions.length === 0
    ? []
    : [
        `### ${told.trans.__('Marked, and ran')} (${contradictions.length})\n`,
        ...contradictions.flatMap(({ finding, statement }) => [
          `- ${place(finding, told)}\n`,
          ...indented([
            sentence(finding, told),
            '',
            ...fenced('python', statement).split('\n')
          ]),
          ''
        ])
      ];
}

function findingLines(finding: Finding, told: Told): readonly string[] {
  const line = lineOf(finding, told);
  return [
    sentence(finding, told),
    ...(line === null ? [] : ['', ...fenced('python', line).split('\n')])
  ];
}

/** `**Error** missing-symbol: …`, with the code of the message as code. */
function sentence(
  each: {
    readonly severity: Severity;
    readonly rule: string;
    readonly message: string;
  },
  { trans }: Told
): string {
  const words = messageSpans(each.message)
    .map(({ text, code }) => (code ? `\`${oneLine(text)}\`` : plainText(text)))
    .join('');
  return `**${severityName(each.severity, trans)}** \`${each.rule}\`: ${words}`;
}

function place(
  { cell, cellId, line }: Finding,
  { label, trans }: Told
): string {
  const known = cellId === null ? null : label(cellId);
  const position = known?.position ?? cell + 1;
  return typeof known?.count === 'number'
    ? trans.__('Cell %1 [%2], line %3', position, known.count, line)
    : trans.__('Cell %1, line %2', position, line);
}

function lineOf({ cellId, line }: Finding, { source }: Told): string | null {
  const text = cellId === null ? null : source(cellId);
  return text?.split(/\r\n|[\r\n]/)[line - 1]?.trim() ?? null;
}

function judgedAgainst({ judged, version }: Told): string {
  const { summary, report } = judged;
  const rows = summary.rows.flatMap(row =>
    row.version === null ? [] : [`${row.label} ${row.version}`]
  );
  const python = `Python ${report.environment.python.version}`;
  return [...rows, python, `Keras Doctor ${version}`].join(' · ');
}

function counted(
  { checked, unknown, unknownBecause }: Report,
  trans: TranslationBundle
): string {
  const why =
    unknownBecause.length > 0 ? ` (${unknownBecause.join('; ')})` : '';
  return [
    trans._n('%1 use was found', '%1 uses were found', checked),
    trans._n(
      '%1 use could not be judged',
      '%1 uses could not be judged',
      unknown
    ) + why
  ].join(', ');
}
