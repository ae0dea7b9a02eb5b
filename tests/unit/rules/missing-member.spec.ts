import { environmentOf, findingsIn, told } from './cases';

const SEQUENTIAL = 'from tensorflow.keras.models import Sequential\n';
const MODEL = `${SEQUENTIAL}model = Sequential()\n`;
const CLASSES = 'tensorflow.keras.models.Sequential.predict_classes';

test.each<[string, string, readonly string[], readonly string[]]>([
  [
    'of an instance',
    'tf2.6',
    [`${MODEL}model.predict_classes(1)`],
    [`error ${CLASSES} @3:7`]
  ],
  ['there', 'tf2.4', [`${MODEL}model.predict_classes(1)`], []],
  [
    'across cells',
    'tf2.6',
    [MODEL, 'model.add(1)', 'model.predict_classes'],
    [`error ${CLASSES} @1:7`]
  ],
  [
    'of the call itself',
    'tf2.6',
    [`${SEQUENTIAL}Sequential().predict_classes`],
    [`error ${CLASSES} @2:14`]
  ],
  [
    'of the class',
    'tf2.6',
    [`${SEQUENTIAL}Sequential.predict_classes`],
    [`error ${CLASSES} @2:12`]
  ],
  [
    'under another name',
    'tf2.6',
    [MODEL, 'same = model\nsame.predict_classes'],
    [`error ${CLASSES} @2:6`]
  ],
  [
    'in a function',
    'tf2.6',
    [MODEL, 'def f():\n    return model.predict_classes(1)'],
    [`error ${CLASSES} @2:18`]
  ],
  [
    'bound again',
    'tf2.6',
    [MODEL, 'model = wrap(model)', 'model.predict_classes'],
    []
  ],
  [
    'bound in a loop',
    'tf2.6',
    [MODEL, 'for model in models:\n    pass', 'model.predict_classes'],
    []
  ],
  [
    'bound on one path to another thing',
    'tf2.6',
    [MODEL, 'if x:\n    model = other()', 'model.predict_classes'],
    []
  ],
  [
    'one of two that both lack it',
    'tf2.6',
    [
      'import tensorflow as tf\nif x:\n    m = tf.keras.Sequential()\nelse:\n    m = tf.keras.Model()\nm.predict_classes'
    ],
    ['error tensorflow.keras.Sequential.predict_classes @6:3']
  ],
  [
    'one of two, one of which has it',
    'tf2.4',
    [
      'import tensorflow as tf\nif x:\n    m = tf.keras.Sequential()\nelse:\n    m = tf.keras.Model()\nm.predict_classes'
    ],
    []
  ],
  [
    'a class out of two',
    'tf2.4',
    [
      'import tensorflow as tf\nM = tf.keras.Model if x else tf.keras.Sequential\nm = M()\nm.predict_classes'
    ],
    []
  ],
  [
    'a function may bind it',
    'tf2.6',
    [
      MODEL,
      'def f():\n    global model\n    model = 1',
      'model.predict_classes'
    ],
    []
  ],
  [
    'the notebook sets it',
    'tf2.6',
    [MODEL, 'model.predict_classes = print', 'model.predict_classes(1)'],
    []
  ],
  [
    'the notebook sets it on the class',
    'tf2.6',
    [MODEL, 'Sequential.predict_classes = print', 'model.predict_classes(1)'],
    []
  ],
  [
    'the notebook sets something by a computed name',
    'tf2.6',
    [MODEL, 'setattr(model, name, 1)', 'model.predict_classes(1)'],
    []
  ],
  [
    'it becomes of another class',
    'tf2.6',
    [MODEL, 'model.__class__ = Other', 'model.predict_classes(1)'],
    []
  ],
  [
    'its dictionary is at hand',
    'tf2.6',
    [MODEL, 'model.__dict__.update(x)', 'model.predict_classes(1)'],
    []
  ],
  [
    'a class of its own',
    'tf2.6',
    [`${SEQUENTIAL}class M(Sequential):\n    pass\nM().predict_classes`],
    ['error tensorflow.keras.models.Sequential.predict_classes @4:5']
  ],
  [
    'what training leaves on a model',
    'tf2.21',
    [`${SEQUENTIAL}m = Sequential()\nm.fit(1)\nm.history.history`],
    []
  ],
  [
    'what training leaves on a model',
    'tf1.15',
    [`${SEQUENTIAL}m = Sequential()\nm.fit(1)\nm.history.history`],
    []
  ],
  [
    'what its making raises leaves nothing',
    'tf2.6',
    [`${SEQUENTIAL}m = Sequential(foo=1)\nm.predict_classes`],
    ['unknown-keyword error tensorflow.keras.models.Sequential @2:16']
  ],
  ['private names', 'tf2.6', [MODEL, 'model._foo'], []],
  [
    'a private name that models had',
    'tf2.6',
    [MODEL, 'model._make_predict_function()'],
    ['error tensorflow.keras.models.Sequential._make_predict_function @1:7']
  ],
  [
    'a private name that models have',
    'tf1.15',
    [MODEL, 'model._make_predict_function()'],
    []
  ],
  [
    'a private name that models have within a graph',
    'tf2.6',
    [
      `import tensorflow as tf\n${SEQUENTIAL}with tf.Graph().as_default():\n    m = Sequential()\nm._make_predict_function()`
    ],
    []
  ],
  [
    'a private name of other objects',
    'tf2.6',
    [
      'import tensorflow as tf\ntf.keras.layers.Dense(1)._make_predict_function'
    ],
    []
  ],
  ['what methods may set', 'tf2.6', [MODEL, 'model.history'], []],
  [
    'what comes after an attribute',
    'tf2.6',
    [MODEL, 'model.optimizer.nothing'],
    []
  ],
  ['what a method gives', 'tf2.6', [MODEL, 'model.fit(1).nothing'], []],
  ['what calling an instance gives', 'tf2.6', [MODEL, 'model(1).nothing'], []],
  [
    'inputs and outputs make a Functional',
    'tf2.4',
    [
      'import tensorflow as tf\nm = tf.keras.Model(inputs=x, outputs=y)\nm.fit_generator\nm.predict_classes'
    ],
    ['error tensorflow.keras.Model.predict_classes @4:3']
  ],
  [
    'what a Functional has and Model has not',
    'tf2.21',
    [
      'import tensorflow as tf\nm = tf.keras.Model(1, 2)\nm.inputs\nm.output_shape'
    ],
    []
  ],
  [
    'a module of the same name',
    'tf2.6',
    [MODEL, 'import model\nfrom model import build', 'model.predict_classes'],
    []
  ],
  [
    'what a call was given',
    'tf2.4',
    ['import tensorflow as tf\nc = tf.train.Checkpoint(net=1)\nc.net'],
    []
  ],
  [
    'TensorFlow 1 behaviour',
    'tf2.6',
    [
      'import tensorflow as tf\ntf.compat.v1.disable_eager_execution()\nm = tf.keras.Model()\nm.predict_classes'
    ],
    []
  ],
  [
    'loaded',
    'tf2.21',
    [
      'import tensorflow as tf\nm = tf.keras.models.load_model("m.keras")\nm.predict_generator(1)'
    ],
    ['error tensorflow.keras.models.Model.predict_generator @3:3']
  ],
  [
    'loaded, what a Sequential has',
    'tf2.4',
    [
      'import tensorflow as tf\nm = tf.keras.models.load_model("m.h5")\nm.predict_classes(1)'
    ],
    []
  ],
  [
    'loaded, what its maker may have given it',
    'tf2.6',
    ['import tensorflow as tf\nm = tf.keras.models.load_model("m")\nm.encoder'],
    []
  ],
  [
    'cloned',
    'tf2.21',
    [
      MODEL,
      'from tensorflow.keras.models import clone_model\nclone_model(model).fit_generator'
    ],
    ['error tensorflow.keras.models.Model.fit_generator @2:20']
  ],
  [
    'a variable',
    'tf2.6',
    ['import tensorflow as tf\ntf.Variable(1.0).nothing'],
    []
  ],
  [
    'caught',
    'tf2.6',
    [
      MODEL,
      'try:\n    model.predict_classes\nexcept AttributeError:\n    pass'
    ],
    [`info ${CLASSES} @2:11`]
  ],
  [
    'not caught',
    'tf2.6',
    [MODEL, 'try:\n    model.predict_classes\nexcept TypeError:\n    pass'],
    [`error ${CLASSES} @2:11`]
  ]
])('%s on %s', (_, id, cells, expected) => {
  expect(told(findingsIn(environmentOf(id), ...cells))).toEqual(
    expected.map(each =>
      each.includes('keyword') ? each : `missing-member ${each}`
    )
  );
});
