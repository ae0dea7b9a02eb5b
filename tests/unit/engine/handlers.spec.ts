/** `try` with a fallback: only what this environment reaches is judged. */

import { environmentOf, findingsIn, told } from '../rules/cases';

test.each<[string, string, string, readonly string[]]>([
  [
    'the new way works, the old one is never reached',
    'tf2.15',
    'try:\n    from keras.utils import to_categorical\nexcept ImportError:\n    from keras.utils.np_utils import to_categorical\nto_categorical',
    []
  ],
  [
    'the new way fails, the old one works',
    'tf2.6',
    'try:\n    from keras.utils import to_categorical\nexcept ImportError:\n    from keras.utils.np_utils import to_categorical\nto_categorical',
    ['missing-symbol info keras.utils.to_categorical @2:29']
  ],
  [
    'both fail',
    'tf2.15',
    'try:\n    from keras.utils.np_utils import to_categorical\nexcept ImportError:\n    from keras.utils.generic_utils import to_categorical\nto_categorical',
    [
      'missing-module info keras.utils.np_utils @2:22',
      'missing-module error keras.utils.generic_utils @4:22'
    ]
  ],
  [
    'an else that is not reached',
    'tf2.15',
    'try:\n    import keras.utils.np_utils\nexcept ImportError:\n    pass\nelse:\n    from keras.engine.topology import Layer',
    ['missing-module info keras.utils.np_utils @2:24']
  ],
  [
    'a clause that does not catch what is raised is not reached',
    'tf2.4',
    'import tensorflow as tf\ntry:\n    from tensorflow.logging import INFO\nexcept AttributeError:\n    from tensorflow.utils import INFO',
    ['missing-module error tensorflow.logging @3:21']
  ],
  [
    'a clause after one that catches it is not reached',
    'tf2.4',
    'import tensorflow as tf\ntry:\n    from tensorflow.logging import INFO\nexcept ImportError:\n    INFO = 1\nexcept Exception:\n    from tensorflow.utils import INFO',
    ['missing-module info tensorflow.logging @3:21']
  ],
  [
    'what a module has is there, be it an object of a class',
    'tf2.21',
    'import tensorflow as tf\ntry:\n    tf.float16\nexcept AttributeError:\n    tf.contrib.x',
    []
  ],
  [
    'what a module has is there when it is imported',
    'tf2.21',
    'try:\n    from tensorflow.dtypes import bool\nexcept ImportError:\n    from tensorflow.utils import bool',
    []
  ],
  [
    'what an object does when it is called may raise all the same',
    'tf2.21',
    'import tensorflow as tf\nm = tf.keras.Sequential()\ntry:\n    m(1)\nexcept AttributeError:\n    tf.contrib.x',
    ['missing-symbol error tensorflow.contrib @6:8']
  ],
  [
    'the name keeps what it held before an import that raises',
    'tf2.4',
    'from tensorflow import keras\nimport keras\nkeras.layers.Dense',
    ['missing-package error keras @2:8']
  ],
  [
    'a fallback to nothing says nothing of the uses',
    'tf2.4',
    'try:\n    import keras\nexcept ImportError:\n    keras = None\nkeras.layers.Dense',
    ['missing-package info keras @2:12']
  ]
])('%s', (_, id, code, expected) => {
  expect(told(findingsIn(environmentOf(id), code))).toEqual(expected);
});

test('names of a star import are judged by the module they come from', () => {
  const code = 'from tensorflow.keras.layers import *\nDense(1)\nprint(1)';
  expect(told(findingsIn(environmentOf('tf2.15'), code))).toEqual([]);
});

test('of several star imports the last one that has the name binds it', () => {
  const stars = ['tensorflow.keras.layers', 'keras.layers'].map(
    module => `from ${module} import *\n`
  );
  const call = "LSTM(3, consume_less='cpu')";
  // Keras 2.3 takes the old keyword, tf.keras of TensorFlow 1.15 does not.
  const marks = [stars, [...stars].reverse()].map(
    lines => findingsIn(environmentOf('tf1.15'), ...lines, call).length
  );
  expect(marks).toEqual([0, 1]);
});
