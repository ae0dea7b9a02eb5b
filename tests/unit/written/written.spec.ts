/** What a notebook was written for, told by what it keeps. */

import { check } from '../../../src/engine/check';
import type { Remedy, WrittenFor } from '../../../src/engine/offers';
import type { Saved } from '../../../src/engine/written/evidence';
import { shippedAtlas } from '../atlas';
import { onLinux } from '../cli/program';
import { cellsOf, environmentOf } from '../rules/cases';

/** A cell: its source and what its outputs say. */
type Ran = readonly [source: string, text?: string];

const IMPORT: Ran = ['import tensorflow as tf'];
const DENSE: Ran = ['tf.keras.layers.Dense(1)'];

function savedIn(cells: readonly Ran[], language: string | null = null): Saved {
  return {
    language,
    outputs: cells.flatMap(([source, text], cell) =>
      text === undefined ? [] : [{ cell, source, text }]
    )
  };
}

function written(
  cells: readonly Ran[],
  language: string | null = null
): WrittenFor | null {
  return check({
    notebook: 'test.ipynb',
    cells: cellsOf(...cells.map(([source]) => source)),
    environment: environmentOf('tf2.15'),
    atlas: shippedAtlas(),
    saved: savedIn(cells, language)
  }).writtenFor;
}

const told = (...all: Parameters<typeof written>): string | null => {
  const found = written(...all);
  return found && `${found.title}: ${found.evidence.join(', ')}`;
};

const VERSION = 'print(tf.__version__)';

test.each<[string, Ran, string]>([
  [
    'a release alone',
    [VERSION, '2.4.1\n'],
    '2.4: cell 2 printed TensorFlow 2.4.1'
  ],
  [
    'as a result',
    ['tf.__version__', "'2.0.0'"],
    '2.0: cell 2 printed TensorFlow 2.0.0'
  ],
  [
    'with words before it',
    [
      'print("TensorFlow version:", tf.version.VERSION)',
      'TensorFlow version: 2.9.1'
    ],
    '2.9: cell 2 printed TensorFlow 2.9.1'
  ],
  [
    'with words, among other numbers',
    [
      `import sys\nprint(sys.version)\n${VERSION}`,
      '3.7.10 (default, Feb 20 2021)\nTensorFlow: 2.4.1\nGPU 11.2.0'
    ],
    '2.4: cell 2 printed TensorFlow 2.4.1'
  ],
  [
    'one of several, in their order',
    [
      'import numpy as np\nprint(np.__version__, tf.__version__)',
      '1.19.5 2.4.1\n'
    ],
    '2.4: cell 2 printed TensorFlow 2.4.1'
  ],
  [
    'alone among lines of a log',
    [
      VERSION,
      '2021-03-01 10:11:12.123456: I tensorflow/stream_executor/dso_loader.cc:49] libcudart.so.11.0\n2.4.1\n'
    ],
    '2.4: cell 2 printed TensorFlow 2.4.1'
  ],
  [
    'a release that nobody has measured',
    [VERSION, '1.8.0'],
    '1.8: cell 2 printed TensorFlow 1.8.0'
  ],
  [
    'what pip has installed',
    [
      '!pip install tensorflow',
      'Collecting tensorflow\nSuccessfully installed absl-py-0.12.0 keras-2.8.0 tensorflow-2.8.0 wrapt-1.12.1'
    ],
    '2.8: pip in cell 2 names tensorflow 2.8.0'
  ],
  [
    'what pip has found',
    [
      '!pip install tensorflow-gpu',
      'Requirement already satisfied: tensorflow-gpu in /usr/lib/python3/dist-packages (2.3.0)'
    ],
    '2.3: pip in cell 2 names tensorflow-gpu 2.3.0'
  ],
  [
    'what pip has found, by its pin',
    [
      '!pip install -r requirements.txt',
      'Requirement already satisfied: tensorflow==2.3.0 in ./env (from -r requirements.txt (line 1))'
    ],
    '2.3: pip in cell 2 names tensorflow 2.3.0'
  ],
  [
    'a pin',
    ['!pip install -q "tensorflow==2.6.*"'],
    '2.6: cell 2 installs tensorflow==2.6.*'
  ]
])('%s', (_, ran, expected) => {
  expect(told([IMPORT, ran, DENSE])).toBe(`Written for TensorFlow ${expected}`);
});

const FLIP: Ran = ['from tensorflow.keras.layers import RandomFlip'];

