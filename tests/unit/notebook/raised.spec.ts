/** What kernels send when a cell raises: IPython 7, 8.2, 8.12 and 9, as they really sent it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Printed } from '../../../src/notebook/install-outcome';
import { raisedIn } from '../../../src/notebook/errors/raised';

interface Recorded {
  readonly kernel: string;
  readonly source: string;
  readonly isOurs: boolean;
  readonly output: Printed;
}

const recorded: readonly Recorded[] = JSON.parse(
  readFileSync(join(__dirname, 'raised.json'), 'utf8')
);

const RULE = '-'.repeat(75);

function error(ename: string, evalue: string, traceback?: readonly string[]) {
  return [
    { output_type: 'stream', text: 'so far' },
    { output_type: 'error', ename, evalue, traceback }
  ];
}

const CALLED = [
  '      1 y = 1',
  '----> 2 build(y)',
  '',
  '%s',
  '      1 def build(x):',
  '      2     import tensorflow as tf',
  '----> 3     return tf.placeholder(x)',
  '',
  "AttributeError: module 'tensorflow' has no attribute 'placeholder'"
];

function called(outer: string, inner: string): readonly string[] {
  return [
    `\u001b[0;31m${RULE}\u001b[0m`,
    '\u001b[0;31mAttributeError\u001b[0m     Traceback (most recent call last)',
    [outer, ...CALLED].join('\n').replace('%s', inner)
  ];
}

describe('lines of cells', () => {
  test.each([
    [
      'IPython 7',
      '<ipython-input-3-659e699a828c> in <cell line: 2>()',
      '<ipython-input-2-87dd49ea0640> in build(x)',
      [
        { count: 3, line: 2 },
        { count: 2, line: 3 }
      ]
    ],
    [
      // Its files name no cell: only the outermost is known to be this one.
      'IPython 7 under ipykernel 6',
      'D:/ipykernel_18956/1342688968.py in <module>',
      'D:/ipykernel_18956/1331136571.py in build(x)',
      [{ count: null, line: 2 }]
    ],
    [
      'IPython 8.2',
      'Input In [3], in <cell line: 2>()',
      'Input In [2], in build(x)',
      [
        { count: 3, line: 2 },
        { count: 2, line: 3 }
      ]
    ],
    [
      'IPython 8.12 and 9',
      '\u001b[0;32mCell In[3], line 2\u001b[0m',
      'Cell \u001b[0;32mIn[2], line 3\u001b[0m, in \u001b[0;36mbuild\u001b[0m(x)',
      [
        { count: 3, line: 2 },
        { count: 2, line: 3 }
      ]
    ]
  ])('%s', (_, outer, inner, frames) => {
    const message = "module 'tensorflow' has no attribute 'placeholder'";
    const traceback = called(outer, inner);
    expect(raisedIn(error('AttributeError', message, traceback))).toEqual({
      name: 'AttributeError',
      message,
      frames,
      importing: false,
      isOfKind: true,
      isOurs: true
    });
  });

  it('none of files of packages', () => {
    const raised = raisedIn(
      error('ValueError', 'no', [
        'Cell In[6], line 2\n----> 2 Adam(foo=1)',
        'File /lib/python3.11/site-packages/keras/src/optimizers/adam.py:62, in Adam.__init__(self)\n---> 62 super().__init__('
      ])
    );
    expect(raised).toMatchObject({
      frames: [{ count: 6, line: 2 }],
      isOurs: true
    });
  });
});

describe('out of TensorFlow or Keras', () => {
  test.each(recorded)('recorded of $kernel: $source', ({ output, isOurs }) => {
    expect(raisedIn([output])?.isOurs).toBe(isOurs);
  });

  const line = (code: string) => [`Cell In[1], line 1\n----> 1 ${code}`];
  const HOME =
    'File ~/keras/.venv/lib/python3.9/site-packages/pandas/frame.py:7, in f()';
  test.each([
    ['ImportError', "cannot import name 'x' from 'tensorflow.keras'", [], true],
    ['ImportError', 'libcudart.so.11', line('import tensorflow as tf'), true],
    ['ImportError', "No module named 'pandas'", line('import pandas'), false],
    ['KeyError', "'keras'", line('import keras'), false],
    // A folder that is called so is no package.
    ['ValueError', 'no', [...line('df.f()'), `${HOME}\n----> 7 raise`], false],
    [
      'ValueError',
      'no',
      [...line('f()'), 'File ~/keras/train.py:7, in f()\n----> 7 raise No'],
      false
    ],
    // IPython 7, on Windows.
    [
      'TypeError',
      'no',
      [
        ...line('f()'),
        'C:\\Lib\\site-packages\\keras\\engine.py in f(x)\n---> 7     raise'
      ],
      true
    ]
  ])('%s: %s %j', (name, message, traceback, isOurs) => {
    expect(raisedIn(error(name, message, traceback))?.isOurs).toBe(isOurs);
  });
});

describe('whatever a kernel sends', () => {
  test.each([
    [[], null],
    [[{ output_type: 'stream', text: 'ImportError: keras' }], null],
    [[{ output_type: 'error' }], null],
    [[{ output_type: 'error', ename: 7, evalue: {} }], null],
    [
      [{ output_type: 'error', ename: 'ImportError', evalue: 7 }],
      { message: '', frames: [] }
    ],
    [
      [{ output_type: 'error', ename: 'E', evalue: '', traceback: 'text' }],
      { frames: [] }
    ],
    [
      [{ output_type: 'error', ename: 'E', evalue: '', traceback: [7, null] }],
      { frames: [] }
    ]
  ])('%j', (outputs, expected) => {
    const raised = raisedIn(outputs);
    if (expected === null) {
      expect(raised).toBeNull();
    } else {
      expect(raised).toMatchObject(expected);
    }
  });

  it('is read no further than 2000 lines', () => {
    const deep = Array.from(
      { length: 5000 },
      () => 'Cell In[1], line 1\n----> 1 f()'
    );
    expect(raisedIn(error('TypeError', '', deep))?.frames).toHaveLength(1000);
  });
});
