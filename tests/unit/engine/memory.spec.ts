/** What a world remembers changes no answer: the same notebooks, in a world that has seen others before and in one that has not. */

import { worldOf } from '../../../src/engine/resolver/world';
import { resolve } from '../../../src/engine/resolver/resolve';
import { analyze } from '../../../src/engine/source/analyze';
import type { Environment } from '../../../src/engine/types';
import { shippedAtlas } from '../atlas';
import { cellsOf, environmentOf } from '../rules/cases';

/** Each leaves another state behind, in which the next one's chains mean something else. */
const NOTEBOOKS: readonly (readonly string[])[] = [
  ['import keras\nkeras.datasets.mnist.load_data'],
  ['import keras.datasets.mnist', 'keras.datasets.mnist.load_data'],
  [
    'import keras\nif x:\n    import keras.datasets.mnist\nkeras.datasets.mnist'
  ],
  ['import tensorflow\ntensorflow.python.keras'],
  [
    'import tensorflow.python.keras\nimport tensorflow\ntensorflow.python.keras'
  ],
  [
    'import tensorflow as tf\nm = tf.keras.Sequential()\nm.predict_classes(1)',
    'm.fit(x, nb_epoch=1)\ntf.keras.optimizers.Adam(lr=1, nothing=2)'
  ],
  [
    'import tensorflow as tf\ntf.compat.v1.disable_eager_execution()',
    'm = tf.keras.Sequential()\nm.predict_classes(1)\nm.fit(x, nb_epoch=1)'
  ],
  ['from keras.utils import *\nto_categorical\nnothing']
];

const verdictsIn = (environment: Environment, cells: readonly string[]) =>
  resolve(
    analyze(cellsOf(...cells)),
    worldOf(environment, shippedAtlas()),
    environment
  );

test.each(['tf2.4+keras2.4.3', 'tf2.6', 'tf2.15', 'tf2.21', 'tf2.16+legacy'])(
  '%s',
  id => {
    const kept = environmentOf(id);
    const rounds = [...NOTEBOOKS, ...[...NOTEBOOKS].reverse(), ...NOTEBOOKS];
    for (const cells of rounds) {
      expect(verdictsIn(kept, cells)).toEqual(verdictsIn({ ...kept }, cells));
    }
  }
);
