/** Import statements in all their forms. */

import { checkCases, read } from './render';

describe('imports', () => {
  checkCases([
    ['a package', 'import tensorflow', ['import tensorflow']],
    ['an alias', 'import tensorflow as tf', ['import tensorflow as']],
    [
      'a submodule binds its root',
      'import keras.layers.core\nkeras.models',
      ['import keras.layers.core', 'keras<0>.models']
    ],
    [
      'a submodule with an alias binds itself',
      'import keras.backend as K\nK.clear_session',
      ['import keras.backend as', 'K<0>.clear_session']
    ],
    [
      'several on one line',
      'import numpy as np, keras, tf_keras as k; import keras_core',
      ['import keras', 'import tf_keras as', 'import keras_core']
    ],
    [
      'names',
      'from keras.layers import Dense, Conv2D as C\nC; Dense; Conv2D',
      [
        'from keras.layers import Dense',
        'from keras.layers import Conv2D',
        'C<1>',
        'Dense<0>'
      ]
    ],
    [
      'names in brackets over lines',
      'from keras import (\n  layers, # one\n  models as m,\n)\nm.Model',
      ['from keras import layers', 'from keras import models', 'm<1>.Model']
    ],
    [
      'continued by a backslash',
      'from keras \\\n  import layers, \\\n  models\n',
      ['from keras import layers', 'from keras import models']
    ],
    ['a star', 'from keras.layers import *', ['from keras.layers import *']],
    ['other packages', 'import numpy\nfrom kerastuner import x', []],
    [
      'a relative import',
      'from . import keras\nfrom .keras import x\nkeras.a',
      []
    ],
    [
      'a variable taken for a package',
      'import tensorflow as tf\nfrom tf.keras.layers import A\nimport tf.keras as k\nk.b',
      [
        'import tensorflow as',
        'from tf.keras.layers import A<0>',
        'import tf.keras as<0>',
        'k<2>.b'
      ]
    ],
    [
      'tf is always asked about',
      'from tf.keras import layers\nimport tf\ntf.a\nlayers.b',
      ['from tf.keras import layers', 'import tf', 'tf<1>.a', 'layers<0>.b']
    ],
    [
      'a failed import of a variable leaves it',
      'import tensorflow as tf\nimport tf.keras\ntf.a',
      ['import tensorflow as', 'import tf.keras<0>', 'tf<0>.a']
    ],
    [
      'any of our names as a package',
      'from keras import backend as K\nfrom K import x\nimport K.y as z\nfrom L import w',
      ['from keras import backend', 'from K import x<0>', 'import K.y as<0>']
    ],
    [
      'a variable that is none of ours',
      'K = 3\nfrom K import x\ntf = 3\nfrom tf import x',
      ['from tf import x']
    ],
    [
      'cells share names',
      ['import keras as k', 'k.a', 'from k.b import c'],
      ['import keras as', 'k<0>.a', 'from k.b import c<0>']
    ],
    [
      'keras put in the place of a package',
      'import sys, tensorflow as tf\nsys.modules["keras"] = tf.keras\nimport keras.x\nkeras.y',
      ['import tensorflow as', 'tf<0>.keras']
    ]
  ]);

  it('remembers what the name held before', () => {
    const [, second, third] = read(
      'from keras.utils import a',
      'from keras.utils.np_utils import a',
      'import tensorflow as a'
    ).usages;
    expect(second).toMatchObject({ previous: { usages: [0], open: false } });
    expect(third).toMatchObject({ previous: { usages: [1], open: false } });
  });

  it('gives every name its place', () => {
    const source = 'from keras.layers import (\n  Dense as D)';
    const [usage] = read(source).usages;
    expect(usage).toMatchObject({
      kind: 'from',
      name: { name: 'Dense', span: { from: 29, to: 34 } },
      path: [{ span: { from: 5, to: 10 } }, { span: { from: 11, to: 17 } }],
      place: { cell: 0, statement: { from: 0, to: source.length } }
    });
  });

  it('reads code cells only, under their own index', () => {
    const { usages } = read('', 'import keras');
    expect(usages[0].place.cell).toBe(1);
  });
});

describe('star imports', () => {
  checkCases([
    [
      'bring names that nothing else binds',
      'from keras.layers import *\nDense(3)\nprint(x)\nlayers.a',
      ['from keras.layers import *', 'Dense<*0?>', 'x<*0?>', 'layers<*0?>.a']
    ],
    [
      'may bind a name anew',
      'from keras import layers\nfrom tensorflow.keras import *\nlayers.a\ny = 3\ny',
      [
        'from keras import layers',
        'from tensorflow.keras import *',
        'layers<0*1>.a'
      ]
    ],
    [
      'of other packages do not touch ours',
      'import keras\nfrom numpy import *\nfrom math import *\nkeras.a',
      ['import keras', 'keras<0>.a']
    ],
    [
      'of unknown modules may bring another keras, but no other tf',
      'import keras, tensorflow as tf\nfrom utils import *\nkeras.a\ntf.a',
      ['import keras', 'import tensorflow as', 'keras<0?>.a', 'tf<1>.a']
    ],
    [
      'say nothing about names once an unknown one follows',
      'from keras.layers import *\nfrom utils import *\nDense',
      ['from keras.layers import *']
    ],
    [
      'are seen by functions, whose own names are not theirs',
      'from keras.layers import *\ndef f(a):\n  b = Dense(a)\n  return b, c\n  c = 1',
      ['from keras.layers import *', 'Dense<*0?> D']
    ]
  ]);
});
