/** `if` on a release: only the branch that this environment takes is judged. */

import { environmentOf, findingsIn, told } from '../rules/cases';

const TF = 'import tensorflow as tf\n';
const MISSING = 'missing-symbol error tensorflow.no';

test.each<[string, string, string, readonly string[]]>([
  [
    'a branch that is not taken is silent',
    'tf2.4',
    `${TF}if tf.__version__.startswith('1'):\n    tf.contrib.a\nelse:\n    tf.no`,
    [`${MISSING} @5:8`]
  ],
  [
    'texts are compared as texts',
    'tf2.10',
    `${TF}if tf.__version__ < '2.4':\n    tf.no\nelse:\n    tf.no`,
    [`${MISSING} @3:8`]
  ],
  [
    'after a star import that does not bind the name',
    'tf2.10',
    `${TF}from tensorflow.keras.layers import *\nif tf.__version__ < '2.0':\n    tf.no\nelse:\n    tf.no`,
    [`${MISSING} @6:8`]
  ],
  [
    'elif and else',
    'tf2.10',
    `${TF}if tf.__version__ < '2':\n    tf.no\nelif tf.__version__ < '3':\n    tf.no\nelse:\n    tf.no`,
    [`${MISSING} @5:8`]
  ],
  [
    'a name that holds the test',
    'tf2.4',
    `${TF}TF2 = tf.__version__.startswith('2')\nif not TF2:\n    tf.no\nif TF2:\n    tf.no`,
    [`${MISSING} @6:8`]
  ],
  [
    'a name that a branch has set',
    'tf2.4',
    `${TF}if tf.__version__ >= '2':\n    TF2 = True\nelse:\n    TF2 = False\nif TF2 is False:\n    tf.no`,
    []
  ],
  [
    'a name that may hold another',
    'tf2.4',
    `${TF}TF2 = False\nfor x in y:\n    TF2 = True\nif TF2:\n    tf.no`,
    [`${MISSING} @6:8`]
  ],
  [
    'what a shell command gives is not known',
    'tf2.4',
    `${TF}files = !ls\nif files:\n    tf.no\nelse:\n    tf.no`,
    [`${MISSING} @4:8`, `${MISSING} @6:8`]
  ],
  [
    'names unpacked from a release',
    'tf2.10',
    `${TF}major, minor = map(int, tf.__version__.split('.')[:2])\nif minor < 10:\n    tf.no\nif (major, minor) == (2, 10):\n    tf.no`,
    [`${MISSING} @6:8`]
  ],
  [
    'in functions, by what the notebook holds',
    'tf2.4',
    `${TF}TF2 = tf.__version__ >= '2'\ndef f():\n    if TF2:\n        tf.no\n    else:\n        tf.no`,
    [`${MISSING} @5:12`]
  ],
  [
    'what follows an early exit',
    'tf2.4',
    `${TF}def f():\n    if tf.__version__ >= '2':\n        return 1\n    tf.no\ndef g():\n    assert tf.__version__ < '2'\n    tf.no\ndef h():\n    import sys\n    if hasattr(tf, 'compat'):\n        sys.exit(1)\n    tf.no\ndef i():\n    if hasattr(tf, 'contrib'):\n        raise ValueError()\n    tf.no`,
    [`${MISSING} @17:8`]
  ],
  [
    'in a loop',
    'tf2.4',
    `${TF}for x in y:\n    if tf.__version__ >= '2':\n        continue\n    tf.no\nwhile tf.__version__ < '2':\n    tf.no`,
    []
  ],
  [
    'a cell goes on after a statement that raises',
    'tf2.4',
    `${TF}if tf.__version__ >= '2':\n    raise ValueError()\ntf.no`,
    [`${MISSING} @4:4`]
  ],
  [
    'conditional expressions, and, or',
    'tf2.4',
    `${TF}a = tf.no if tf.__version__ < '2' else tf.function\nhasattr(tf, 'no') and tf.no\nhasattr(tf, 'function') or tf.no\nhasattr(tf, 'function') and tf.no`,
    [`${MISSING} @5:32`]
  ],
  [
    'a definition in a branch that is not taken',
    'tf2.4',
    `${TF}if tf.__version__ < '2':\n    def f():\n        tf.no\n    class A(tf.no):\n        x = tf.no`,
    []
  ],
  [
    'what is bound there is no alternative',
    'tf2.4',
    `${TF}if tf.__version__ < '2':\n    import keras\n    K = None\nelse:\n    from tensorflow import keras\n    K = keras.backend\nkeras.no\nK.no`,
    [
      'missing-symbol error tensorflow.keras.no @8:7',
      'missing-symbol error tensorflow.keras.backend.no @9:3'
    ]
  ],
  [
    'what is bound on the path taken replaces what was bound before',
    'tf2.15',
    `${TF}import keras\nx = keras\nif tf.__version__ >= '2':\n    x = tf\nx.no`,
    [`${MISSING} @6:3`]
  ],
  [
    'what is not known stays conditional',
    'tf2.6',
    'import keras\nif x:\n    import keras.datasets.mnist\nkeras.datasets.mnist',
    []
  ],
  [
    'what is imported on the path taken is imported',
    'tf2.6',
    "import keras\nif keras.__version__ < '2.5':\n    import keras.datasets.mnist\nkeras.datasets.mnist",
    ['missing-symbol error keras.datasets @4:7']
  ],
  [
    'a test on what cannot be imported is not known',
    'tf2.4',
    "import keras\nif keras.__version__ < '2.5':\n    import tensorflow.no",
    [
      'missing-package error keras @1:8',
      'missing-module error tensorflow.no @3:23'
    ]
  ],
  [
    'a handler around branches of which one is taken',
    'tf2.15',
    `${TF}try:\n    if tf.__version__ < '2':\n        from keras import a\n    else:\n        from keras.utils import to_categorical\nexcept ImportError:\n    from keras.utils.np_utils import to_categorical`,
    []
  ],
  [
    'import by text',
    'tf2.15',
    'import importlib\nimportlib.import_module("tensorflow.keras.no")\na = importlib.import_module("tensorflow.keras.layers")\na.no\nb = __import__("tensorflow.keras")\nb.no\n__import__("tensorflow.contrib")',
    [
      'missing-module error tensorflow.keras.no @2:43',
      'missing-symbol error tensorflow.keras.layers.no @4:3',
      'missing-symbol error tensorflow.no @6:3',
      'missing-module error tensorflow.contrib @7:24'
    ]
  ],
  [
    'getattr by text',
    'tf2.15',
    `${TF}getattr(tf, "no")\ngetattr(tf.keras, "no", None)\ngetattr(tf.no, "a", None)\na = getattr(tf, "keras", None)\na.no\nb = getattr(tf, "no", None)\nb.no`,
    [
      `${MISSING} @2:14`,
      `${MISSING} @4:12`,
      'missing-symbol error tensorflow.keras.no @6:3'
    ]
  ],
  [
    'names that are deleted, or set by text',
    'tf2.15',
    `${TF}import keras\nglobals()["keras"] = 1\nkeras.no\ndel tf\ntf.no`,
    []
  ],
  [
    'code that is run as text',
    'tf2.15',
    'import keras\nexec(text)\nkeras.no',
    []
  ]
])('%s', (_, id, code, expected) => {
  expect(told(findingsIn(environmentOf(id), code))).toEqual(expected);
});
