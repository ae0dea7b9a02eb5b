/** The environment that notebooks are checked against. */

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Atlas } from '../engine/atlas/atlas';
import type { Environment, Installed, PythonFacts } from '../engine/types';
import { compareVersions, seriesOf } from '../engine/versions';
import {
  LONGEST_ANSWER,
  readEnvironmentText,
  readOutput
} from '../probe/reply';
import { PROBE_SOURCE } from '../probe/source';
import type { Target } from './arguments';
import { CommandFailure } from './failure';

const run = promisify(execFile);

/**
 * The environment for the notebooks of a folder: a Python is asked in that
 * folder, because files beside a notebook can hide a package. Throws
 * CommandFailure or ProbeError.
 */
export async function environmentOf(
  target: Target,
  { atlas, folder }: { atlas: Atlas; folder: string }
): Promise<Environment> {
  switch (target.kind) {
    case 'file':
      return readEnvironmentText(await readText(target.path));
    case 'python':
      return probe(target.executable, folder);
    case 'releases':
      return environmentWith(target, atlas);
  }
}

/** Asks an interpreter that is started in `folder`. */
export async function probe(
  executable: string,
  folder: string
): Promise<Environment> {
  const program = /[\\/]/.test(executable) ? resolve(executable) : executable;
  const { stdout } = await run(program, ['-c', PROBE_SOURCE], {
    cwd: folder,
    maxBuffer: LONGEST_ANSWER
  }).catch((error: unknown) => {
    throw new CommandFailure(
      `${executable} could not be asked: ${reasonOf(error)}`
    );
  });
  return readOutput(stdout);
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => {
    throw new CommandFailure(`The environment file ${path} cannot be read.`);
  });
}

function reasonOf(error: unknown): string {
  const code =
    typeof error === 'object' && error !== null && 'code' in error
      ? error.code
      : null;
  return code === 'ENOENT' ? 'there is no such program.' : 'it failed.';
}

/** An environment that nobody has: releases by name, the Keras that TensorFlow was measured with where none is named. */
function environmentWith(
  { releases, pythonVersion }: Target & { kind: 'releases' },
  atlas: Atlas
): Environment {
  const installed: Record<string, Installed | null> = {
    tensorflow: null,
    keras: null,
    tf_keras: null
  };
  for (const [distribution, version] of releases) {
    const name = importName(distribution);
    if (name in installed && !existed(atlas, name, version)) {
      throw new CommandFailure(
        `${distribution} ${version} never existed, as far as this atlas of releases knows.`
      );
    }
    installed[name] = { version, distribution };
  }
  const tensorflow = installed['tensorflow'];
  const named = releases.some(([name]) => importName(name) === 'keras');
  const plain = atlas.measurements.filter(
    each =>
      each.plain &&
      each.tensorflow !== null &&
      each.roots['keras'] === null &&
      Object.keys(each.variables).length === 0
  );
  const series = seriesOf(tensorflow?.version ?? '');
  const newest = [...plain].sort((a, b) =>
    compareVersions(a.tensorflow ?? '', b.tensorflow ?? '')
  )[plain.length - 1];
  const measured =
    plain.find(each => seriesOf(each.tensorflow ?? '') === series) ??
    (compareVersions(tensorflow?.version ?? '', newest?.tensorflow ?? '') > 0
      ? newest
      : undefined);
  if (!named && measured?.keras != null && needsKeras(measured.tensorflow)) {
    installed['keras'] = { version: measured.keras, distribution: 'keras' };
  }
  return {
    schema: 1,
    python: { version: pythonVersion, ...machine() },
    installed,
    loaded: {},
    variables: {},
    unreadable: []
  };
}

/** Wheels are taken to be wanted for the machine that asks. */
function machine(): Pick<PythonFacts, 'platform' | 'machine' | 'libc'> {
  const text = JSON.stringify(process.report.getReport());
  const glibc = /"glibcVersionRuntime":"([\d.]+)"/.exec(text)?.[1];
  const arm = process.platform === 'linux' ? 'aarch64' : 'arm64';
  const windows = process.platform === 'win32';
  return {
    platform: process.platform,
    machine: process.arch === 'x64' ? (windows ? 'AMD64' : 'x86_64') : arm,
    libc: glibc === undefined ? null : `glibc ${glibc}`
  };
}

/** A release that the index has or had, or one that is newer than all of them; development builds too. */
function existed(atlas: Atlas, name: string, version: string): boolean {
  const known = atlas.published(name);
  return (
    atlas.release(name, version) !== null ||
    known.includes(version) ||
    /(a|b|rc|dev)\d/.test(version) ||
    known.every(each => compareVersions(version, each) > 0)
  );
}

/** From 2.6 on TensorFlow brings keras along as a requirement (its own metadata). */
function needsKeras(tensorflow: string | null): boolean {
  const [major = 0, minor = 0] = (tensorflow ?? '').split('.').map(Number);
  return major > 2 || (major === 2 && minor >= 6);
}

function importName(distribution: string): string {
  const name = distribution.toLowerCase().replace(/[-_.]+/g, '_');
  if (/^tensorflow(_(cpu|gpu|intel|macos|rocm))?$/.test(name)) {
    return 'tensorflow';
  }
  return name;
}
