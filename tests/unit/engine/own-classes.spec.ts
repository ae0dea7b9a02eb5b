import { environmentOf, findingsIn } from '../rules/cases';

const IMPORTS =
  'import tensorflow as tf\nfrom tensorflow.keras import layers\nfrom tensorflow.keras.models import Sequential, Model\n';

function marksIn(...cells: readonly string[]): readonly string[] {
  return findingsIn(environmentOf('tf2.21'), IMPORTS, ...cells).map(
    ({ rule, cell, line, symbol }) => `${rule} ${cell}:${line} ${symbol}`
  );
}

const LOST = 'tensorflow.keras.models.Sequential.predict_classes';

/** Keras 3 has no `predict_classes`; each class makes a model its own way. */
describe('what objects of a class hold', () => {
  test.each<[string, boolean, string]>([
    [
      'what a method sets',
      true,
      'class A:\n    def __init__(self):\n        self.model = Sequential()'
    ],
    [
      'one of several targets',
      true,
      'class A:\n    def __init__(self):\n        self.n, self.model = 3, Sequential()'
    ],
    [
      'what another method returns',
      true,
      'class A:\n    def __init__(self):\n        self.model = self.build()\n    def build(self):\n        model = Sequential()\n        return model'
    ],
    [
      'what its body binds',
      true,
      'class A(object):\n    model = Sequential()\n    def run(self):\n        pass'
    ],
    [
      'what a class below ours sets',
      true,
      'class A(layers.Layer):\n    def __init__(self):\n        super().__init__()\n        self.model = Sequential()'
    ],
    [
      'the same on two paths',
      true,
      'class A:\n    def one(self):\n        self.model = Sequential()\n    def two(self):\n        self.model = Sequential([])'
    ],
    [
      'something unknown on one path',
      false,
      'class A:\n    def one(self):\n        self.model = Sequential()\n    def two(self, model):\n        self.model = model'
    ],
    [
      'a parameter',
      false,
      'class A:\n    def __init__(self, model):\n        self.model = model'
    ],
    [
      'what others set',
      false,
      'class A:\n    def __init__(self):\n        self.model = Sequential()\nb.model = load()'
    ],
    [
      'what is set by its text',
      false,
      'class A:\n    def __init__(self, **given):\n        self.model = Sequential()\n        for name in given:\n            setattr(self, name, given[name])'
    ],
    [
      'what a class below sets',
      false,
      'class A:\n    def __init__(self):\n        self.model = Sequential()\nclass B(A):\n    def run(self):\n        self.model = None'
    ],
    [
      'what a property gives',
      false,
      'class A:\n    @property\n    def model(self):\n        return Sequential()'
    ],
    [
      'what is looked for',
      false,
      'class A:\n    def __init__(self):\n        self.model = Sequential()\n    def __getattribute__(self, name):\n        return 3'
    ],
    [
      'decorated by another',
      false,
      '@dataclass\nclass A:\n    model = Sequential()'
    ],
    [
      'below another',
      false,
      'class A(Agent):\n    def __init__(self):\n        self.model = Sequential()'
    ],
    [
      'that does not parse',
      false,
      'class A:\n    def __init__(self):\n        self.model = Sequential()\n    def run(self):\n        self.model = = 3'
    ]
  ])('%s: %s', (_, isJudged, code) => {
    const marks = marksIn(code, 'a = A()', 'a.model.predict_classes(1)');
    expect(marks).toEqual(isJudged ? [`missing-member 3:1 ${LOST}`] : []);
  });
});

describe('what a method is called on', () => {
  const body = (line: string): string =>
    `class A(Model):\n    def call(self, x):\n        ${line}`;

  test.each<[string, string, readonly string[]]>([
    ['has what its base has', body('self.summary(); self.fit(x)'), []],
    [
      'has nothing else',
      body('self.fit_generator'),
      ['missing-member 1:3 tensorflow.keras.models.Model.fit_generator']
    ],
    ['has what is stored', body('self.other = 3; self.other'), []],
    ['has the names of its class', body('self.call'), []],
    ['may be another', body('self = x; self.fit_generator'), []],
    [
      'is the same in a function within',
      body('return [lambda: self.fit_generator for _ in x]'),
      ['missing-member 1:3 tensorflow.keras.models.Model.fit_generator']
    ],
    [
      'takes the keywords of its base',
      body('self.compile(sample_weight_mode=None)'),
      ['unknown-keyword 1:3 tensorflow.keras.models.Model.compile']
    ],
    [
      'is no object of a class method',
      'class A(Model):\n    @classmethod\n    def make(cls):\n        cls.fit_generator\n    @staticmethod\n    def other(a):\n        a.fit_generator',
      []
    ],
    [
      'is one of a property and of a graph',
      'class A(Model):\n    @property\n    def size(self):\n        self.fit_generator\n    @tf.function\n    def run(self):\n        self.predict_generator',
      [
        'missing-member 1:4 tensorflow.keras.models.Model.fit_generator',
        'missing-member 1:7 tensorflow.keras.models.Model.predict_generator'
      ]
    ],
    [
      'may be of a class below',
      `${body('self.hook()')}\nclass B(A):\n    def hook(self):\n        pass`,
      []
    ],
    [
      'may have what another base gives',
      'class A(Mixin, Model):\n    def call(self, x):\n        self.hook()',
      []
    ],
    [
      'is registered and stays what it is',
      `@tf.keras.utils.register_keras_serializable()\n${body('self.fit_generator')}`,
      ['missing-member 1:4 tensorflow.keras.models.Model.fit_generator']
    ]
  ])('%s', (_, code, marks) => {
    expect(marksIn(code)).toEqual(marks);
  });
});

test.each<[string, string, readonly string[]]>([
  [
    'inherit',
    'class A(Model):\n    pass\na = A()\na.fit_generator(1)',
    ['missing-member 1:4 tensorflow.keras.models.Model.fit_generator']
  ],
  [
    'override',
    'class A(Model):\n    def fit_generator(self, x):\n        pass\na = A()\na.fit_generator(1)',
    []
  ],
  [
    'override with other keywords',
    'class A(Model):\n    def fit(self, x, nb_epoch):\n        pass\na = A()\na.fit(1, nb_epoch=2)',
    []
  ],
  [
    'refuse what their base refuses',
    "class A(Model):\n    pass\na = A()\na.save('folder')",
    ['refused-value 1:4 tensorflow.keras.models.Model.save']
  ]
])('objects of classes below ours %s', (_, code, marks) => {
  expect(marksIn(code)).toEqual(marks);
});
