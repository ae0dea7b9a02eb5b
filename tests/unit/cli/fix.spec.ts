import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf } from '../conformance/truth';
import { folderWith, kerasDoctor, onLinux } from './program';

jest.setTimeout(60_000);

const ENV = { 'env.json': JSON.stringify(environmentOf('tf2.15')) };

/** Files before and after `fix --write`, with odd but valid spelling around what changes. */
const FILES: readonly (readonly [string, string, string])[] = [
  [
    'lines.ipynb',
    '{"nbformat_minor": 5,\n   "nbformat":4,"metadata" : {"a\\u0062": "\\u00e9 é"},\n\t"cells":[ {"cell_type":"markdown","source":"tf.Session()"},\n {"source": ["import tensorflow as tf\\n",\n   "s = \\"\\u00e9\\t\\"; tf.Session()\\n" ,"tf.Session()"] , "cell_type":"code", "outputs":[{"text":"tf.Session()"}], "execution_count": null, "metadata": {}}]}  \n\n',
    '{"nbformat_minor": 5,\n   "nbformat":4,"metadata" : {"a\\u0062": "\\u00e9 é"},\n\t"cells":[ {"cell_type":"markdown","source":"tf.Session()"},\n {"source": ["import tensorflow as tf\\n",\n   "s = \\"\\u00e9\\t\\"; tf.compat.v1.Session()\\n" ,"tf.compat.v1.Session()"] , "cell_type":"code", "outputs":[{"text":"tf.Session()"}], "execution_count": null, "metadata": {}}]}  \n\n'
  ],
  [
    'one-string.ipynb',
    '{"cells": [{"cell_type": "code", "metadata": {}, "source": "import tensorflow\\r\\ntensorflow.Session()", "source2": 1}], "metadata": {}, "nbformat": 4, "nbformat_minor": 2}',
    '{"cells": [{"cell_type": "code", "metadata": {}, "source": "import tensorflow\\r\\ntensorflow.compat.v1.Session()", "source2": 1}], "metadata": {}, "nbformat": 4, "nbformat_minor": 2}'
  ],
  [
    'worksheets.ipynb',
    '\uFEFF{"nbformat":3,"nbformat_minor":0,"metadata":{"name":""},"worksheets":[{"cells":[]},{"cells":[{"cell_type":"code","input":["from keras.utils.np_utils import \\\\\\n"," to_categorical"],"language":"python","outputs":[]}]}]}\r\n',
    '\uFEFF{"nbformat":3,"nbformat_minor":0,"metadata":{"name":""},"worksheets":[{"cells":[]},{"cells":[{"cell_type":"code","input":["from keras.utils import \\\\\\n"," to_categorical"],"language":"python","outputs":[]}]}]}\r\n'
  ],
  [
    'script.py',
    '\uFEFF# é\r\nimport tensorflow as tf\r\ntf.Session()\rtf.Session(config=tf.ConfigProto()) \t',
    '\uFEFF# é\r\nimport tensorflow as tf\r\ntf.compat.v1.Session()\rtf.compat.v1.Session(config=tf.compat.v1.ConfigProto()) \t'
  ],
  [
    'silent.py',
    'import tensorflow as tf\ntf.Session()  # keras-doctor: ignore\n',
    'import tensorflow as tf\ntf.Session()  # keras-doctor: ignore\n'
  ]
];

test.each(FILES)('%s: nothing but the names changes', (name, before, after) => {
  const folder = folderWith({ ...ENV, [name]: before });
  const target = ['--env', 'env.json', name];
  const shown = kerasDoctor(['fix', ...target], { cwd: folder });
  expect(readFileSync(join(folder, name), 'utf8')).toBe(before);
  expect(shown.out === '').toBe(before === after);
  const written = kerasDoctor(['fix', '--write', ...target], { cwd: folder });
  expect(written).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(join(folder, name), 'utf8')).toBe(after);
  expect(kerasDoctor(['fix', ...target], { cwd: folder }).out).toBe('');
});

