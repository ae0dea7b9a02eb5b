/** What names are bound to, scope by scope and path by path. */

import { checkCases } from './render';

describe('assignments', () => {
  checkCases([
    [
      'a module under another name',
      'import tensorflow as tf\nkeras = tf.keras\nL = M = keras.layers\nM.Dense',
      ['import tensorflow as', 'tf<0>.keras', 'keras<1>.layers', 'M<2>.Dense']
    ],
    [
      'tuples',
      'import keras\nK, (L, M) = keras.k, (keras.l, 3)\n[N, O] = keras.n, keras.o\nK.a; L.a; M.a; O.a',
      [
        'import keras',
        'keras<0>.k',
        'keras<0>.l',
        'keras<0>.n',
        'keras<0>.o',
        'K<1>.a',
        'O<4>.a'
      ]
    ],
    [
      'a star in a tuple makes it unknown',
      'import keras\na, *b = keras.k, keras.l, 3\na.x\nb.x',
      ['import keras', 'keras<0>.k', 'keras<0>.l']
    ],
    [
      'what is no name or chain is unknown',
      'import keras\na = keras.f()\nb = [keras.g]\nc = keras.h[0]\na.x; b.x; c.x',
      ['import keras', 'keras<0>.f', 'keras<0>.g', 'keras<0>.h']
    ],
    [
      'brackets and walrus',
      'import keras\na = (keras.a)\nif (b := keras.b): b.x\nf(c := keras.c)\na.x; c.x',
      [
        'import keras',
        'keras<0>.a',
        'keras<0>.b',
        'b<2>.x C',
        'keras<0>.c',
        'a<1>.x',
        'c<4>.x'
      ]
    ],
    [
      'one of two values',
      'import keras\na = keras.b if x else keras.c\na.d\ne = keras.f or 3\ne.g',
      [
        'import keras',
        'keras<0>.b C',
        'keras<0>.c C',
        'a<1 2>.d',
        'keras<0>.f',
        'e<4?>.g'
      ]
    ],
    [
      'an annotation',
      'import keras\nK: keras.T = keras.b\nK.c\nL: keras.U',
      ['import keras', 'keras<0>.T', 'keras<0>.b', 'K<2>.c', 'keras<0>.U']
    ],
    [
      'a name that is no longer ours',
      'import keras\nkeras = 3\nkeras.a\nfrom keras import b\nb += 1\nb.c\nimport keras as d\ndel d\nd.e',
      ['import keras', 'from keras import b', 'b<1>', 'import keras as']
    ],
    [
      'a def, a class, a loop, a with and a handler take names',
      'from keras import a, b, c, d, e, g\ndef a(): pass\nclass b: pass\nfor c in x: pass\nwith x as d: pass\ntry: pass\nexcept E as e: pass\na.x; b.x; d.x; g.x',
      [
        'from keras import a',
        'from keras import b',
        'from keras import c',
        'from keras import d',
        'from keras import e',
        'from keras import g',
        'g<5>.x'
      ]
    ],
    [
      'the same name again',
      'import keras as k\nk.a\nimport tensorflow as k\nk.a\nk = k.keras\nk.b',
      [
        'import keras as',
        'k<0>.a',
        'import tensorflow as',
        'k<2>.a',
        'k<2>.keras',
        'k<4>.b'
      ]
    ],
    [
      'everything goes with %reset',
      ['import keras', '%reset -f', 'keras.a'],
      ['import keras']
    ]
  ]);
});

describe('attributes that the notebook sets', () => {
  checkCases([
    [
      'are not looked up, and later uses are open',
      'import tensorflow as tf\ntf.foo.early\ntf.foo = 1\ntf.foo.bar\ntf.food',
      [
        'import tensorflow as',
        'tf<0>.foo.early',
        'tf<0>',
        'tf<0?>.foo.bar',
        'tf<0>.food'
      ]
    ],
    [
      'under whatever name',
      'import tensorflow as tf\nK = tf.keras.backend\nK.x = 1\ntf.keras.backend.x.y\nimport tensorflow\ntensorflow.keras.backend.x',
      [
        'import tensorflow as',
        'tf<0>.keras.backend',
        'K<1>',
        'tf<0?>.keras.backend.x.y',
        'import tensorflow',
        'tensorflow<4?>.keras.backend.x'
      ]
    ],
    [
      'by del, setattr and +=',
      'import keras\ndel keras.a, keras\nimport keras\nsetattr(keras.b, "c", 1)\nkeras.d += 1\nkeras.a; keras.b.c; keras.d; keras.e',
      [
        'import keras',
        'keras<0>',
        'import keras',
        'keras<2>.b',
        'keras<2>.d',
        'keras<2?>.a',
        'keras<2?>.b.c',
        'keras<2?>.d',
        'keras<2>.e'
      ]
    ],
    [
      'by a function, at any time',
      'import keras\ndef f(): keras.a = 1\nkeras.a',
      ['import keras', 'keras<0> D', 'keras<0?>.a']
    ]
  ]);
});

