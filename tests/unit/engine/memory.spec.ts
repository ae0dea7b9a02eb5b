/** What a world remembers changes no answer: the same notebooks, in a world that has seen others before and in one that has not. */

import { worldOf } from '../../../src/engine/resolver/world';
import { resolve } from '../../../src/engine/resolver/resolve';
import { seenBy } from '../../../src/engine/resolver/variables';
import { analyze } from '../../../src/engine/source/analyze';
import type { Environment } from '../../../src/engine/types';
import { shippedAtlas } from '../atlas';
import { ENVIRONMENTS } from '../fuzz/environments';
import { cellsOf, environmentOf } from '../rules/cases';
import { program } from '../source/programs';
import { Random } from '../source/random';

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
  [
    'from keras import models\nmodels.load_model("folder")',
    'models.load_model("folder")\nmodels.load_model("x.h5")'
  ],
  [
    'from keras import models\nmodels.load_model("folder")',
    'models.Sequential().save("folder", zipped=False)'
  ],
  [
    'import os, keras\nos.environ["TF_USE_LEGACY_KERAS"] = "1"\nimport tensorflow as tf\ntf.keras.layers.no'
  ],
  ['from keras.utils import *\nto_categorical\nnothing']
];

/** Notebooks by lot: their cells come again, in another order, as a notebook does that is worked on. */
const BY_LOT = 5;

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

test('notebooks by lot, whose cells come again', () => {
  const random = new Random(5);
  const kept = Object.values(ENVIRONMENTS);
  for (let count = 0; count < BY_LOT; count++) {
    const cells = Array.from({ length: 3 }, () =>
      program(random).slice(0, 3000)
    );
    const [first, ...rest] = [...cells, ...cells];
    for (const environment of kept) {
      for (const some of [cells, [...rest, first], [first, ...rest]]) {
        expect(verdictsIn(environment, some)).toEqual(
          verdictsIn({ ...environment }, some)
        );
      }
    }
  }
});

test('a flag that comes too late: one world for it, beside the one without it', () => {
  const environment: Environment = {
    ...environmentOf('tf2.16'),
    installed: {
      ...environmentOf('tf2.16').installed,
      tf_keras: { version: '2.16.0', distribution: 'tf-keras' }
    }
  };
  const seen = (...sources: readonly string[]) =>
    seenBy(analyze(cellsOf(...sources)).usages, environment, shippedAtlas());
  const late = [
    'import os, tensorflow as tf',
    'os.environ["TF_USE_LEGACY_KERAS"] = "1"'
  ];
  const { world } = seen(...late);
  expect(world.mount.attribute.kind).toBe('unknown');
  expect(seen(...late, 'tf.keras.layers.Dense').world).toBe(world);
  expect(seen('import tensorflow as tf').world).toBe(
    worldOf(environment, shippedAtlas())
  );
});
