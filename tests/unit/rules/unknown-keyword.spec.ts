import { environmentOf, findingsIn } from './cases';

const KERAS =
  'import tensorflow as tf\nfrom tensorflow import keras\nfrom tensorflow.keras.layers import *\n';

/** `error symbol keyword @line:column`. */
function told(id: string, ...cells: readonly string[]): readonly string[] {
  return findingsIn(environmentOf(id), ...cells).map(
    ({ rule, severity, symbol, keyword, line, column }) =>
      `${rule} ${severity} ${symbol} ${keyword} @${line}:${column}`
  );
}

test.each<[string, string, readonly string[]]>([
  [
    'tf2.21',
    'keras.optimizers.Adam(lr=0.1)',
    ['error tensorflow.keras.optimizers.Adam lr @1:23']
  ],
  ['tf2.10', 'keras.optimizers.Adam(lr=0.1)', []],
  [
    'tf2.15',
    'keras.optimizers.Adam(decay=0.1)',
    ['error tensorflow.keras.optimizers.Adam decay @1:23']
  ],
  [
    'tf2.15',
    'Dense(4, init="uniform", bias=False)',
    [
      'error tensorflow.keras.layers.Dense init @1:10',
      'error tensorflow.keras.layers.Dense bias @1:26'
    ]
  ],
  ['tf2.15', 'Dense(4, input_shape=(3,), name="a")', []],
  ['tf2.15', 'Dense(4, **options)', []],
  [
    'tf2.4',
    '@tf.function(autograph=False, jit_compile=True)\ndef f(x): return x',
    ['error tensorflow.function jit_compile @1:31']
  ],
  ['tf2.5', '@tf.function(jit_compile=True)\ndef f(x): return x', []],
  ['tf2.4', '@own(jit_compile=True)\ndef f(x): return x', []],
  ['tf2.4', '@tf.function(**options)\nclass A: pass', []],
  [
    'tf2.15',
    'm = keras.Sequential()\nm.fit(1, nb_epoch=3)',
    ['error tensorflow.keras.Sequential.fit nb_epoch @2:10']
  ],
  [
    'tf2.15',
    'keras.Sequential().fit(1, nb_epoch=3)',
    ['error tensorflow.keras.Sequential.fit nb_epoch @1:27']
  ],
  [
    'tf2.15',
    'keras.Sequential().add(Dense(4, output_dim=3))',
    ['error tensorflow.keras.layers.Dense output_dim @1:33']
  ],
  [
    'tf2.15',
    'f = keras.layers.Dense\nf(4, init="uniform")',
    ['error tensorflow.keras.layers.Dense init @2:6']
  ],
  [
    'tf2.15',
    'f = keras.layers.Dense if x else print\nf(4, init="uniform")',
    []
  ],
  ['tf2.15', 'def Dense(n, init):\n    pass\nDense(4, init="uniform")', []],
  [
    'tf2.15',
    'class Dense(keras.layers.Dense):\n    pass\nDense(4, init="uniform")',
    []
  ],
  [
    'tf2.15',
    'try:\n    Dense(4, init="uniform")\nexcept TypeError:\n    pass',
    ['info tensorflow.keras.layers.Dense init @2:14']
  ],
  [
    'tf2.15',
    'try:\n    Dense(4, init="uniform")\nexcept AttributeError:\n    pass',
    ['error tensorflow.keras.layers.Dense init @2:14']
  ],
  [
    'tf2.21',
    'try:\n    keras.optimizers.Adam(lr=1)\nexcept ValueError:\n    pass',
    ['info tensorflow.keras.optimizers.Adam lr @2:27']
  ],
  [
    'tf2.21',
    'def f():\n    return keras.optimizers.Adam(lr=1)',
    ['error tensorflow.keras.optimizers.Adam lr @2:34']
  ],
  ['tf2.15', 'tf.train.Int64List(value=[1])', []],
  ['tf2.15', 'tf.train.Checkpoint(model=1)', []],
  ['tf2.15', '@tf.function(input_signature=[])\ndef f():\n    pass', []],
  ['tf2.15', 'class M(tf.keras.Model, metaclass=type):\n    pass', []]
])('%s: %s', (id, code, expected) => {
  expect(told(id, KERAS, code)).toEqual(
    expected.map(each => `unknown-keyword ${each}`)
  );
});

test.each([
  [
    'tf2.21',
    'keras.optimizers.Adam(lr=0.1)',
    '`lr` is no argument of `Adam` in TensorFlow 2.21.0. Write `learning_rate`. TensorFlow 1.13 to 1.15 and 2.0 to 2.10 take it.'
  ],
  [
    'tf2.15',
    'keras.optimizers.Adam(decay=0.1)',
    '`decay` is no argument of `Adam` in TensorFlow 2.15.1. TensorFlow 1.13 to 1.15 and 2.0 to 2.10 take it.'
  ]
])('%s: %s says', (id, code, message) => {
  expect(findingsIn(environmentOf(id), KERAS, code)[0].message).toBe(message);
});

test.each<[string, readonly (readonly [string, boolean])[]]>([
  ['Dense(4, init="zeros")', [['kernel_initializer', true]]],
  ['Dense(output_dim=4)', [['units', true]]],
  ['Dense(4, output_dim=4)', []],
  ['Dense(units=4, output_dim=4)', []],
  ['Dense(*a, init="zeros")', []],
  ['Conv2D(4, (3, 3), border_mode="same")', [['padding', true]]],
  ['Conv2D(4, 3, 3, border_mode="same")', [['padding', false]]],
  ['Embedding(4, 3, init="zeros")', [['embeddings_initializer', true]]],
  ['Dense(4, nothing=1)', []]
])('the fix of %s', (code, expected) => {
  const [finding] = findingsIn(environmentOf('tf2.15'), KERAS, code);
  expect(finding.fixes.map(({ edits, safe }) => [edits[0].text, safe])).toEqual(
    expected
  );
});
