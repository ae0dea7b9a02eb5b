/** The source of the cell that installs. */

import type { Say } from '../text';
import type { Installer } from '../types';

export interface PipCellInput {
  readonly requirements: readonly string[];
  /** What it is for, one line. */
  readonly purpose: string;
  readonly installer: Installer | undefined;
  readonly say: Say;
}

export function pipCell({
  requirements,
  purpose,
  installer,
  say
}: PipCellInput): string {
  const quoted = requirements.map(each => `"${each}"`).join(' ');
  const comment = `# Keras Doctor: ${purpose.replace(/[`\r\n]+/g, '')}`;
  if (installer !== undefined && !installer.pip) {
    return installer.uv !== null
      ? [
          comment,
          'import sys',
          `!uv pip install --python {sys.executable} ${quoted}`
        ].join('\n')
      : [
          comment,
          `# ${say('pip is not in this kernel yet: ensurepip brings it.')}`,
          'import sys',
          '!{sys.executable} -m ensurepip',
          `!{sys.executable} -m pip install ${quoted}`
        ].join('\n');
  }
  return `${comment}\n%pip install ${quoted}`;
}
