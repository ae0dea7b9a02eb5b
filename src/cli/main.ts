/** The command line: the same engine, headless. Results on stdout and nothing else there. */

import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readAtlas, AtlasError, type Atlas } from '../engine/atlas/atlas';
import { check } from '../engine/check';
import type { Environment, Report, Unreadable } from '../engine/types';
import { ProbeError } from '../probe/reply';
import { readArguments, USAGE, type Command } from './arguments';
import { CommandFailure } from './failure';
import { fixNotebook, writeFixed } from './fix';
import { diffOf } from './formats/diff';
import { jsonOf } from './formats/json';
import { releasesJson, releasesText } from './formats/releases';
import { environmentText, textOf } from './formats/text';
import { expandInputs } from './inputs';
import { readNotebook, type Notebook } from './notebook';
import { environmentOf, probe } from './target';

async function main(argv: readonly string[]): Promise<number> {
  const command = readArguments(argv);
  switch (command.kind) {
    case 'help':
      process.stdout.write(USAGE);
      return 0;
    case 'probe': {
      const environment = await probe(command.executable, process.cwd());
      process.stdout.write(
        command.format === 'json'
          ? `${JSON.stringify(environment, null, 2)}\n`
          : environmentText(environment)
      );
      return 0;
    }
    case 'check':
    case 'releases':
      return checkAll(command);
    case 'fix':
      return fixAll(command);
  }
}

type CheckCommand = Extract<Command, { kind: 'check' | 'releases' }>;
type FixCommand = Extract<Command, { kind: 'fix' }>;

async function checkAll(command: CheckCommand): Promise<number> {
  const reports = await withEach(command, async ({ path, judge }) =>
    judge(await readNotebook(path), true)
  );
  const isStrip = command.kind === 'releases';
  const text = isStrip ? releasesText : textOf;
  const json = isStrip ? releasesJson : jsonOf;
  process.stdout.write((command.format === 'json' ? json : text)(reports));
  return exitCodeOf(reports);
}

async function fixAll(command: FixCommand): Promise<number> {
  const reports = await withEach(command, async ({ path, judge }) => {
    const fixed = await fixNotebook(path, judge);
    if (!command.write) {
      process.stdout.write(diffOf(path, fixed.before, fixed.after));
    } else if (fixed.changes > 0) {
      await writeFixed(fixed);
      process.stdout.write(`${path}: ${fixed.changes} changed\n`);
    }
    return fixed.report;
  });
  for (const report of reports) {
    if ('error' in report) {
      process.stderr.write(`${report.notebook}: ${report.error}\n`);
    }
  }
  return exitCodeOf(reports);
}

interface Work {
  readonly path: string;
  readonly judge: (notebook: Notebook, remedies: boolean) => Report;
}

/** Does something with each notebook; one that cannot be read says so in its place. */
async function withEach(
  command: CheckCommand | FixCommand,
  work: (one: Work) => Promise<Report>
): Promise<readonly (Report | Unreadable)[]> {
  const atlas = await loadAtlas();
  const environments = new Map<string, Promise<Environment>>();
  const environmentFor = (folder: string): Promise<Environment> => {
    const known =
      environments.get(folder) ??
      environmentOf(command.target, { atlas, folder }).then(asked => ({
        ...asked,
        variables: { ...asked.variables, ...command.variables }
      }));
    environments.set(folder, known);
    return known;
  };
  // A target that cannot be had stops everything; a notebook that cannot be read does not.
  const { python } = await environmentFor(process.cwd());
  if (command.target.kind === 'python') {
    process.stderr.write(
      `Checking against Python ${python.version} (${command.target.executable})\n`
    );
  }
  const { severities } = command;
  const reports: (Report | Unreadable)[] = [];
  for (const path of await expandInputs(command.inputs)) {
    try {
      const environment = await environmentFor(dirname(resolve(path)));
      const known = { notebook: path, environment, atlas, severities };
      const judge: Work['judge'] = ({ cells, saved }, remedies) =>
        check({ ...known, cells, saved, remedies });
      reports.push(await work({ path, judge }));
    } catch (error) {
      if (!(error instanceof CommandFailure)) {
        throw error;
      }
      reports.push({ notebook: path, error: error.message });
    }
  }
  return reports;
}

/** 0: no error found. 1: one at least. 2: something could not be read. */
function exitCodeOf(reports: readonly (Report | Unreadable)[]): number {
  if (reports.some(report => 'error' in report)) {
    return 2;
  }
  const severities = reports.flatMap(report =>
    'error' in report
      ? []
      : [...report.findings, ...report.environmentFindings].map(
          finding => finding.severity
        )
  );
  return severities.includes('error') ? 1 : 0;
}

async function loadAtlas(): Promise<Atlas> {
  const text = await readFile(join(__dirname, 'atlas.json'), 'utf8').catch(
    () => {
      throw new CommandFailure('The atlas of releases cannot be read.');
    }
  );
  try {
    return readAtlas(JSON.parse(text));
  } catch (error) {
    throw error instanceof AtlasError
      ? error
      : new CommandFailure('The atlas of releases is damaged.');
  }
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const known =
      error instanceof CommandFailure ||
      error instanceof ProbeError ||
      error instanceof AtlasError;
    const line = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      known
        ? `keras-doctor: ${line}\n`
        : `keras-doctor: unexpected: ${line.split('\n')[0]}\n`
    );
    process.exitCode = 2;
  }
);
