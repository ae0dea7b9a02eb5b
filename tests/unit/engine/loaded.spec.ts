/** What TensorFlow's own import has loaded decides what later imports bind: each asked in these environments. */

import { answer } from '../conformance/answer';

const asked: readonly (readonly [string, string, string])[] = [
  // The package shows another module, which was loaded before it.
  [
    'import tensorflow.python.ops.math_ops\ntensorflow.python.ops.math_ops',
    'tf2.2',
    'unknown'
  ],
  [
    'import tensorflow.python.autograph.core.ag_ctx\ntensorflow.python.autograph.core',
    'tf2.2',
    'AttributeError'
  ],
  [
    'import tensorflow.python.autograph.core.ag_ctx as x\nx.ag_ctx',
    'tf2.2',
    'unknown'
  ],
  // `import … as` takes what the package shows.
  ['import tensorflow.distribute as x\nx.get_strategy', 'tf2.8', 'runs'],
  [
    'import tensorflow.distribute as x\nx.get_strategie',
    'tf2.8',
    'AttributeError'
  ],
  // Keras mounts modules below TensorFlow, in some releases below their shown paths too.
  ['from tensorflow.compat.v1.nn.layers import Dense', 'tf2.8', 'runs'],
  [
    'from tensorflow.compat.v1.nn.layers import Dense',
    'tf2.15',
    'ModuleNotFoundError'
  ],
  // The loader refuses what the module has.
  [
    'import tensorflow as tf\ntf.compat.v1.nn.rnn_cell.LSTMCell',
    'tf2.21',
    'AttributeError'
  ],
  ['from tensorflow.compat.v1.nn.rnn_cell import LSTMCell', 'tf2.21', 'runs'],
  // Whichever root comes first decides what of Keras is loaded.
  [
    'import keras\nimport tensorflow as tf\nkeras.applications.vgg19',
    'tf2.8',
    'AttributeError'
  ],
  [
    'import tensorflow as tf\nimport keras\nkeras.applications.vgg19',
    'tf2.8',
    'runs'
  ],
  // A function in the place of the submodule that it comes from.
  [
    'import keras.src.layers.merging.add\nkeras.src.layers.merging.add.Add',
    'tf2.15',
    'AttributeError'
  ],
  [
    'import keras.src.layers.merging.add\nkeras.src.layers.merging.add.Add',
    'tf2.16',
    'runs'
  ]
];

test.each(asked)('%s in %s: %s', (code, id, told) => {
  expect(answer(code, id)).toBe(told);
});
