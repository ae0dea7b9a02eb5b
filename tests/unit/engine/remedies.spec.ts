import { check } from '../../../src/engine/check';
import type { Environment, Remedy } from '../../../src/engine/types';
import { shippedAtlas } from '../atlas';
import { cellsOf, environmentOf } from '../rules/cases';

function remediesFor(
  environment: Environment,
  ...sources: readonly string[]
): readonly Remedy[] {
  return check({
    notebook: 'test.ipynb',
    cells: cellsOf(...sources),
    environment,
    atlas: shippedAtlas()
  }).remedies;
}

const debian = {
  platform: 'linux',
  machine: 'x86_64',
  libc: 'glibc 2.36'
};

const on = (id: string, version: string): Environment => ({
  ...environmentOf(id),
  python: { version, ...debian },
  installer: {
    pip: true,
    uv: null,
    conda: null,
    writable: true,
    externallyManaged: false
  }
});

const FLIP = 'from tensorflow.keras.layers import RandomFlip';

test('keeps the flavour, pins keras along', () => {
  const [remedy] = remediesFor(on('tf2.4', '3.8.18'), FLIP);
  expect(remedy).toMatchObject({
    requirements: ['tensorflow-cpu==2.6.5', 'keras==2.6.0'],
    clears: 1,
    leaves: 0,
    breaks: 0
  });
  expect(remedy.cell.split('\n')[1]).toBe(
    '%pip install "tensorflow-cpu==2.6.5" "keras==2.6.0"'
  );
});

test('adds the measured caps that the metadata lacks', () => {
  const [remedy] = remediesFor(
    on('tfkeras-none', '3.8.18'),
    'from keras.engine.topology import Layer'
  );
  expect(remedy.requirements).toEqual([
    'tensorflow==2.4.4',
    'keras==2.4.3',
    'protobuf<3.21'
  ]);
});

test.each<[string, Environment, readonly string[], readonly string[]]>([
  ['nothing fails', on('tf2.4', '3.8.18'), ['import tensorflow as tf'], []],
  [
    'no release cures an alias import',
    on('tf2.4', '3.8.18'),
    ['from tf.keras import layers'],
    []
  ],
  [
    'no wheel of the near releases for this Python',
    on('tf2.4', '3.12.1'),
    [FLIP],
    ['tensorflow-cpu==2.16.2']
  ],
  [
    'nothing installed: the newest that runs all',
    on('tfkeras-none', '3.11.7'),
    ['import tensorflow as tf\ntf.keras.layers.Dense'],
    ['tensorflow==2.21.0']
  ],
  [
    'nothing installed: the only one that runs all',
    on('tfkeras-none', '3.11.7'),
    ['from keras.preprocessing.image import ImageDataGenerator'],
    ['tensorflow==2.15.1']
  ]
])('%s', (_, environment, sources, expected) => {
  const remedies = remediesFor(environment, ...sources);
  expect(remedies.map(({ requirements }) => requirements[0])).toEqual(expected);
});

test('uses that wait for a failing import weigh as much as the import', () => {
  const sources = [FLIP, ...Array.from({ length: 300 }, () => 'RandomFlip()')];
  expect(remediesFor(on('tf2.4', '3.8.18'), ...sources)[0].clears).toBe(301);
});

test('newly broken usages count', () => {
  const [remedy] = remediesFor(
    on('tfkeras-none', '3.11.7'),
    'from tensorflow.keras.layers import Dense\nimport keras\nkeras.preprocessing.text.Tokenizer\nkeras.ops.add\nkeras.ops.subtract'
  );
  expect(remedy.leaves + remedy.breaks).toBe(1);
});