test.each<[string, readonly Ran[], string | null, string]>([
  [
    'the Python, where the names leave few releases',
    [FLIP],
    '3.7.10',
    '2.6 to 2.11: it was saved with Python 3.7'
  ],
  [
    'older than what was measured',
    [['import tensorflow as tf\ntf.Session()']],
    '3.6.5',
    '1.15 or older: it was saved with Python 3.6'
  ],
  [
    'a folder that three releases have',
    [
      IMPORT,
      [
        'tf.zeros(1)',
        'File "/usr/lib/python3.6/dist-packages/tensorflow_core/python/ops/math_ops.py", line 5'
      ]
    ],
    null,
    '1.15 to 2.1: an output of cell 2 names the file tensorflow_core/python/ops/math_ops.py'
  ],
  [
    'a module that keras had in three releases, in colours',
    [
      ['import keras\nkeras.Sequential'],
      [
        'fit()',
        '\u001b[0;32m/env/lib/python3.10/site-packages/keras/src/engine/training.py\u001b[0m in fit'
      ]
    ],
    null,
    '2.13 to 2.15: an output of cell 2 names the file keras/src/engine/training.py'
  ],
  [
    "Colab's choice",
    [['%tensorflow_version 1.x'], ['import tensorflow as tf']],
    '3.6.9',
    '1.15 or older: cell 1 chooses TensorFlow 1.x in Colab'
  ],
  [
    'a range with a hole in it',
    [
      IMPORT,
      [
        'tf.zeros(1)',
        '/usr/lib/python3.6/dist-packages/tensorflow/python/ops/math_ops.py:5: UserWarning'
      ]
    ],
    null,
    '1.14 or older and 2.2 to 2.6: an output of cell 2 names the file tensorflow/python/ops/math_ops.py, cell 2 ran with Python 3.6'
  ]
])('%s', (_, cells, language, expected) => {
  expect(told(cells, language)).toBe(
    `Probably written for TensorFlow ${expected}`
  );
});

test.each<[string, readonly Ran[], string | null]>([
  ['nothing is kept', [IMPORT, DENSE], null],
  [
    'two outputs contradict each other',
    [IMPORT, [VERSION, '2.4.1'], [VERSION, '2.8.0']],
    null
  ],
  [
    'two pins do',
    [
      IMPORT,
      ['!pip install tensorflow==2.4.1'],
      ['!pip install tensorflow==2.8.0']
    ],
    null
  ],
  [
    'the number is that of a comparison',
    [
      IMPORT,
      ['assert tf.__version__ >= "2.0.0", "needs 2.0.0"', 'needs 2.0.0']
    ],
    null
  ],
  [
    'it is the release of another package',
    [IMPORT, ['import numpy as np\nnp.__version__', "'1.19.5'"]],
    null
  ],
  ['there never was such a release', [IMPORT, [VERSION, '2.4.99']], null],
  ['a nightly build', [IMPORT, [VERSION, '2.5.0-dev20210101']], null],
  [
    'nobody knows which number is whose',
    [
      IMPORT,
      [
        `import a, b\nprint(a.__version__)\n${VERSION}`,
        '1.2.3 is new, 2.4.1 and 4.5.6'
      ]
    ],
    null
  ],
  [
    'the names are not in the releases for that Python',
    [['import tensorflow as tf\ntf.contrib']],
    '3.11.2'
  ],
  ['every second release would do', [IMPORT, DENSE], '3.10.1'],
  ['nothing of it is used', [['x = 1', '2.4.1']], '3.7.1'],
  ['another language', [IMPORT], 'nonsense']
])('silent: %s', (_, cells, language) => {
  expect(told(cells, language)).toBeNull();
});

function remediesFor(
  environment: ReturnType<typeof onLinux>,
  cells: readonly Ran[]
): readonly Remedy[] {
  return check({
    notebook: 'test.ipynb',
    cells: cellsOf(...cells.map(([source]) => source)),
    environment,
    atlas: shippedAtlas(),
    saved: savedIn(cells)
  }).remedies;
}

test('an offer is near to what the notebook was written for', () => {
  const none = onLinux('tfkeras-none');
  const on38 = { ...none, python: { ...none.python, version: '3.8.18' } };
  expect(remediesFor(on38, [IMPORT, DENSE]).map(({ title }) => title)).toEqual([
    'tensorflow 2.13.1 with keras 2.13.1'
  ]);
  expect(
    remediesFor(on38, [IMPORT, DENSE, [VERSION, '2.8.0']]).map(
      ({ title, reason }) => `${title}: ${reason}`
    )
  ).toEqual([
    'tensorflow 2.8.4 with keras 2.8.0: near to what this notebook was written for',
    'tensorflow 2.13.1 with keras 2.13.1: newest that runs everything'
  ]);
});

test('of equal changes the one near to it, fewer changes before that', () => {
  const here = onLinux('tf2.4');
  const first = (...cells: readonly Ran[]): string =>
    remediesFor(here, [FLIP, ...cells])[0].title;
  expect(first()).toBe('tensorflow-cpu 2.6.5 with keras 2.6.0');
  expect(first([VERSION, '2.8.0'])).toBe(
    'tensorflow-cpu 2.8.4 with keras 2.8.0'
  );
});
