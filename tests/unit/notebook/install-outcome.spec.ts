/** What pip and uv printed in real kernels, and the one line that is shown of it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IOutput } from '@jupyterlab/nbformat';
import { OutputAreaModel } from '@jupyterlab/outputarea';

import { whyInstallFailed } from '../../../src/notebook/install-outcome';

interface Recorded {
  /** By which programs. */
  readonly made: string;
  readonly cell: string;
  /** What is to be shown; null where the install worked, or was stopped. */
  readonly why: string | null;
  readonly outputs: readonly IOutput[];
}

const installs: readonly Recorded[] = JSON.parse(
  readFileSync(join(__dirname, 'installs.json'), 'utf8')
);

/** As JupyterLab keeps them: written over where the cursor went back. */
function kept(outputs: readonly IOutput[]): readonly IOutput[] {
  const model = new OutputAreaModel({ trusted: true });
  outputs.forEach(output => model.add(output));
  return model.toJSON();
}

describe('recorded installs', () => {
  it.each(installs.map((each, index) => ({ index, ...each })))(
    '$index $made: $cell',
    ({ outputs, why }) => {
      expect(whyInstallFailed(outputs)).toBe(why);
      expect(whyInstallFailed(kept(outputs))).toBe(why);
    }
  );
});

const stream = (text: string): IOutput => ({
  output_type: 'stream',
  name: 'stdout',
  text
});

describe('what nobody recorded', () => {
  it('is one line of at most 300 characters', () => {
    const why = whyInstallFailed([
      stream(`ERROR: \u001b[31m<b>${'x'.repeat(5000)}</b>\n`),
      stream(`ERROR: <img src=x onerror=y>${'z '.repeat(400)}\n`)
    ]);
    expect(why).toMatch(/^<img src=x onerror=y>[z ]+…$/);
    expect(why).toHaveLength(300);
  });

  it('does not turn the text around it, and is soon read', () => {
    expect(whyInstallFailed([stream('ERROR: a\u202eb\u0007\u200bc\n')])).toBe(
      'abc'
    );
    const start = performance.now();
    whyInstallFailed([
      stream('error: x\n'.repeat(300_000)),
      stream('Traceback (most recent call last):\n'.repeat(100_000)),
      stream(`ERROR: ${'a '.repeat(200_000)}requires ${'b, '.repeat(200_000)}`)
    ]);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  const told: readonly [string, readonly IOutput[], string | null][] = [
    ['nothing', [], null],
    [
      'an exception of the cell itself',
      [{ output_type: 'error', ename: 'NameError', evalue: "name 'x'\n is" }],
      "NameError: name 'x' is"
    ],
    [
      'a stop by the person',
      [
        stream('ERROR: No matching distribution found for a==1\n'),
        { output_type: 'error', ename: 'KeyboardInterrupt', evalue: '' }
      ],
      null
    ],
    [
      'lines as a list, half of them no text',
      [{ output_type: 'stream', text: ['ERROR: no', 7, ' such\n'] }],
      'no such'
    ],
    [
      'a magic that this IPython does not have',
      [stream('UsageError: Line magic function `%pip` not found.\n')],
      'Line magic function `%pip` not found.'
    ],
    ['a picture', [{ output_type: 'display_data', data: {} }], null]
  ];
  it.each(told)('%s', (_, outputs, why) => {
    expect(whyInstallFailed(outputs)).toBe(why);
  });
});
