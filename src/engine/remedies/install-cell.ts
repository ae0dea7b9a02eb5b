/** The source of the cell that installs. */

import type { Say } from '../text';
import type { Environment } from '../types';
import type { Install } from './install';

export interface CellInput {
  readonly install: Install;
  /** What it is for, one line. */
  readonly purpose: string;
  /** The kernel that it is for. */
  readonly environment: Pick<Environment, 'installer' | 'python'>;
  readonly say: Say;
}

/** How a kernel is told to install: what stands before, and the two commands. */
interface Manner {
  readonly before: readonly string[];
  readonly install: string;
  readonly uninstall: string;
}

export function installCell({
  install,
  purpose,
  environment,
  say
}: CellInput): string {
  const manner = mannerOf(environment, say);
  const { removes, requirements, alone, variables } = install;
  const set = Object.entries(variables);
  const words = (command: string, ...args: readonly string[]): string[] =>
    args.length === 0 ? [] : [[command, ...args].join(' ')];
  const quoted = (texts: readonly string[]): string[] =>
    texts.map(each => `"${each}"`);
  return [
    `# Keras Doctor: ${purpose.replace(/[`\r\n]+/g, '')}`,
    ...manner.before,
    ...words(manner.uninstall, ...removes),
    ...words(manner.install, ...quoted(requirements)),
    ...words(`${manner.install} --no-deps`, ...quoted(alone)),
    ...(set.length === 0 ? [] : ['import os']),
    ...set.map(([name, value]) => `os.environ["${name}"] = "${value}"`)
  ].join('\n');
}

function mannerOf(
  { installer, python: { executable } }: CellInput['environment'],
  say: Say
): Manner {
  if (installer === undefined || installer.pip) {
    return {
      // What conda itself has of these releases is not known here.
      before:
        installer?.conda == null
          ? []
          : [
              `# ${say('This kernel is conda’s: pip installs into it, beside what conda has put there.')}`
            ],
      install: '%pip install',
      uninstall: '%pip uninstall -y'
    };
  }
  const python = '{sys.executable}';
  if (installer.uv !== null) {
    // The folder of a virtual environment's Python need not be on PATH.
    const isBeside = folderOf(installer.uv) === folderOf(executable ?? '');
    const uv = isBeside
      ? '{os.path.join(os.path.dirname(sys.executable), "uv")}'
      : 'uv';
    return {
      before: [isBeside ? 'import os, sys' : 'import sys'],
      install: `!${uv} pip install --python ${python}`,
      uninstall: `!${uv} pip uninstall --python ${python}`
    };
  }
  return {
    before: [
      `# ${say('pip is not in this kernel yet: ensurepip brings it.')}`,
      'import sys',
      `!${python} -m ensurepip`
    ],
    install: `!${python} -m pip install`,
    uninstall: `!${python} -m pip uninstall -y`
  };
}

function folderOf(path: string): string {
  return path.replace(/[\\/][^\\/]*$/, '');
}