describe('paths', () => {
  checkCases([
    [
      'either of two imports',
      'try:\n  from keras.utils import a\nexcept ImportError:\n  from keras.utils.np_utils import a\na.b',
      [
        'from keras.utils import a !ImportError',
        'from keras.utils.np_utils import a C',
        'a<0 1>.b'
      ]
    ],
    [
      'an import or something unknown',
      'try:\n  import keras\nexcept ImportError:\n  keras = None\nkeras.b',
      ['import keras !ImportError', 'keras<0?>.b']
    ],
    [
      'an import or nothing',
      'try:\n  import keras\nexcept ImportError:\n  pass\nkeras.b',
      ['import keras !ImportError', 'keras<0>.b']
    ],
    [
      'if and else',
      'if a:\n  import keras as k\nelif b:\n  from tensorflow import keras as k\nelse:\n  import tf_keras as k\nk.x',
      [
        'import keras as C',
        'from tensorflow import keras C',
        'import tf_keras as C',
        'k<0 1 2>.x'
      ]
    ],
    [
      'a branch that does not arrive binds nothing',
      'import keras\nif a:\n  keras = 3\n  raise X\nkeras.x',
      ['import keras', 'keras<0>.x']
    ],
    [
      'if without else',
      'import keras\nif a:\n  keras = 3\n  keras.y\nkeras.x',
      ['import keras', 'keras<0?>.x']
    ],
    [
      'conditions that are settled',
      'import keras\nif TYPE_CHECKING:\n  keras.a\nelse:\n  keras.b\nif typing.TYPE_CHECKING: import keras.c\nif False: keras.d\nif not TYPE_CHECKING: keras.e\nif __name__ == "__main__": keras.f\nwhile 0: keras.g\nif 1: k = keras.h\nk.i',
      [
        'import keras',
        'keras<0>.b',
        'keras<0>.e',
        'keras<0>.f',
        'keras<0>.h',
        'k<4>.i'
      ]
    ],
    [
      'what a loop leaves to its next round',
      'import keras\nfor i in keras.r:\n  keras.x\n  keras = 3\nelse:\n  keras.y\nwhile keras.z:\n  k = keras.w\n  break\n  keras.dead\nk.v',
      [
        'import keras',
        'keras<0>.r',
        'keras<0?>.x C',
        'keras<0?>.y C',
        'keras<0?>.z',
        'keras<0?>.w C',
        'k<5>.v'
      ]
    ],
    [
      'a body may stop anywhere',
      'import keras\ntry:\n  keras = 1\n  f()\n  import tf_keras as keras\nexcept E:\n  keras.x\nfinally:\n  keras.z\nkeras.y',
      [
        'import keras',
        'import tf_keras as !E',
        'keras<0 1?>.x C',
        'keras<0 1?>.z',
        'keras<0 1?>.y'
      ]
    ],
    [
      'try, else, finally',
      'try:\n  import keras\nexcept E:\n  k = 1\nelse:\n  k = keras.a\nfinally:\n  import tf_keras\nk.b; tf_keras.c',
      [
        'import keras !E',
        'keras<0>.a C',
        'import tf_keras',
        'k<1?>.b',
        'tf_keras<2>.c'
      ]
    ],
    [
      'finally on the way out of an exception',
      'import keras as k\ntry:\n  import tf_keras as k\nexcept E:\n  k = 3\n  f()\n  import tensorflow as k\nfinally:\n  k.x\nk.y',
      [
        'import keras as',
        'import tf_keras as !E',
        'import tensorflow as C',
        'k<0 1 2?>.x',
        'k<1 2>.y'
      ]
    ],
    [
      'and, or, choice, assert',
      'import keras\na and keras.b or keras.c\nkeras.d if keras.e else keras.f\nassert keras.g, keras.h',
      [
        'import keras',
        'keras<0>.b C',
        'keras<0>.c C',
        'keras<0>.d C',
        'keras<0>.e',
        'keras<0>.f C',
        'keras<0>.g',
        'keras<0>.h C'
      ]
    ],
    [
      'match',
      'import keras\nmatch keras.s:\n  case keras.C(a=keras.D(), b=b) if keras.e: keras.f\n  case [keras.g, *h] | {"k": keras.i, **j}: h.x\n  case {}: pass\n  case keras: keras.y\nkeras.z',
      [
        'import keras',
        'keras<0>.s',
        'keras<0>.C C',
        'keras<0>.D C',
        'keras<0>.e C',
        'keras<0>.f C',
        'keras<0>.g C',
        'keras<0>.i C',
        'keras<0?>.z'
      ]
    ]
  ]);
});

