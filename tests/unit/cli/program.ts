/** The command line as people run it: bundled, by plain Node. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Environment } from '../../../src/engine/types';
import { environmentOf } from '../conformance/truth';

const root = join(__dirname, '../../..');

let bundled = false;

function bundle(): string {
  if (!bundled) {
    for (const script of ['assemble', 'bundle-cli']) {
      const { status, stderr } = spawnSync(
        process.execPath,
        [`scripts/${script}.mjs`],
        { cwd: root, encoding: 'utf8' }
      );
      if (status !== 0) {
        throw new Error(stderr);
      }
    }
    bundled = true;
  }
  return join(root, 'lib/cli/main.js');
}

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function kerasDoctor(
  args: readonly string[],
  options: { cwd?: string } = {}
): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [bundle(), ...args],
    { encoding: 'utf8', cwd: options.cwd ?? root, maxBuffer: 1e8 }
  );
  return { code: status, out: stdout, err: stderr };
}

/** A new folder with these files in it. */
export function folderWith(
  files: Readonly<Record<string, string | Buffer>>
): string {
  const folder = mkdtempSync(join(tmpdir(), 'keras-doctor-'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A recorded environment, on a machine that wheels can be chosen for. */
export function onLinux(id: string): Environment {
  const environment = environmentOf(id);
  return {
    ...environment,
    python: {
      ...environment.python,
      platform: 'linux',
      machine: 'x86_64',
      libc: 'glibc 2.36'
    }
  };
}
