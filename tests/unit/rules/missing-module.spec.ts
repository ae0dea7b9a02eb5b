import { environmentOf, findingsIn, told } from './cases';

test.each<[string, string, readonly string[]]>([
  [
    'tf2.15',
    'from tensorflow.contrib import layers',
    ['missing-module error tensorflow.contrib @1:17']
  ],
  [
    'tf2.15',
    'import tensorflow.contrib.slim as slim\nslim.conv2d',
    ['missing-module error tensorflow.contrib @1:19']
  ],
  [
    'tf2.15',
    'from keras.utils.np_utils import to_categorical',
    ['missing-module error keras.utils.np_utils @1:18']
  ],
  [
    'tf2.6',
    'from keras.utils.np_utils import to_categorical',
    ['deprecated-symbol info keras.utils.np_utils.to_categorical @1:18']
  ],
  [
    'tf2.15+keras3',
    'import tensorflow.keras.layers.experimental',
    ['missing-module error tensorflow.keras.layers.experimental @1:32']
  ],
  [
    'tf2.15',
    'import tensorflow.python.keras',
    ['private-import warning tensorflow.python.keras @1:26']
  ],
  [
    'tf2.21',
    'try:\n    from keras.preprocessing.text import Tokenizer\nexcept ModuleNotFoundError:\n    pass',
    ['missing-module info keras.preprocessing.text @2:30']
  ]
])('%s: %s', (id, code, expected) => {
  expect(told(findingsIn(environmentOf(id), code))).toEqual(expected);
});

test('says where the name is now, and offers it', () => {
  const [finding] = findingsIn(
    environmentOf('tf2.15'),
    'from keras.utils.np_utils import to_categorical'
  );
  expect(finding.message).toBe(
    'There is no module `keras.utils.np_utils` in keras 2.15.0. `to_categorical` is in `keras.utils` here. keras 2.0 to 2.12 have it.'
  );
  expect(finding.fixes).toEqual([
    {
      title: 'Use that name',
      safe: true,
      edits: [
        { line: 1, column: 6, endLine: 1, endColumn: 26, text: 'keras.utils' }
      ]
    }
  ]);
});
