/** What has been imported decides what is an attribute: measured on keras 2.6.0, where `keras` loads no `keras.datasets`. */

import { environmentOf, findingsIn, told } from '../rules/cases';

const MISSING = 'missing-symbol error keras.datasets';

test.each<[string, readonly string[], readonly string[]]>([
  [
    'nothing imported it',
    ['import keras\nkeras.datasets.mnist'],
    [`${MISSING} @2:7`]
  ],
  [
    'imported before, by path',
    ['import keras.datasets.mnist', 'keras.datasets.mnist'],
    []
  ],
  [
    'imported before, in another form',
    [
      'from keras.datasets import mnist',
      'import keras',
      'keras.datasets.mnist'
    ],
    []
  ],
  [
    'imported after',
    ['import keras\nkeras.datasets.mnist', 'import keras.datasets.mnist'],
    [`${MISSING} @2:7`]
  ],
  [
    'perhaps imported',
    [
      'import keras\nif x:\n    import keras.datasets.mnist\nkeras.datasets.mnist'
    ],
    []
  ],
  [
    'in a function, imported later',
    [
      'import keras\ndef f():\n    return keras.datasets.mnist',
      'from keras.datasets import mnist'
    ],
    []
  ],
  [
    'in a function, never imported',
    ['import keras\ndef f():\n    return keras.datasets.mnist'],
    [`${MISSING} @3:18`]
  ]
])('%s', (_, sources, expected) => {
  expect(told(findingsIn(environmentOf('tf2.6'), ...sources))).toEqual(
    expected
  );
});

/** Measured on TensorFlow 2.15.1: docs/conformance.md. */
test.each<[string, readonly string[], readonly string[]]>([
  [
    'the attribute that another module has taken, by its name',
    ['import tensorflow.distribute as d\nd.get_strategy'],
    []
  ],
  [
    'that attribute, and what neither module has',
    ['import tensorflow.distribute as d\nd.get_stratgy'],
    ['missing-symbol error tensorflow.distribute.get_stratgy @2:3']
  ],
  [
    'a submodule that its import has put there',
    ['import tensorflow.estimator.inputs', 'tensorflow.estimator.inputs'],
    ['deprecated-symbol info tensorflow.estimator @1:19']
  ],
  [
    'a submodule that nothing has put there',
    ['import tensorflow\ntensorflow.estimator.inputs'],
    ['missing-symbol error tensorflow.estimator.inputs @2:22']
  ]
])('two modules of one name: %s', (_, sources, expected) => {
  expect(told(findingsIn(environmentOf('tf2.15'), ...sources))).toEqual(
    expected
  );
});