test('prints a unified diff', () => {
  const folder = folderWith({
    ...ENV,
    'a.py': `import tensorflow as tf\n${'\n'.repeat(8)}tf.Session()\ntf.Session()\nx = 1`
  });
  const { out, code } = kerasDoctor(['fix', '--env', 'env.json', 'a.py'], {
    cwd: folder
  });
  expect(code).toBe(0);
  expect(out).toBe(
    [
      '--- a.py',
      '+++ a.py',
      '@@ -7,6 +7,6 @@',
      ' ',
      ' ',
      ' ',
      '-tf.Session()',
      '-tf.Session()',
      '+tf.compat.v1.Session()',
      '+tf.compat.v1.Session()',
      ' x = 1',
      '\\ No newline at end of file',
      ''
    ].join('\n')
  );
});

test.each([
  [['--select', 'alias-import'], ''],
  [['--ignore', 'missing-symbol'], '']
])('rules that are left out fix nothing: %j', (args, out) => {
  const folder = folderWith({
    ...ENV,
    'a.py': 'import tensorflow as tf\ntf.Session()\n'
  });
  expect(
    kerasDoctor(['fix', '--env', 'env.json', ...args, 'a.py'], { cwd: folder })
      .out
  ).toBe(out);
});

const TF24 = JSON.stringify(onLinux('tf2.4'));

/** A class of 2.9 that no rewrite gives. */
const USE = 'from tensorflow.keras.layers import RandomBrightness';

/** Files before and after the repair cell. */
test.each<[string, string, string]>([
  [
    'indented, with ids, after the notebook’s own install',
    `{\n "cells": [\n  {\n   "cell_type": "code",\n   "id": "keras-doctor",\n   "source": "!pip install scipy"\n  },\n  {\n   "cell_type": "code",\n   "id": "b",\n   "source": ["${USE}"]\n  }\n ],\n "nbformat": 4,\n "nbformat_minor": 5\n}\n`,
    `{\n "cells": [\n  {\n   "cell_type": "code",\n   "id": "keras-doctor",\n   "source": "!pip install scipy"\n  },\n  {\n   "cell_type": "code",\n   "execution_count": null,\n   "id": "keras-doctor-1",\n   "metadata": {\n    "jupyterlab_keras_doctor": {\n     "repair": true\n    }\n   },\n   "outputs": [],\n   "source": [\n    CELL\n   ]\n  },\n  {\n   "cell_type": "code",\n   "id": "b",\n   "source": ["${USE}"]\n  }\n ],\n "nbformat": 4,\n "nbformat_minor": 5\n}\n`
  ],
  [
    'in one line',
    `{"cells": [{"cell_type": "code", "source": "${USE}"}], "nbformat": 4, "nbformat_minor": 2}`,
    `{"cells": [{"cell_type":"code","execution_count":null,"metadata":{"jupyterlab_keras_doctor":{"repair":true}},"outputs":[],"source":[CELL]},{"cell_type": "code", "source": "${USE}"}], "nbformat": 4, "nbformat_minor": 2}`
  ],
  [
    'nbformat 3, in its second worksheet',
    `{"nbformat":3,"worksheets":[{"cells":[]},{"cells":[{"cell_type":"code","input":["${USE}"]}]}]}`,
    `{"nbformat":3,"worksheets":[{"cells":[]},{"cells":[{"cell_type":"code","collapsed":false,"input":[CELL],"language":"python","metadata":{"jupyterlab_keras_doctor":{"repair":true}},"outputs":[]},{"cell_type":"code","input":["${USE}"]}]}]}`
  ]
])('the repair cell, %s', (_, before, after) => {
  const folder = folderWith({ 'env.json': TF24, 'a.ipynb': before });
  const run = () =>
    kerasDoctor(['fix', '--write', '--env', 'env.json', 'a.ipynb'], {
      cwd: folder
    });
  expect(run().out).toBe('a.ipynb: 1 changed\n');
  const lines = [
    '# Keras Doctor: every name that this notebook uses is in tensorflow-cpu 2.9.3 with keras 2.9.0.\n',
    '%pip install "tensorflow-cpu==2.9.3" "keras==2.9.0" "numpy<1.24"'
  ].map(line => JSON.stringify(line));
  const written = readFileSync(join(folder, 'a.ipynb'), 'utf8');
  expect(written.replace(/\\n",\s*"%/, '\\n","%')).toBe(
    after.replace('CELL', lines.join(','))
  );
  // What is there already is not written twice.
  expect(run().out).toBe('');
});

