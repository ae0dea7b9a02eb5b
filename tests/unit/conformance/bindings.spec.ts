/** Which of two modules stands on a package under one name: what CPython said in each release, each time in a fresh process. */

import type { Environment } from '../../../src/engine/types';
import { answer } from './answer';
import { environmentOf } from './truth';

const oldest: Environment = {
  ...environmentOf('tf1.15'),
  installed: {
    ...environmentOf('tf1.15').installed,
    tensorflow: { version: '1.13.2', distribution: 'tensorflow' },
    keras: { version: '2.2.5', distribution: 'keras' }
  }
};

const chain = (path: string): string => `import ${path}\n${path}`;

type Row = readonly [code: string, there: string];

/** A forwarder stands for `contrib` until it is touched; the first package that is imported below it is loaded twice. */
const FORWARDED: readonly Row[] = [
  ['import tensorflow as tf\ntf.contrib.keras.api', 'runs'],
  ['import tensorflow.contrib.layers\ntensorflow.contrib.keras.api', 'runs'],
  [chain('tensorflow.contrib.keras.api'), 'AttributeError'],
  ['import tensorflow as tf\ntf.contrib.eager.defun', 'runs'],
  ['import tensorflow.contrib.eager as tfe\ntfe.defun', 'AttributeError'],
  ['from tensorflow.contrib.slim import convd_transpose', 'ImportError'],
  ['import tensorflow as tf\ntf.contrib.slim.python', 'AttributeError'],
  ['from tensorflow import python', 'runs']
];

/** `contrib` is loaded as any other package is. */
const PLAIN: readonly Row[] = [
  [chain('tensorflow.contrib.keras.api'), 'runs'],
  ['import tensorflow.contrib.eager as tfe\ntfe.defun', 'runs'],
  [chain('tensorflow.contrib.lite.python'), 'AttributeError'],
  [chain('tensorflow.v1._v2'), 'runs'],
  ['import tensorflow\ntensorflow.v1._v2', 'AttributeError'],
  ['from tensorflow.v1 import _v2', 'runs'],
  ['from tensorflow import python', 'runs']
];

/** Loaded, and replaced by a loader; not loaded, and put in the place of one. */
const LOADERS: readonly Row[] = [
  ['import tensorflow.compat.v1.layers as x\nx.conv3d', 'runs'],
  ['import tensorflow.summary as x\nx._local_name', 'AttributeError'],
  [chain('tensorflow.estimator.inputs'), 'runs'],
  ['import tensorflow\ntensorflow.estimator.inputs', 'AttributeError'],
  [
    'from tensorflow.estimator import experimental\nexperimental.RNNEstimator',
    'runs'
  ],
  [
    'if x:\n    import tensorflow.estimator.inputs\nimport tensorflow\ntensorflow.estimator.inputs',
    'unknown'
  ],
  [
    'if x:\n    import tensorflow.estimator\nimport tensorflow\ntensorflow.estimator.no',
    'unknown'
  ],
  ['import keras\nkeras.layers.merging.minimum._Merge', 'AttributeError']
];

/** A loader that refuses what it has, and loads it all the same when an import has come by. */
const REFUSING: readonly Row[] = [
  [
    'from tensorflow.compat.v1.nn.rnn_cell import ResidualWrapper\nimport tensorflow\ntensorflow.compat.v1.nn.rnn_cell.ResidualWrapper',
    'unknown'
  ],
  [
    'import tensorflow as tf\ntf.compat.v1.nn.rnn_cell.GRUCell',
    'AttributeError'
  ]
];

const CASES: readonly (readonly [string, Environment, readonly Row[]])[] = [
  ['1.15', environmentOf('tf1.15'), FORWARDED],
  ['1.13', oldest, PLAIN],
  ['2.11', environmentOf('tf2.11'), LOADERS],
  ['2.15 with Keras 3', environmentOf('tf2.15+keras3'), REFUSING]
];

describe.each(CASES)('TensorFlow %s', (_, environment, rows) => {
  test.each(rows)('%j %s', (code, there) => {
    expect(answer(code, environment)).toBe(there);
  });
});
