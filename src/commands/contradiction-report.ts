/** What the kernel has refuted, as Markdown for a bug report: in English, whatever the person reads. */

import type { Contradiction, Environment, Report } from '../engine/types';

/** The packages that verdicts depend on. */
const TOLD = ['tensorflow', 'keras', 'tf_keras', 'numpy', 'protobuf', 'h5py'];
const VARIABLES = ['TF_USE_LEGACY_KERAS', 'KERAS_BACKEND'];

/** Names no path and no person: releases, variables, and the statements that ran. */
export function contradictionReport({
  environment,
  contradictions = []
}: Pick<Report, 'environment' | 'contradictions'>): string {
  return [
    `Keras Doctor marked ${contradictions.length === 1 ? 'a line' : `${contradictions.length} lines`} that ran here.`,
    '',
    ...factsOf(environment).map(fact => `- ${fact}`),
    ...contradictions.flatMap(told),
    ''
  ].join('\n');
}

function factsOf(environment: Environment): readonly string[] {
  const { python, installed, loaded, variables } = environment;
  return [
    [`Python ${python.version}`, python.platform, python.machine]
      .filter(Boolean)
      .join(', '),
    ...TOLD.filter(name => installed[name] !== undefined).map(name => {
      const has = installed[name];
      const process = loaded[name];
      return [
        has ? `${name} ${has.version} (${has.distribution})` : `no ${name}`,
        ...(process ? [`loaded ${process}`] : [])
      ].join(', ');
    }),
    ...VARIABLES.filter(name => variables[name] !== undefined).map(
      name => `${name}=${variables[name]}`
    )
  ];
}

function told({ finding, statement }: Contradiction): readonly string[] {
  const { rule, symbol, keyword, line, cell, message } = finding;
  const fence = fenceFor(statement);
  return [
    '',
    `**${rule}**: \`${symbol}\`${keyword === null ? '' : `, keyword \`${keyword}\``}, cell ${cell + 1}, line ${line}`,
    '',
    `> ${message}`,
    '',
    `${fence}python`,
    statement,
    fence
  ];
}

/** Longer than any row of backticks in the text, so that the text cannot end it. */
function fenceFor(text: string): string {
  const rows = text.match(/`+/g) ?? [];
  const longest = Math.max(2, ...rows.map(({ length }) => length));
  return '`'.repeat(longest + 1);
}
