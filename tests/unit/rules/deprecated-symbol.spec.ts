import { environmentOf, findingsIn, told } from './cases';

const TF = 'import tensorflow as tf\n';

describe('valid', () => {
  test.each([
    ['tf1.15', `${TF}tf.compat.v1.Session()`],
    ['tf2.21', `${TF}tf.keras.layers.Dense(1)`],
    ['tf2.15', 'from keras.layers import Dense'],
    // Gone in between, and back in the newest release.
    ['tf2.4+keras2.4.3', 'from keras.utils import to_categorical'],
    // tf_keras goes its own way.
    ['tf2.16+legacy', `${TF}tf.keras.layers.experimental.preprocessing`],
    // It fails here, and is missing-symbol's.
    ['tf2.15', `${TF}tf.Session()`]
  ])('%s: %s', (id, code) => {
    expect(
      findingsIn(environmentOf(id), code).filter(
        ({ rule }) => rule === 'deprecated-symbol'
      )
    ).toEqual([]);
  });
});

test.each<[string, string, readonly string[]]>([
  [
    'tf1.15',
    `${TF}tf.Session()\ntf.Session()`,
    ['deprecated-symbol info tensorflow.Session @2:4']
  ],
  [
    'tf1.15',
    `${TF}tf.contrib.slim\ntf.contrib.layers`,
    ['deprecated-symbol info tensorflow.contrib @2:4']
  ],
  [
    'tf1.15',
    `${TF}tf.train.AdamOptimizer(0.1).minimize`,
    ['deprecated-symbol info tensorflow.train.AdamOptimizer @2:10']
  ],
  [
    'tf2.6',
    'from keras.layers.core import Dense',
    ['deprecated-symbol info keras.layers.core.Dense @1:19']
  ],
  [
    'tf2.15',
    'from keras.preprocessing.image import ImageDataGenerator',
    [
      'deprecated-symbol info keras.preprocessing.image.ImageDataGenerator @1:39'
    ]
  ]
])('%s: %s', (id, code, expected) => {
  expect(told(findingsIn(environmentOf(id), code))).toEqual(expected);
});

test.each([
  [
    'tf1.15',
    `${TF}tf.Session()\ntf.Session()`,
    '`tensorflow.Session` works here, but TensorFlow 2.0 has it no longer. `tensorflow.compat.v1.Session` is the same and stays.',
    ['tf.compat.v1.Session', 'tf.compat.v1.Session']
  ],
  [
    'tf2.12',
    'from keras.layers.core import Dense, Dropout',
    '`keras.layers.core.Dense` works here, but keras 2.13 has it no longer. `keras.layers.Dense` is the same and stays.',
    ['keras.layers']
  ],
  [
    'tf1.15',
    `${TF}tf.contrib.slim`,
    '`tensorflow.contrib` works here, but TensorFlow 2.0 has it no longer.',
    null
  ]
])('%s: %s says and offers', (id, code, message, texts) => {
  const [finding] = findingsIn(environmentOf(id), code);
  expect(finding.message).toBe(message);
  expect(
    finding.fixes.map(({ safe, edits }) => [safe, edits.map(e => e.text)])
  ).toEqual(texts === null ? [] : [[true, texts]]);
});