describe('scopes', () => {
  checkCases([
    [
      'a function sees what its module ends with, and its own names first',
      'def f(a, b=keras.early, *keras2):\n  keras.x\n  K.y\n  a.z\nimport keras\ndef g():\n  keras.w\n  keras = 1\nimport keras.backend as K',
      ['keras<2>.x D', 'K<3>.y D', 'import keras', 'import keras.backend as']
    ],
    [
      'all bindings of a name count in a function, an unknown one opens it',
      'import keras\ndef f(): keras.x\nfrom tensorflow import keras\nimport tf_keras as t\nt = 3\nlambda: t.y\nimport keras as d\ndef g(): d.z\ndel d',
      [
        'import keras',
        'keras<0 2>.x D',
        'from tensorflow import keras',
        'import tf_keras as',
        't<3?>.y D',
        'import keras as',
        'd<5?>.z D'
      ]
    ],
    [
      'imports in a function are its own',
      'def f():\n  import keras\n  keras.a\n  def g():\n    keras.b\n  keras = 3\n  keras.c\nkeras.d',
      ['import keras D', 'keras<0>.a D', 'keras<0?>.b D']
    ],
    [
      'global and nonlocal',
      'import keras, tensorflow\ndef f():\n  global keras\n  keras = 3\nkeras.a\ndef g():\n  import tf_keras as t\n  def h():\n    nonlocal t\n    t = 3\n  t.b\n  def i():\n    global tensorflow\n    tensorflow.c',
      [
        'import keras',
        'import tensorflow',
        'keras<0?>.a',
        'import tf_keras as D',
        't<3?>.b D',
        'tensorflow<1>.c D'
      ]
    ],
    [
      'a lambda',
      'import keras\nf = lambda keras2, k=keras.a: k.b(keras.c)\n(lambda keras: keras.d)(1)',
      ['import keras', 'keras<0>.a', 'keras<0>.c D']
    ],
    [
      'a class',
      'import keras as k\nclass A(k.Model, metaclass=k.M):\n  @k.deco\n  def f(self, k2=k.D) -> k.R:\n    k.x\n  k = k.layers\n  z = k.Dense\n  def g(self): return k.y',
      [
        'import keras as',
        'k<0>.Model',
        'k<0>.M',
        'k<0>.deco',
        'k<0>.D',
        'k<0>.R',
        'k<0>.x D',
        'k<0>.layers',
        'k<7>.Dense',
        'k<0>.y D'
      ]
    ],
    [
      'a class in a function: a name that it binds itself comes from the module before',
      'import keras as k, tensorflow as t\ndef f():\n  import tf_keras as k, keras as t\n  class A:\n    k.x\n    k = 3\n    t.y',
      [
        'import keras as',
        'import tensorflow as',
        'import tf_keras as D',
        'import keras as D',
        'k<0>.x D',
        't<3>.y D'
      ]
    ],
    [
      'a class that may have bound a name',
      'import keras as k\nclass A:\n  if x: import tf_keras as k\n  k.y',
      ['import keras as', 'import tf_keras as C', 'k<0 1>.y']
    ],
    [
      'comprehensions',
      'import keras as k\n[k.a for a in k.b if k.c for k2 in k.d]\n[k.x for k in k.e]\n{k.f: k.g for i in y}\nf(k.h for _ in k.i)\nclass A:\n  k = 3\n  [k.j for _ in k]\n[z := k.l for _ in y]\nz.m',
      [
        'import keras as',
        'k<0>.a C',
        'k<0>.b',
        'k<0>.c C',
        'k<0>.d C',
        'k<0>.e',
        'k<0>.f C',
        'k<0>.g C',
        'k<0>.h C',
        'k<0>.i',
        'k<0>.j C',
        'k<0>.l C',
        'z<11>.m'
      ]
    ],
    [
      'type parameters and aliases',
      'import keras as T\nclass A[T](B): T.x\ndef f[T](a: T): T.y\ntype U = T.z',
      ['import keras as']
    ]
  ]);
});
