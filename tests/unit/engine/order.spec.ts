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
