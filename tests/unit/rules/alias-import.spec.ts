import { environmentOf, findingsIn, told } from './cases';

const TF = 'import tensorflow as tf\n';

describe('valid', () => {
  test.each([
    'import tensorflow as tf\ntf.keras.layers.Dense',
    'import tensorflow\nfrom tensorflow.keras import layers',
    'from tensorflow import keras as K\nK.layers.Dense'
  ])('%s', code => {
    expect(told(findingsIn(environmentOf('tf2.4'), code))).toEqual([]);
  });
});

describe('invalid, in every release', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [
      `${TF}from tf.keras.layers import RandomFlip`,
      ['alias-import error tf @2:6']
    ],
    ['from tf.keras.layers import Dense', ['alias-import error tf @1:6']],
    [`${TF}import tf.keras`, ['alias-import error tf @2:8']],
    [
      `${TF}import tf.keras.layers as L\nL.Dense\nL.Flatten`,
      ['alias-import error tf @2:8']
    ],
    [
      'from tensorflow.keras import backend as K\nfrom K import get_value',
      ['alias-import error K @2:6']
    ],
    [
      `${TF}try:\n    from tf.keras import layers\nexcept ImportError:\n    pass`,
      ['alias-import info tf @3:10']
    ],
    [
      `${TF}try:\n    from tf.keras import layers\nexcept AttributeError:\n    pass`,
      ['alias-import error tf @3:10']
    ]
  ];
  describe.each(['tf2.4', 'tf2.6', 'tf2.15', 'tf2.21'])('%s', id => {
    test.each(cases)('%s', (code, expected) => {
      expect(told(findingsIn(environmentOf(id), code))).toEqual(expected);
    });
  });
});

test('one finding for several names of one statement, and what waits for it is counted', () => {
  const findings = findingsIn(
    environmentOf('tf2.15'),
    'from tf.keras.layers import Dense, Flatten\nDense\nFlatten'
  );
  expect(findings.map(({ blocks }) => blocks)).toEqual([3]);
});

describe('message and fix', () => {
  test.each([
    [
      'tf2.15',
      'from tf.keras.layers import RandomFlip',
      '`tf` is a name in your notebook, not a module, so Python cannot import from it. Write `from tensorflow.keras.layers import RandomFlip`.',
      [{ line: 1, column: 6, endLine: 1, endColumn: 8, text: 'tensorflow' }]
    ],
    [
      'tf2.4',
      'from tf.keras.layers import RandomFlip',
      '`tf` is a variable, not a module: Python cannot import from it. Write `from tensorflow.keras.layers.experimental.preprocessing import RandomFlip`.',
      [
        {
          line: 1,
          column: 6,
          endLine: 1,
          endColumn: 21,
          text: 'tensorflow.keras.layers.experimental.preprocessing'
        }
      ]
    ]
  ])('%s: %s', (id, code, message, edits) => {
    const [finding] = findingsIn(environmentOf(id), code);
    expect(finding.message).toBe(message);
    expect(finding.fixes[0].edits).toEqual(edits);
  });
});
