/** Names of the notebook that its functions bind; measured on keras 2.6.0, where `keras` loads no `keras.datasets`. */

import { environmentOf, findingsIn, told } from '../rules/cases';

const GONE = 'missing-symbol error tensorflow.nn.gone';
const TF = 'import tensorflow as tf\nK = None\n';
const NN = '    global K\n    K = tf.nn\n';

test.each<[string, string, boolean, ...string[]]>([
  ['assigned', 'f()', true, `def f():\n${NN}`],
  [
    'imported',
    'f()',
    true,
    'def f():\n    """Says."""\n    global K\n    from tensorflow import nn as K\n'
  ],
  [
    'assigned by way of a local name',
    'f()',
    true,
    `def f():\n    own = tf\n    global K\n    K = own.nn\n`
  ],
  [
    'assigned before anything else',
    'f()',
    true,
    `def f():\n${NN}    if K:\n        print(K)\n`
  ],
  ['given an argument', 'f(1)', true, `def f(a):\n${NN}`],
  ['in an expression', 'x = [f()]', true, `def f():\n${NN}`],
  ['in another cell', 'f()', true, `def f():\n${NN}`, 'K = 1'],
  ['not called', 'f', false, `def f():\n${NN}`],
  ['bound again', 'f()\nK = 1', false, `def f():\n${NN}`],
  [
    'bound to something else afterwards',
    'f()',
    false,
    `def f():\n${NN}    if K:\n        K = 2\n`
  ],
  [
    'assigned after something else',
    'f()',
    false,
    `def f():\n    print()\n${NN}`
  ],
  ['an argument', 'f(1)', false, 'def f(a):\n    global K\n    K = a\n'],
  ['only perhaps called', 'if x:\n    f()', false, `def f():\n${NN}`],
  [
    'called where a handler waits',
    'try:\n    f()\nexcept Exception:\n    pass',
    false,
    `def f():\n${NN}`
  ],
  [
    'called by another function',
    'g()',
    false,
    `def f():\n${NN}def g():\n    f()\n`
  ],
  [
    'defined perhaps',
    'f()',
    false,
    `if x:\n    def f():\n        global K\n        K = tf.nn\n`
  ],
  ['decorated', 'f()', false, `@cached\ndef f():\n${NN}`],
  ['a generator', 'f()', false, `def f():\n${NN}    yield 1\n`],
  ['a coroutine', 'f()', false, `async def f():\n${NN}`],
  [
    'the second of two functions',
    'f()\ng()',
    false,
    `def f():\n${NN}def g():\n    global K\n    K = make()\n`
  ],
  [
    'the first of two functions',
    'g()\nf()',
    true,
    `def f():\n${NN}def g():\n    global K\n    K = make()\n`
  ]
])('%s, %j: %s', (_, called, isJudged, ...cells) => {
  const environment = environmentOf('tf2.6');
  const findings = findingsIn(
    environment,
    TF + cells.join('\n'),
    called,
    'K.gone'
  );
  expect(told(findings)).toEqual(isJudged ? [`${GONE} @1:3`] : []);
});

const SETUP =
  'import keras\ndef setup():\n    global D\n    from keras.datasets import mnist as D\n';

test.each<[string, readonly string[], number]>([
  ['before it', [SETUP, 'keras.datasets.mnist', 'setup()'], 1],
  ['after it', [SETUP, 'setup()', 'keras.datasets.mnist'], 0]
])('an import is run where the function is called: %s', (_, cells, number) => {
  expect(findingsIn(environmentOf('tf2.6'), ...cells)).toHaveLength(number);
});

test('a name that held something of ours holds what the call makes of it', () => {
  const cells = [
    'import tensorflow as tf\nK = tf.nn',
    'def f():\n    global K\n    K = make()',
    'K = tf.nn\nf()\nK.gone'
  ];
  expect(findingsIn(environmentOf('tf2.6'), ...cells)).toEqual([]);
});
