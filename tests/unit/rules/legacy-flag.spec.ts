import { changed, reportOf, said, type Change } from './surroundings';

const SET = "import os\nos.environ['TF_USE_LEGACY_KERAS'] = '1'";
const YES = { TF_USE_LEGACY_KERAS: '1' };
const USE = 'import tensorflow as tf\ntf.keras.layers.Dense(1)';

test.each<[string, Change, readonly string[], readonly string[]]>([
  ['tf2.16+legacy', {}, [USE], []],
  ['tf2.16', {}, [USE], []],
  // The kernel sets it, and tf_keras is not there.
  [
    'tf2.16',
    { variables: YES },
    [USE],
    [
      'error: TF_USE_LEGACY_KERAS is set, and tf_keras is not installed: `tensorflow.keras` raises. Install tf-keras 2.16, or unset it.',
      'error 1:2:10: `tensorflow.keras` raises here: TF_USE_LEGACY_KERAS asks for tf_keras, which is not installed. Install tf-keras 2.16, or unset it.'
    ]
  ],
  // The notebook sets it.
  [
    'tf2.15',
    {},
    [SET, 'from tensorflow import keras\nimport tensorflow.keras.layers'],
    [
      'error 2:2:19: `tensorflow.keras` raises here: TF_USE_LEGACY_KERAS asks for tf_keras, which is not installed. Install tf-keras 2.15, or unset it.'
    ]
  ],
  ['tf2.16', { installed: { tf_keras: '2.16.0' } }, [SET, USE], []],
  // A tf_keras that this TensorFlow does not take.
  [
    'tf2.16',
    { installed: { tf_keras: '2.15.1' }, variables: YES },
    [USE],
    [
      'error 1:2:10: `tensorflow.keras` is tf_keras 2.15.1 here (TF_USE_LEGACY_KERAS), which cannot be imported with TensorFlow 2.16.2. Install tf-keras 2.16, or unset it.'
    ]
  ],
  // Too late.
  [
    'tf2.16',
    { installed: { tf_keras: '2.16.0' } },
    ['import tensorflow as tf', SET],
    [
      'warning 2:2:12: TF_USE_LEGACY_KERAS comes too late: TensorFlow is imported in cell 1, and `from tensorflow.keras` stays keras 3.3.3. Set it before.'
    ]
  ],
  [
    'tf2.16',
    { installed: { tf_keras: '2.16.0' } },
    ['import tensorflow as tf', '%env TF_USE_LEGACY_KERAS=True'],
    [
      'warning 2:1:1: TF_USE_LEGACY_KERAS comes too late: TensorFlow is imported in cell 1, and `from tensorflow.keras` stays keras 3.3.3. Set it before.'
    ]
  ],
  ['tf2.16+legacy', {}, ['import tensorflow as tf', SET], []],
  [
    'tf2.16',
    { installed: { tf_keras: '2.16.0' } },
    ['try:\n    import tensorflow.nowhere\nexcept ImportError: pass', SET],
    []
  ],
  [
    'tf2.16',
    {
      installed: { tf_keras: '2.16.0' },
      loaded: { tensorflow: '2.16.2', keras: '3.3.3' }
    },
    [SET, USE],
    [
      'warning 1:2:12: This kernel has loaded TensorFlow 2.16.2 without TF_USE_LEGACY_KERAS. Restart it, and set the variable before the import.'
    ]
  ],
  // A value that does not count.
  [
    'tf2.16',
    { installed: { tf_keras: '2.16.0' } },
    ["import os\nos.environ['TF_USE_LEGACY_KERAS'] = 'TRUE'", USE],
    [
      'warning 1:2:12: TensorFlow 2.16.2 does not take `TRUE` for a yes: TF_USE_LEGACY_KERAS has no effect. Write `1`.'
    ]
  ],
  [
    'tf2.16',
    { variables: { TF_USE_LEGACY_KERAS: 'yes' } },
    [USE],
    [
      'warning: TensorFlow 2.16.2 does not take `yes` for a yes: TF_USE_LEGACY_KERAS has no effect. Write `1`.'
    ]
  ],
  ['tf2.16', { variables: { TF_USE_LEGACY_KERAS: '0' } }, [USE], []],
  [
    'tf2.14',
    {},
    [SET, USE],
    [
      'warning 1:2:12: TensorFlow 2.14.1 ignores TF_USE_LEGACY_KERAS: only TensorFlow from 2.15 on reads it. Its `tensorflow.keras` stays what it is.'
    ]
  ],
  ['tfkeras-none', { installed: { tf_keras: null } }, [SET], []]
])('%s %j %j', (id, change, cells, expected) => {
  const report = reportOf(changed(id, change), ...cells);
  expect(said(report, 'legacy-flag')).toEqual(expected);
});

test('set after the import it leaves unknown what the attribute is, and not what imports give', () => {
  const environment = changed('tf2.16', { installed: { tf_keras: '2.16.0' } });
  const after = `import tensorflow as tf\n${SET}\n`;
  const chain = reportOf(
    environment,
    `${after}tf.keras.layers.experimental.preprocessing.Rescaling`
  );
  expect(chain.findings.map(({ rule }) => rule)).toEqual(['legacy-flag']);
  expect(chain.unknown).toBe(1);
  const imported = reportOf(
    environment,
    `${after}from tensorflow.keras.layers.experimental import preprocessing`
  );
  expect(imported.findings.map(({ rule }) => rule)).toEqual([
    'legacy-flag',
    'missing-module'
  ]);
});

test('a keras that cannot be loaded is there until it is touched', () => {
  const environment = changed('tf2.16', { variables: YES });
  const code =
    'from tensorflow import keras\nimport tensorflow as tf\nk = tf.keras';
  expect(reportOf(environment, code).findings).toEqual([]);
  expect(
    reportOf(environment, `${code}\nk.layers`, 'keras.Model').findings.map(
      ({ line, symbol }) => `${line} ${symbol}`
    )
  ).toEqual(['4 tensorflow.keras.layers', '1 tensorflow.keras.Model']);
});
