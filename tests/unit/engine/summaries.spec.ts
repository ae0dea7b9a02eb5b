/** What a report says of each release. */

import { check } from '../../../src/engine/check';
import type { ReleaseSummary } from '../../../src/engine/offers';
import type { Environment } from '../../../src/engine/types';
import { shippedAtlas } from '../atlas';
import { cellsOf, environmentOf } from '../rules/cases';

const debian = { platform: 'linux', machine: 'x86_64', libc: 'glibc 2.36' };

const on = (id: string, version: string): Environment => ({
  ...environmentOf(id),
  python: { version, ...debian }
});

const reportOf = (environment: Environment, ...sources: readonly string[]) =>
  check({
    notebook: 'test.ipynb',
    cells: cellsOf(...sources),
    environment,
    atlas: shippedAtlas()
  });

const releaseOf = (
  environment: Environment,
  tensorflow: string,
  ...sources: readonly string[]
): ReleaseSummary | undefined =>
  reportOf(environment, ...sources).releases.find(
    each => each.tensorflow === tensorflow
  );

const FLIP = 'from tensorflow.keras.layers import RandomFlip';
const TF24 = on('tf2.4', '3.8.18');

test.each<[string, string, string, readonly string[]]>([
  [
    'each once',
    '2.4.4',
    `${FLIP}\n${FLIP}`,
    ['tensorflow.keras.layers.RandomFlip']
  ],
  [
    'what waits for an import fails by its name',
    '2.4.4',
    `${FLIP}\nRandomFlip()`,
    ['tensorflow.keras.layers.RandomFlip']
  ],
  [
    'a keyword beside its callable',
    '2.21.0',
    'import tensorflow as tf\ntf.keras.optimizers.Adam(lr=1)',
    ['tensorflow.keras.optimizers.Adam(lr=)']
  ],
  [
    'in the order of the notebook',
    '2.4.4',
    `from tensorflow import contrib\n${FLIP}`,
    ['tensorflow.contrib', 'tensorflow.keras.layers.RandomFlip']
  ],
  ['none where all runs', '2.6.5', FLIP, []],
  [
    'not what a handler catches',
    '2.4.4',
    `try:\n    ${FLIP}\nexcept ImportError:\n    pass`,
    []
  ],
  [
    'not what a comment silences',
    '2.4.4',
    `${FLIP}  # keras-doctor: ignore`,
    []
  ]
])('symbols: %s', (_, tensorflow, source, expected) => {
  expect(releaseOf(TF24, tensorflow, source)?.symbols).toEqual(expected);
});

test('no more than twenty symbols', () => {
  const names = Array.from({ length: 30 }, (_, index) => `tf.nothing${index}`);
  const found = releaseOf(
    TF24,
    '2.6.5',
    `import tensorflow as tf\n${names.join('\n')}`
  );
  expect(found?.failing).toBe(30);
  expect(found?.symbols).toHaveLength(20);
});

test('what could not be judged is counted', () => {
  const found = releaseOf(
    on('tf2.21', '3.12.1'),
    '2.2.3',
    'import keras\nkeras.preprocessing.text.Tokenizer().analyzer'
  );
  expect(found?.unknown).toBe(1);
});

test('what is there is installed, has no cell, and fails as its findings say', () => {
  const { releases, findings } = reportOf(TF24, FLIP);
  const here = releases.filter(({ installed }) => installed);
  expect(here).toMatchObject([
    { tensorflow: '2.4.4', keras: null, failing: findings.length, cell: null }
  ]);
});

test('a pair that does not work is told as it is', () => {
  const { releases } = reportOf(
    on('tf2.4+keras2.8.0', '3.8.18'),
    'import keras'
  );
  expect(releases.filter(({ installed }) => installed)).toEqual([
    {
      tensorflow: '2.4.4',
      keras: '2.8.0',
      failing: 1,
      unknown: 0,
      symbols: ['keras'],
      installable: true,
      installed: true,
      cell: null
    }
  ]);
});

test('the cell of an offer is the same in both places', () => {
  const { remedies, releases } = reportOf(TF24, FLIP, 'from tf.keras import x');
  const cells = releases.map(({ cell }) => cell);
  expect(remedies.length).toBeGreaterThan(0);
  remedies.forEach(({ cell }) => expect(cells).toContain(cell));
});

test('a release has a cell where it can be installed and is not what is there', () => {
  for (const { installable, installed, cell, failing } of reportOf(TF24, FLIP)
    .releases) {
    expect(cell !== null).toBe(installable && !installed);
    expect(cell ?? '').toMatch(
      cell === null
        ? /^$/
        : failing === 0
          ? /^# Keras Doctor: every name/
          : /^# Keras Doctor: uses of this notebook that fail in .*: 1\.\n%pip install/
    );
  }
});
