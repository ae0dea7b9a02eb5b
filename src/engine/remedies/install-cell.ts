/** The source of the cell that installs. */

import type { Say } from '../text';
import type { Installer } from '../types';
import type { Install } from './install';

export interface CellInput {
  readonly install: Install;
  /** What it is for, one line. */
  readonly purpose: string;
  readonly installer: Installer | undefined;
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
  installer,
  say
}: CellInput): string {
  const manner = mannerOf(installer, say);
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

function mannerOf(installer: Installer | undefined, say: Say): Manner {
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
  return installer.uv !== null
    ? {
        before: ['import sys'],
        install: `!uv pip install --python ${python}`,
        uninstall: `!uv pip uninstall --python ${python}`
      }
    : {
        before: [
          `# ${say('pip is not in this kernel yet: ensurepip brings it.')}`,
          'import sys',
          `!${python} -m ensurepip`
        ],
        install: `!${python} -m pip install`,
        uninstall: `!${python} -m pip uninstall -y`
      };
}
