import { replaced, replacementsOf } from '../../../src/engine/edits';
import { environmentOf, findingsIn, told } from './cases';

test.each<[string, string, readonly string[]]>([
  [
    'tf2.4',
    'from tensorflow.keras.layers import RandomFlip',
    ['missing-symbol error tensorflow.keras.layers.RandomFlip @1:37']
  ],
  ['tf2.6', 'from tensorflow.keras.layers import RandomFlip', []],
  [
    'tf2.4',
    'from tensorflow.keras.layers.experimental.preprocessing import RandomFlip',
    ['deprecated-symbol info tensorflow.keras.layers.experimental @1:30']
  ],
  [
    'tf2.4',
    'from tensorflow.keras.layers import Dense, RandomFlip, RandomZoom\nRandomZoom()',
    [
      'missing-symbol error tensorflow.keras.layers.RandomFlip @1:44',
      'missing-symbol error tensorflow.keras.layers.RandomZoom @1:56'
    ]
  ],
  [
    'tf2.15',
    'import tensorflow as tf\nwith tf.Session() as s:\n    pass',
    ['missing-symbol error tensorflow.Session @2:9']
  ],
  ['tf2.15', 'import tensorflow as tf\ntf.compat.v1.Session', []],
  [
    'tf2.8',
    'import tensorflow as tf\nfrom keras.applications.mobilenet_v2 import *\ntf.Session\ntf.nn.relu',
    ['missing-symbol error tensorflow.Session @3:4']
  ],
  [
    'tf2.8',
    'from tensorflow import keras as tf\nfrom keras.applications.mobilenet_v2 import *\ntf.nn\ntf.layers',
    []
  ],
  [
    'tf2.15',
    'import tensorflow as tf\ntf.python.keras',
    ['missing-symbol error tensorflow.python @2:4']
  ],
  [
    'tf2.15',
    'import tensorflow as tf\ntf.keras.__version__',
    ['missing-symbol error tensorflow.keras.__version__ @2:10']
  ],
  [
    'tf2.4',
    'from tensorflow import keras\nkeras.layers.TextVectorization(1)',
    ['missing-symbol error tensorflow.keras.layers.TextVectorization @2:14']
  ],
  [
    'tf2.15',
    'import tensorflow as tf\ntry:\n    tf.Session()\nexcept AttributeError:\n    pass',
    ['missing-symbol info tensorflow.Session @3:8']
  ],
  [
    'tf2.15',
    'import tensorflow as tf\ntry:\n    tf.Session()\nexcept ImportError:\n    pass',
    ['missing-symbol error tensorflow.Session @3:8']
  ],
  [
    'tf2.4',
    'import tensorflow as tf\ntry:\n    tf.keras.layers.RandomFlip\nexcept TypeError:\n    pass',
    ['missing-symbol error tensorflow.keras.layers.RandomFlip @3:21']
  ],
  [
    'tf2.21',
    'import tensorflow as tf\ntf.compat.v1.layers.dense',
    ['missing-symbol error tensorflow.compat.v1.layers.dense @2:21']
  ],
  [
    'tf2.15',
    'import tensorflow as tf\nif hasattr(tf, "Session"):\n    pass',
    []
  ]
])('%s: %s', (id, code, expected) => {
  expect(told(findingsIn(environmentOf(id), code))).toEqual(expected);
});

test.each([
  [
    'tf2.4',
    'from tensorflow.keras.layers import RandomFlip',
    '`RandomFlip` is not in `tensorflow.keras.layers` of TensorFlow 2.4.4. It is in `tensorflow.keras.layers.experimental.preprocessing`.'
  ],
  [
    'tf2.15',
    'import tensorflow as tf\ntf.Session()',
    '`Session` is not in `tensorflow` of TensorFlow 2.15.1. It is in `tensorflow.compat.v1`. TensorFlow 1.13 to 1.15 have it.'
  ]
])('%s: %s says', (id, code, message) => {
  expect(findingsIn(environmentOf(id), code)[0].message).toBe(message);
});

test('the fix of a chain keeps the name that the notebook uses', () => {
  const [finding] = findingsIn(
    environmentOf('tf2.4'),
    'from tensorflow import keras\nkeras.layers.TextVectorization(1)'
  );
  expect(finding.fixes.map(({ edits }) => edits)).toEqual([
    [
      {
        line: 2,
        column: 1,
        endLine: 2,
        endColumn: 31,
        text: 'keras.layers.experimental.preprocessing.TextVectorization'
      }
    ]
  ]);
});

test.each<[string, string, string | null, string]>([
  [
    'tf2.21',
    'from tensorflow.keras import layers\nlayers.experimental.preprocessing.RandomFlip()',
    'layers.RandomFlip()',
    'a name that follows is elsewhere'
  ],
  [
    'tf2.21',
    'import tensorflow as tf\ntf.keras.layers.experimental.preprocessing.Nothing()',
    null,
    'no module of the same name does instead: tf.keras.preprocessing, tf.experimental'
  ],
  [
    'tf2.21',
    'import tensorflow as tf\ntf.layers.dense(1)',
    null,
    'tf.keras.layers has no dense'
  ],
  [
    'tf2.15',
    'import keras\nkeras.random.normal',
    null,
    'tf.random is no home of it'
  ],
  [
    'tf2.15',
    'from tensorflow.keras.mixed_precision import experimental',
    null,
    'tf.keras.experimental is something else'
  ],
  [
    'tf2.15',
    'from tensorflow.keras import backend as K\nK.layers',
    null,
    'a module that no release has there'
  ]
])('%s: %s is %j: %s', (id, code, line) => {
  const [finding, ...more] = findingsIn(environmentOf(id), code);
  expect(more).toEqual([]);
  expect(finding?.rule).toBe('missing-symbol');
  const fixed = finding?.fixes.map(fix =>
    replaced(code, replacementsOf(code, [fix]))
      .split('\n')
      .pop()
  );
  expect(fixed).toEqual(line === null ? [] : [line]);
});

test.each<[string, string, string | null, string]>([
  [
    'tf2.8',
    'from keras.optimizers import Adam',
    'from tensorflow.keras.optimizers import Adam',
    'keras.optimizers.adam_v2 is an attribute, and no module to import from'
  ],
  [
    'tf2.8',
    'from keras.optimizers import Adam, SGD',
    'from tensorflow.keras.optimizers import Adam, SGD',
    'both have gone to one module'
  ],
  [
    'tf2.4',
    'from tensorflow.keras.layers import RandomFlip, Dense',
    null,
    'Dense has stayed'
  ],
  [
    'tf2.8',
    'from keras.utils import to_categorical, np_utils',
    null,
    'np_utils is nowhere else'
  ],
  [
    'tf2.8',
    'import keras.optimizers\nkeras.optimizers.SGD(0.1)',
    null,
    'the name that is written leads to no other package'
  ]
])('%s: the statement %j becomes %j: %s', (id, code, line) => {
  const found = findingsIn(environmentOf(id), code).filter(
    ({ rule }) => rule === 'missing-symbol'
  );
  const fixed = found.flatMap(({ fixes }) =>
    fixes.map(fix => replaced(code, replacementsOf(code, [fix])))
  );
  expect(found.length).toBeGreaterThan(0);
  expect([...new Set(fixed)]).toEqual(line === null ? [] : [line]);
});
