import type { Environment } from '../../../src/engine/types';
import { environmentOf, findingsIn, told } from './cases';

const of = (
  environment: Environment,
  ...sources: readonly string[]
): readonly string[] =>
  told(findingsIn(environment, ...sources)).filter(each =>
    each.startsWith('mixed-keras')
  );

const BOTH =
  'from tensorflow.keras.models import Sequential\nfrom keras.layers import Dense';

/** `keras.layers.Dense is tf.keras.layers.Dense` there, asked in the real environments. */
describe('one code under two names', () => {
  test.each([
    'tf2.2',
    'tf2.4+keras2.4.3',
    'tf2.6',
    'tf2.12',
    'tf2.15',
    'tf2.15+keras3',
    'tf2.16',
    'tf2.21'
  ])('%s', id => {
    expect(of(environmentOf(id), BOTH)).toEqual([]);
  });
});

/** Two classes there. */
describe('two codes', () => {
  test.each(['tf1.15', 'tf2.15+legacy', 'tf2.16+legacy', 'tf2.18+legacy'])(
    '%s',
    id => {
      expect(of(environmentOf(id), BOTH)).toEqual([
        'mixed-keras warning keras.layers.Dense @2:26'
      ]);
    }
  );

  test('keras and tf_keras', () => {
    expect(
      of(
        environmentOf('tf2.16+legacy'),
        'import keras\nimport tf_keras\nm = keras.Sequential()',
        'tf_keras.layers.Dense(1)'
      )
    ).toEqual(['mixed-keras warning tf_keras.layers.Dense @1:17']);
  });

  test('tf.keras is tf_keras there', () => {
    expect(
      of(
        environmentOf('tf2.16+legacy'),
        'from tf_keras.layers import Dense\nfrom tensorflow.keras import Sequential'
      )
    ).toEqual([]);
  });
});

describe('valid', () => {
  test.each([
    // No layers or models.
    'from keras.utils import to_categorical\nfrom tensorflow.keras.layers import Dense',
    'from keras.datasets import mnist\nimport tensorflow as tf\ntf.keras.Sequential()',
    // One stands in for the other.
    'try:\n    from keras.layers import Dense\nexcept ImportError:\n    from tensorflow.keras.layers import Dense',
    'import sys\nif len(sys.argv) > 1:\n    from keras.layers import Dense\nelse:\n    from tensorflow.keras.layers import Dense',
    'import keras\nkeras.layers.Dense(1)'
  ])('%s', code => {
    expect(of(environmentOf('tf1.15'), code)).toEqual([]);
  });
});

test('names both', () => {
  const [finding] = findingsIn(environmentOf('tf2.18+legacy'), BOTH);
  expect(finding.message).toBe(
    '`keras` (keras 3.8.0) and `tensorflow.keras` (tf_keras 2.18.0) are two different Kerases. What one makes can fail in the other: use one of them.'
  );
});
