import { changed, reportOf, said, type Change } from './surroundings';

const SET = (value: string) =>
  `import os\nos.environ['KERAS_BACKEND'] = '${value}'`;
const asked = (value: string) => ({ KERAS_BACKEND: value });

test.each<[string, Change, readonly string[], readonly string[]]>([
  ['keras3-jax', {}, ['import keras'], []],
  ['tf2.18', {}, ['import keras'], []],
  ['tf2.18', { variables: asked('tensorflow') }, ['import keras'], []],
  // Whether jax is there was not told.
  ['tf2.18', { variables: asked('jax') }, ['import keras'], []],
  [
    'tf2.18',
    { variables: asked('jax'), installed: { jax: null } },
    ['import keras\nkeras.layers'],
    [
      'error: keras 3.8.0 is to run on jax (KERAS_BACKEND), which is not installed. Set KERAS_BACKEND to `tensorflow`, which is installed.',
      'error 1:1:8: keras 3.8.0 is to run on jax (KERAS_BACKEND), which is not installed. Set KERAS_BACKEND to `tensorflow`, which is installed.'
    ]
  ],
  [
    'tf2.18',
    { kerasConfig: { backend: 'torch' }, installed: { torch: null } },
    ['from tensorflow.keras import layers'],
    [
      'error: keras 3.8.0 is to run on torch (keras.json), which is not installed. Set KERAS_BACKEND to `tensorflow`, which is installed.',
      'error 1:1:17: keras 3.8.0 is to run on torch (keras.json), which is not installed. Set KERAS_BACKEND to `tensorflow`, which is installed.'
    ]
  ],
  // The notebook asks for it.
  [
    'tf2.18',
    { installed: { torch: null } },
    [SET('torch'), 'import keras'],
    [
      'error 2:1:8: keras 3.8.0 is to run on torch (KERAS_BACKEND), which is not installed. Set KERAS_BACKEND to `tensorflow`, which is installed.'
    ]
  ],
  [
    'tf2.18',
    {},
    [SET('pytorch'), 'import keras'],
    [
      'error 2:1:8: `pytorch` (KERAS_BACKEND) is no backend of keras 3.8.0, and importing keras raises. Set KERAS_BACKEND to `tensorflow`, which is installed.'
    ]
  ],
  // Keras 3.3 knows no openvino yet.
  [
    'tf2.16',
    { variables: asked('openvino'), installed: { openvino: null } },
    ['import keras'],
    [
      'error: `openvino` (KERAS_BACKEND) is no backend of keras 3.3.3, and importing keras raises. Set KERAS_BACKEND to `tensorflow`, which is installed.',
      'error 1:1:8: `openvino` (KERAS_BACKEND) is no backend of keras 3.3.3, and importing keras raises. Set KERAS_BACKEND to `tensorflow`, which is installed.'
    ]
  ],
  // Without TensorFlow, by default.
  [
    'keras3-jax',
    { variables: { KERAS_BACKEND: 'tensorflow' } },
    ['import keras'],
    [
      'error: keras 3.12.4 is to run on TensorFlow (KERAS_BACKEND), which is not installed. Set KERAS_BACKEND to `jax`, which is installed.',
      'error 1:1:8: keras 3.12.4 is to run on TensorFlow (KERAS_BACKEND), which is not installed. Set KERAS_BACKEND to `jax`, which is installed.'
    ]
  ],
  // Keras 2 of many backends.
  [
    'tf1.15',
    { variables: asked('theano'), installed: { theano: null } },
    ['import keras'],
    [
      'error: keras 2.3.1 is to run on theano (KERAS_BACKEND), which is not installed. Set KERAS_BACKEND to `tensorflow`, which is installed.',
      'error 1:1:8: keras 2.3.1 is to run on theano (KERAS_BACKEND), which is not installed. Set KERAS_BACKEND to `tensorflow`, which is installed.'
    ]
  ],
  [
    'tf1.15',
    { variables: asked('theano') },
    ['from tensorflow import keras'],
    []
  ],
  // Keras 2 of TensorFlow alone.
  [
    'tf2.13',
    { variables: asked('theano') },
    ['import keras'],
    [
      'warning: keras 2.13.1 runs on TensorFlow only: asking for the backend `theano` has no effect.'
    ]
  ],
  [
    'tf2.13',
    {},
    [SET('jax'), 'import keras'],
    [
      'warning 1:2:12: keras 2.13.1 runs on TensorFlow only: asking for the backend `jax` has no effect.'
    ]
  ],
  // Too late.
  [
    'tf2.18',
    { installed: { jax: '0.5.0' } },
    ['import keras', SET('jax')],
    [
      'warning 2:2:12: KERAS_BACKEND comes too late: keras is loaded in cell 1 and stays on TensorFlow. Set it before.'
    ]
  ],
  [
    'tf2.18',
    { installed: { jax: '0.5.0' } },
    ['import tensorflow as tf', SET('jax'), 'import keras'],
    [
      'warning 2:2:12: KERAS_BACKEND comes too late: keras is loaded in cell 1 and stays on TensorFlow. Set it before.'
    ]
  ],
  // TensorFlow 1.15 loads no keras.
  [
    'tf1.15',
    { installed: { theano: '1.0.5' } },
    ['import tensorflow as tf', SET('theano'), 'import keras'],
    []
  ],
  [
    'tf2.18',
    {
      installed: { jax: '0.5.0' },
      loaded: { keras: '3.8.0', backend: 'tensorflow' }
    },
    [SET('jax'), 'import keras'],
    [
      'warning 1:2:12: This kernel has loaded keras on TensorFlow. Restart it to run on `jax`.'
    ]
  ],
  // The Keras of TensorFlow follows.
  [
    'tf2.18',
    { installed: { jax: '0.5.0' } },
    [SET('jax'), 'from tensorflow.keras import layers'],
    [
      'warning 1:2:12: `tensorflow.keras` is keras 3.8.0 here, and runs on jax as KERAS_BACKEND asks, not on TensorFlow.'
    ]
  ],
  [
    'tf2.18',
    { installed: { torch: '2.5.0' }, kerasConfig: { backend: 'torch' } },
    ['import tensorflow as tf\ntf.keras.layers'],
    [
      'warning: `tensorflow.keras` is keras 3.8.0 here, and runs on torch as keras.json asks, not on TensorFlow.'
    ]
  ]
])('%s %j %j', (id, change, cells, expected) => {
  const report = reportOf(changed(id, change), ...cells);
  expect(said(report, 'backend-mismatch')).toEqual(expected);
});

test('a name that is no backend stops the import of TensorFlow too', () => {
  const report = reportOf(
    changed('tf2.18', { variables: asked('nowhere') }),
    'import tensorflow as tf\ntf.constant(1)'
  );
  expect(
    report.findings.map(({ rule, symbol, blocks }) => [rule, symbol, blocks])
  ).toEqual([['backend-mismatch', 'tensorflow', 1]]);
});
