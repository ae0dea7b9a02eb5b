import { environmentOf, findingsIn, told } from './cases';

const of = (id: string, ...sources: readonly string[]): readonly string[] =>
  told(findingsIn(environmentOf(id), ...sources)).filter(each =>
    each.startsWith('private-import')
  );

describe('valid', () => {
  test.each([
    ['tf2.4', 'from tensorflow.keras.layers import Dense'],
    ['tf2.15', 'import tensorflow as tf\ntf.compat.v1.Session'],
    ['tf1.15', 'from keras.engine.topology import Layer'],
    ['tf2.16', 'import keras\nkeras.layers.Dense'],
    // It fails, and is missing-module's.
    ['tf2.6', 'from keras.src.layers import Dense'],
    // What a private module holds was said where it was imported.
    [
      'tf2.15',
      'try:\n    import keras\nexcept ImportError:\n    import keras.src'
    ]
  ])('%s: %s', (id, code) => {
    expect(of(id, code)).toEqual([]);
  });
});

test.each<[string, string, readonly string[]]>([
  [
    'tf2.4',
    'from tensorflow.python.keras.layers import Dense, Flatten',
    [
      'private-import warning tensorflow.python.keras.layers.Dense @1:44',
      'private-import warning tensorflow.python.keras.layers.Flatten @1:51'
    ]
  ],
  [
    'tf2.15',
    'from tensorflow.python.framework import ops\nops.convert_to_tensor(1)',
    ['private-import warning tensorflow.python.framework.ops @1:41']
  ],
  [
    'tf1.15',
    'import tensorflow as tf\ntf.python.ops',
    ['private-import warning tensorflow.python.ops @2:11']
  ],
  [
    'tf2.16',
    'from keras._tf_keras.keras.layers import Dense',
    ['private-import warning keras._tf_keras.keras.layers.Dense @1:42']
  ],
  [
    'tf2.15+legacy',
    'from tf_keras.src.layers import Dense',
    ['private-import warning tf_keras.src.layers.Dense @1:33']
  ]
])('%s: %s', (id, code, expected) => {
  expect(of(id, code)).toEqual(expected);
});

test('a name is told once in a notebook', () => {
  const code = 'from keras.src.layers import Dense';
  expect(of('tf2.16', code, code)).toHaveLength(1);
});

test.each([
  [
    'tf2.4',
    'from tensorflow.python.keras.layers import Dense, Flatten',
    '`tensorflow.python.keras.layers.Dense` is internal to TensorFlow and can change in any release. `tensorflow.keras.layers.Dense` is the same.',
    { safe: true, text: 'tensorflow.keras.layers' }
  ],
  [
    'tf2.15',
    'from keras.src.layers.core.dense import Dense',
    '`keras.src.layers.core.dense.Dense` is internal to keras and can change in any release. `keras.layers.Dense` is the same.',
    { safe: true, text: 'keras.layers' }
  ],
  [
    'tf2.15',
    'from tensorflow.python.keras.models import Sequential',
    '`Sequential` is from an old copy of Keras in TensorFlow 2.15.1, not from `tensorflow.keras`. The public name is `tensorflow.keras.models.Sequential`.',
    { safe: false, text: 'tensorflow.keras.models' }
  ],
  [
    'tf2.15',
    'from tensorflow.python.client import device_lib',
    '`tensorflow.python.client.device_lib` is internal to TensorFlow and can change in any release.',
    null
  ]
])('%s: %s says and offers', (id, code, message, fix) => {
  const [finding] = findingsIn(environmentOf(id), code);
  expect(finding.message).toBe(message);
  expect(
    finding.fixes.map(({ safe, edits }) => ({ safe, text: edits[0].text }))
  ).toEqual(fix === null ? [] : [fix]);
});

test.each([
  'from tensorflow.python.keras.initializers import Zeros',
  'from tensorflow.python.keras.initializers import Zeros, Ones'
])('no import from what is an attribute and no module: %s', code => {
  const findings = findingsIn(environmentOf('tf2.8'), code);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.flatMap(({ fixes }) => fixes)).toEqual([]);
});
