import { environmentOf, findingsIn, told } from './cases';

test.each<[string, string, readonly string[]]>([
  ['tf2.4', 'from tensorflow import keras\nkeras.layers.Dense', []],
  [
    'tf2.4',
    'from keras.layers import Dense',
    ['missing-package error keras @1:6']
  ],
  [
    'tf2.4',
    'import keras\nkeras.layers.Dense()',
    ['missing-package error keras @1:8']
  ],
  ['tf2.4', 'import tf_keras', ['missing-package error tf_keras @1:8']],
  ['tf2.4', 'import keras_core', ['missing-package error keras_core @1:8']],
  ['tf2.6', 'from keras.layers import Dense', []],
  [
    'tfkeras-none',
    'import tensorflow as tf\ntf.keras.layers.Dense',
    ['missing-package error tensorflow @1:8']
  ],
  [
    'tf2.4',
    'try:\n    import keras\nexcept ImportError:\n    from tensorflow import keras\nkeras.layers.Dense',
    ['missing-package info keras @2:12']
  ],
  [
    'tf2.4',
    'try:\n    import keras\nexcept TypeError:\n    pass',
    ['missing-package error keras @2:12']
  ]
])('%s: %s', (id, code, expected) => {
  expect(told(findingsIn(environmentOf(id), code))).toEqual(expected);
});

test.each([
  [
    'tf2.4',
    'from keras.layers import Dense',
    'keras is not installed in this kernel. Write `from tensorflow.keras.layers import Dense`.'
  ],
  [
    'tf2.4',
    'from keras.layers import RandomFlip',
    'keras is not installed in this kernel. Write `from tensorflow.keras.layers.experimental.preprocessing import RandomFlip`.'
  ],
  [
    'tfkeras-none',
    'import tensorflow',
    'TensorFlow is not installed in this kernel.'
  ]
])('%s: %s says', (id, code, message) => {
  expect(findingsIn(environmentOf(id), code)[0].message).toBe(message);
});

test('the fix moves the import to tensorflow.keras where that works', () => {
  const [finding] = findingsIn(
    environmentOf('tf2.4'),
    'from keras.layers import Dense'
  );
  expect(finding.fixes).toEqual([
    {
      title: 'Write `tensorflow.keras`',
      safe: true,
      edits: [
        {
          line: 1,
          column: 6,
          endLine: 1,
          endColumn: 11,
          text: 'tensorflow.keras'
        }
      ]
    }
  ]);
});
