/** What is said with an offer where the kernel stands in its way. */

import { check } from '../../../src/engine/check';
import type { Remedy } from '../../../src/engine/offers';
import type { Environment, Installer } from '../../../src/engine/types';
import { shippedAtlas } from '../atlas';
import { onLinux } from '../cli/program';
import { cellsOf } from '../rules/cases';

const FLIP = 'from tensorflow.keras.layers import RandomFlip';

function firstRemedy(environment: Environment, source: string): Remedy {
  return check({
    notebook: 'test.ipynb',
    cells: cellsOf(source),
    environment,
    atlas: shippedAtlas()
  }).remedies[0];
}

const KERNEL: Installer = {
  pip: true,
  uv: null,
  conda: null,
  writable: true,
  externallyManaged: false,
  userSite: false
};

const MANAGED =
  'pip refuses to install into this Python, which the system manages (`externally-managed-environment`). Choose a kernel in a virtual environment.';
const USER =
  'You cannot write to this kernel’s site-packages: pip installs into your own folder, where every kernel of this Python finds it.';
const FAILS =
  'You cannot write to this kernel’s site-packages, so pip fails there. Choose a kernel in a virtual environment of your own.';

test.each<[string, Partial<Installer>, string | null, readonly string[]]>([
  ['nothing in its way', {}, null, []],
  ['managed by the system', { externallyManaged: true }, null, [MANAGED]],
  [
    'managed, by the first pip that obeys',
    { externallyManaged: true },
    '23.0',
    [MANAGED]
  ],
  ['managed, by a pip before that', { externallyManaged: true }, '22.3.1', []],
  [
    'managed, by uv',
    { externallyManaged: true, pip: false, uv: '/bin/uv' },
    '22.3.1',
    [MANAGED.replace('pip', 'uv')]
  ],
  [
    'not writable, with the person’s own folder',
    { writable: false, userSite: true },
    null,
    [USER]
  ],
  [
    'not writable, in a virtual environment',
    { writable: false },
    null,
    [FAILS]
  ],
  [
    'not writable, by uv',
    { writable: false, userSite: true, pip: false, uv: '/bin/uv' },
    null,
    [FAILS.replace('so pip', 'so uv')]
  ]
])('%s', (_, over, pip, warnings) => {
  const kernel = onLinux('tf2.4');
  const remedy = firstRemedy(
    {
      ...kernel,
      installed: {
        ...kernel.installed,
        ...(pip === null ? {} : { pip: { version: pip, distribution: 'pip' } })
      },
      installer: { ...KERNEL, ...over }
    },
    FLIP
  );
  expect(remedy.warnings).toEqual(warnings);
  warnings.forEach(each => expect(each.length).toBeLessThanOrEqual(160));
});

test.each<[string, Partial<Installer>, boolean]>([
  ['takes installs', {}, false],
  [
    'takes them into the person’s own folder',
    { writable: false, userSite: true },
    false
  ],
  ['is managed by the system', { externallyManaged: true }, true],
  ['cannot be written to', { writable: false }, true]
])('a kernel that %s: the commands for one of its own', (_, over, isTold) => {
  const { elsewhere } = check({
    notebook: 'test.ipynb',
    cells: cellsOf(FLIP),
    environment: { ...onLinux('tf2.4'), installer: { ...KERNEL, ...over } },
    atlas: shippedAtlas()
  });
  expect(
    elsewhere && [elsewhere.title, elsewhere.samePython, elsewhere.failing]
  ).toEqual(isTold ? ['tensorflow-cpu 2.6.5 on Python 3.8', true, 0] : null);
});

test('a distribution that has to go first cannot, where nothing can be written', () => {
  const kernel = onLinux('tf2.4');
  const remedy = firstRemedy(
    {
      ...kernel,
      installed: {
        ...kernel.installed,
        tensorflow: { version: '2.4.4', distribution: 'tf-nightly' }
      },
      installer: { ...KERNEL, writable: false, userSite: true }
    },
    FLIP
  );
  expect(remedy.warnings).toEqual([FAILS]);
});