test.each<[string, readonly string[], readonly string[]]>([
  [
    'in place of a cell',
    ['!pip install -q tensorflow==2.4', USE],
    ['%pip install -q tensorflow-cpu==2.9.3 keras==2.9.0 "numpy<1.24"', USE]
  ],
  [
    'beside the cell, with the rewrite that is left',
    [`from tf.keras import layers\n${USE}`, '!pip install -U tensorflow-cpu'],
    [
      '# Keras Doctor: every name that this notebook uses is in tensorflow-cpu 2.9.3 with keras 2.9.0.\n%pip install "tensorflow-cpu==2.9.3" "keras==2.9.0" "numpy<1.24"',
      `from tensorflow.keras import layers\n${USE}`,
      '!pip install -U tensorflow-cpu==2.9.3'
    ]
  ]
])('the notebook’s own install, %s', (_, before, after) => {
  const cells = before.map(source => ({ cell_type: 'code', source }));
  const folder = folderWith({
    'env.json': TF24,
    'a.ipynb': JSON.stringify({ cells, nbformat: 4, nbformat_minor: 2 })
  });
  const run = () =>
    kerasDoctor(['fix', '--write', '--env', 'env.json', 'a.ipynb'], {
      cwd: folder
    });
  run();
  const written = JSON.parse(readFileSync(join(folder, 'a.ipynb'), 'utf8'));
  expect(
    written.cells.map(({ source }: { source: string | string[] }) =>
      [source].flat().join('')
    )
  ).toEqual(after);
  expect(run().out).toBe('');
});

test('what cannot be read is left alone, and said', () => {
  const folder = folderWith({
    ...ENV,
    'latin.py': Buffer.from([0x23, 0xe9, 0x0a]),
    'good.py': 'import tensorflow as tf\ntf.Session()\n'
  });
  const { code, out, err } = kerasDoctor(
    ['fix', '--write', '--env', 'env.json', 'latin.py', 'good.py'],
    { cwd: folder }
  );
  expect([code, out, err]).toEqual([
    2,
    'good.py: 1 changed\n',
    'latin.py: This file is not in UTF-8.\n'
  ]);
});

test.each([
  [['check', '--write', 'a.py'], /never writes/],
  [['check', '--select', 'nonsense', 'a.py'], /no rule “nonsense”/],
  [['fix', '--ignore', 'nonsense', 'a.py'], /no rule “nonsense”/]
])('%j: exit code 2 and one clear line', (args, message) => {
  const { code, out, err } = kerasDoctor(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(message);
});

test.each([
  ['numpy stops TensorFlow: the cell is written', 'tf2.15', '2.4.6', 1],
  ['a keras that no line imports: it is not', 'tf2.4+keras2.8.0', '1.19.5', 0]
])('%s', (_, id, numpy, cells) => {
  const environment = onLinux(id);
  const folder = folderWith({
    'env.json': JSON.stringify({
      ...environment,
      installed: {
        ...environment.installed,
        numpy: { version: numpy, distribution: 'numpy' }
      }
    }),
    'a.ipynb':
      '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}'
  });
  kerasDoctor(['fix', '--write', '--env', 'env.json', 'a.ipynb'], {
    cwd: folder
  });
  const written = readFileSync(join(folder, 'a.ipynb'), 'utf8');
  expect(written.match(/%pip install/g) ?? []).toHaveLength(cells);
});
