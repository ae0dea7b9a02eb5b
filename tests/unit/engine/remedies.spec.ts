import { check } from '../../../src/engine/check';
import {
  isRefused,
  requirementsIn
} from '../../../src/engine/remedies/refused';
import type { Remedy } from '../../../src/engine/offers';
import type { Environment } from '../../../src/engine/types';
import { shippedAtlas } from '../atlas';
import { cellsOf, environmentOf } from '../rules/cases';

function remediesFor(
  environment: Environment,
  ...sources: readonly string[]
): readonly Remedy[] {
  return check({
    notebook: 'test.ipynb',
    cells: cellsOf(...sources),
    environment,
    atlas: shippedAtlas()
  }).remedies;
}

const debian = {
  platform: 'linux',
  machine: 'x86_64',
  libc: 'glibc 2.36'
};

const on = (id: string, version: string): Environment => ({
  ...environmentOf(id),
  python: { version, ...debian },
  installer: {
    pip: true,
    uv: null,
    conda: null,
    writable: true,
    externallyManaged: false
  }
});

const FLIP = 'from tensorflow.keras.layers import RandomFlip';

test('keeps the flavour, pins keras along', () => {
  const [remedy] = remediesFor(on('tf2.4', '3.8.18'), FLIP);
  expect(remedy).toMatchObject({
    requirements: ['tensorflow-cpu==2.6.5', 'keras==2.6.0'],
    clears: 1,
    leaves: 0,
    breaks: 0
  });
  expect(remedy.cell.split('\n')[1]).toBe(
    '%pip install "tensorflow-cpu==2.6.5" "keras==2.6.0"'
  );
});

test('says which findings go with it, and which stay', () => {
  const [remedy] = remediesFor(
    on('tf2.4', '3.8.18'),
    FLIP,
    'from tf.keras import layers',
    `x = 1\n${FLIP}\nRandomFlip()`
  );
  expect(remedy.clearsAt).toEqual([
    { cell: 0, line: 1, column: 37 },
    { cell: 2, line: 2, column: 37 }
  ]);
});

test('adds the measured caps that the metadata lacks', () => {
  const [remedy] = remediesFor(
    on('tfkeras-none', '3.8.18'),
    'from keras.engine.topology import Layer'
  );
  expect(remedy.requirements).toEqual([
    'tensorflow==2.4.4',
    'keras==2.4.3',
    'protobuf<3.21'
  ]);
});

test.each<[string, Environment, readonly string[], readonly string[]]>([
  ['nothing fails', on('tf2.4', '3.8.18'), ['import tensorflow as tf'], []],
  [
    'no release cures an alias import',
    on('tf2.4', '3.8.18'),
    ['from tf.keras import layers'],
    []
  ],
  [
    'no wheel of the near releases for this Python',
    on('tf2.4', '3.12.1'),
    [FLIP],
    ['tensorflow-cpu==2.16.2', 'tensorflow-cpu==2.21.0']
  ],
  [
    'nothing installed: the newest that runs all',
    on('tfkeras-none', '3.11.7'),
    ['import tensorflow as tf\ntf.keras.layers.Dense'],
    ['tensorflow==2.21.0']
  ],
  [
    'nothing installed: the only one that runs all',
    on('tfkeras-none', '3.11.7'),
    ['from keras.preprocessing.image import ImageDataGenerator'],
    ['tensorflow==2.15.1']
  ]
])('%s', (_, environment, sources, expected) => {
  const remedies = remediesFor(environment, ...sources);
  expect(remedies.map(({ requirements }) => requirements[0])).toEqual(expected);
});

const LEGACY = 'import tensorflow as tf\ntf.keras.optimizers.Adam(lr=1)';

test('legacy Keras, where keeping TensorFlow clears more with it', () => {
  const [remedy, ...others] = remediesFor(on('tf2.18', '3.11.7'), LEGACY);
  expect(remedy).toMatchObject({
    title: 'tf_keras 2.18.0 beside tensorflow-cpu 2.18.1',
    reason: 'keeps TensorFlow 2.18.1, takes legacy Keras',
    variables: { TF_USE_LEGACY_KERAS: '1' },
    clears: 1,
    leaves: 0
  });
  // tf-keras requires `tensorflow` by that name, which would come beside tensorflow-cpu.
  expect(remedy.cell.split('\n').slice(1)).toEqual([
    '%pip install "tensorflow-cpu==2.18.1" "keras==3.8.0"',
    '%pip install --no-deps "tf-keras==2.18.0"',
    'import os',
    'os.environ["TF_USE_LEGACY_KERAS"] = "1"'
  ]);
  expect(others.map(({ reason }) => reason)).toEqual([
    'newest that runs everything'
  ]);
});

test('legacy Keras that is there needs nothing but the variable', () => {
  const there = having(on('tf2.18', '3.11.7'), {
    tf_keras: { version: '2.18.0', distribution: 'tf-keras' }
  });
  const [remedy] = remediesFor(there, LEGACY);
  expect(remedy).toMatchObject({
    title: 'tf_keras 2.18.0 beside tensorflow-cpu 2.18.1',
    requirements: [],
    clears: 1
  });
  expect(remedy.cell.split('\n').slice(1)).toEqual([
    'import os',
    'os.environ["TF_USE_LEGACY_KERAS"] = "1"'
  ]);
});

const having = (
  environment: Environment,
  installed: Environment['installed']
): Environment => ({
  ...environment,
  installed: { ...environment.installed, ...installed }
});

const NUMPY_2 = having(on('tf2.15', '3.11.7'), {
  numpy: { version: '2.4.6', distribution: 'numpy' }
});

test.each<[string, Environment, string, Partial<Remedy>]>([
  [
    'a keras of another era: the one of its day, not legacy Keras',
    on('tf2.15+keras3', '3.11.7'),
    'from keras.preprocessing.image import ImageDataGenerator',
    {
      reason: 'smallest change',
      requirements: ['tensorflow-cpu==2.15.1', 'keras==2.15.0']
    }
  ],
  [
    'numpy that stops the import',
    NUMPY_2,
    'import tensorflow as tf',
    {
      title: 'numpy<2.0.0,>=1.23.5 under tensorflow-cpu 2.15.1',
      requirements: ['numpy<2.0.0,>=1.23.5'],
      clears: 1
    }
  ],
  [
    'numpy between two releases that stop the import, of a notebook that names keras alone',
    having(on('tf2.15', '3.11.7'), {
      numpy: { version: '2.2.6', distribution: 'numpy' }
    }),
    'from keras.preprocessing.image import ImageDataGenerator',
    {
      clears: 1,
      leaves: 0,
      requirements: ['numpy<2.0.0,>=1.23.5']
    }
  ],
  [
    'numpy 2 is kept from a TensorFlow that nobody saw take it',
    having(on('tf2.4', '3.10.13'), {
      h5py: { version: '3.10.0', distribution: 'h5py' }
    }),
    FLIP,
    { requirements: ['tensorflow-cpu==2.8.4', 'keras==2.8.0', 'numpy<2'] }
  ],
  [
    'numpy that moves stays below what h5py 2 does not survive',
    having(on('tf2.4', '3.8.18'), {
      numpy: { version: '1.19.5', distribution: 'numpy' },
      h5py: { version: '2.10.0', distribution: 'h5py' }
    }),
    'from tensorflow.keras.layers import RandomBrightness',
    { requirements: ['tensorflow-cpu==2.9.3', 'keras==2.9.0', 'numpy<1.24'] }
  ],
  [
    'of two caps on numpy the stricter one',
    having(on('tf2.4', '3.10.13'), {
      numpy: { version: '1.19.5', distribution: 'numpy' },
      h5py: { version: '2.10.0', distribution: 'h5py' }
    }),
    'import tensorflow as tf\ntf.keras.optimizers.legacy.Adam\ntf.keras.layers.RandomBrightness\nfrom tensorflow.keras.applications import ConvNeXtTiny',
    { requirements: ['tensorflow-cpu==2.10.1', 'keras==2.10.0', 'numpy<1.24'] }
  ],
  [
    'numpy that stays beside h5py 2 is not named',
    having(on('tf2.4', '3.8.18'), {
      numpy: { version: '1.22.4', distribution: 'numpy' },
      h5py: { version: '2.10.0', distribution: 'h5py' }
    }),
    'from tensorflow.keras.layers import RandomBrightness',
    { requirements: ['tensorflow-cpu==2.9.3', 'keras==2.9.0'] }
  ],
  [
    'a companion that excludes it is named',
    having(on('tf2.15', '3.11.7'), {
      tensorflow_text: {
        version: '2.15.0',
        distribution: 'tensorflow-text',
        requires: ['tensorflow<2.16,>=2.15.0']
      }
    }),
    'import keras.ops',
    { excludedBy: ['tensorflow-text 2.15.0'] }
  ],
  [
    'an installed patch release with the same names stays',
    having(on('tf2.15+keras3', '3.11.7'), {
      tensorflow: { version: '2.15.0', distribution: 'tensorflow' }
    }),
    'from keras.preprocessing.image import ImageDataGenerator',
    { requirements: ['tensorflow==2.15.0', 'keras==2.15.0'] }
  ],
  [
    'what was not seen to run before is not broken by it',
    {
      ...on('tf2.15', '3.11.7'),
      installed: { tensorflow: null, keras: null, tf_keras: null }
    },
    'import tensorflow as tf\nmodel = tf.keras.Sequential()\nmodel.predict_classes(1)',
    { clears: 2, leaves: 1, breaks: 0 }
  ],
  [
    'what a rewrite of the line clears besides',
    on('tf2.4', '3.8.18'),
    `${FLIP}\nfrom tf.keras import layers`,
    { clears: 1, leaves: 1, rewrites: 1 }
  ]
])('%s', (_, environment, source, expected) => {
  expect(remediesFor(environment, source)[0]).toMatchObject(expected);
});

test('two distributions of TensorFlow, and one that there is none of: all go first', () => {
  const nightly = having(on('tf2.4', '3.11.7'), {
    tensorflow: {
      version: '2.4.4',
      distribution: 'tf-nightly',
      others: [{ distribution: 'tensorflow', version: '2.4.4' }]
    }
  });
  const [remedy] = remediesFor(nightly, FLIP);
  expect(remedy.cell.split('\n')[1]).toBe(
    '%pip uninstall -y tf-nightly tensorflow'
  );
});

test.each<[string, string | null, readonly string[]]>([
  [
    'uv on the path',
    '/usr/bin/uv',
    ['import sys', '!uv pip install --python {sys.executable}']
  ],
  [
    'uv beside the interpreter only',
    '/venv/bin/uv',
    [
      'import os, sys',
      '!{os.path.join(os.path.dirname(sys.executable), "uv")} pip install --python {sys.executable}'
    ]
  ],
  [
    'nothing but Python',
    null,
    [
      '# pip is not in this kernel yet: ensurepip brings it.',
      'import sys',
      '!{sys.executable} -m ensurepip',
      '!{sys.executable} -m pip install'
    ]
  ]
])('a kernel without pip: %s', (_, uv, lines) => {
  const kernel = on('tf2.4', '3.8.18');
  const { installer, python } = kernel;
  const [remedy] = remediesFor(
    {
      ...kernel,
      python: { ...python, executable: '/venv/bin/python' },
      installer: installer && { ...installer, pip: false, uv }
    },
    FLIP
  );
  const said = remedy.cell.split('\n').slice(1);
  expect(said).toEqual([
    ...lines.slice(0, -1),
    `${lines[lines.length - 1]} "tensorflow-cpu==2.6.5" "keras==2.6.0"`
  ]);
});

test('a kernel of conda: pip installs, and the cell says where', () => {
  const kernel = on('tf2.4', '3.8.18');
  const { installer } = kernel;
  const [remedy] = remediesFor(
    { ...kernel, installer: installer && { ...installer, conda: '/opt/env' } },
    FLIP
  );
  expect(remedy.cell.split('\n').slice(1)).toEqual([
    '# This kernel is conda’s: pip installs into it, beside what conda has put there.',
    '%pip install "tensorflow-cpu==2.6.5" "keras==2.6.0"'
  ]);
});

test('the rewrites that go with an offer, in the kernel that it makes', () => {
  const [remedy] = remediesFor(
    on('tf2.4', '3.8.18'),
    FLIP,
    'from tf.keras import layers\nfrom tf.keras import models'
  );
  expect(remedy.rewrites).toBe(2);
  expect(
    remedy.fixes.map(({ cell, cellId, fix }) => [
      cell,
      cellId,
      fix.edits.map(({ line, column, endColumn, text }) =>
        [line, column, endColumn, text].join(' ')
      )
    ])
  ).toEqual([
    [1, 'cell-1', ['1 6 8 tensorflow']],
    [1, 'cell-1', ['2 6 8 tensorflow']]
  ]);
});

test.each<[string, readonly string[], readonly number[] | null]>([
  [
    'only a rewrite helps',
    ['from tf.keras import layers\nlayers.Dense'],
    [2, 1]
  ],
  ['nothing fails', ['import tensorflow'], null],
  ['no rewrite does', [FLIP.replace('RandomFlip', 'Nonsense')], null],
  [
    'what is caught needs none',
    ['try:\n  from tf.keras import layers\nexcept ImportError:\n  pass'],
    null
  ]
])('rewriting with nothing installed: %s', (_, sources, expected) => {
  const { rewriting } = check({
    notebook: 'test.ipynb',
    cells: cellsOf(...sources),
    environment: on('tf2.4', '3.8.18'),
    atlas: shippedAtlas()
  });
  expect(rewriting && [rewriting.clears, rewriting.fixes.length]).toEqual(
    expected
  );
});

const elsewhere = (environment: Environment, source: string) =>
  check({
    notebook: 'test.ipynb',
    cells: cellsOf(source),
    environment,
    atlas: shippedAtlas()
  }).elsewhere;

test('another Python, where this one has no wheel', () => {
  const found = elsewhere(
    on('tf2.18', '3.11.7'),
    'from tensorflow import contrib'
  );
  expect(found).toMatchObject({
    title: 'tensorflow 1.15.5 on Python 3.7',
    pythons: ['3.6', '3.7'],
    failing: 0
  });
  expect(found?.commands.map(({ tool }) => tool)).toEqual(['conda', 'venv']);
  expect(elsewhere(on('tf2.4', '3.8.18'), FLIP)).toBeNull();
  // Nothing but a rewrite helps: no kernel does.
  expect(
    elsewhere(on('tf2.4', '3.8.18'), 'from tf.keras import layers')
  ).toBeNull();
});

test('uses that wait for a failing import weigh as much as the import', () => {
  const sources = [FLIP, ...Array.from({ length: 300 }, () => 'RandomFlip()')];
  expect(remediesFor(on('tf2.4', '3.8.18'), ...sources)[0].clears).toBe(301);
});

test('newly broken usages count', () => {
  const [remedy] = remediesFor(
    on('tfkeras-none', '3.11.7'),
    'from tensorflow.keras.layers import Dense\nimport keras\nkeras.preprocessing.text.Tokenizer\nkeras.ops.add\nkeras.ops.subtract'
  );
  expect(remedy.leaves + remedy.breaks).toBe(1);
});

describe('what the installer has turned down', () => {
  const offered = (refused: readonly (readonly string[])[]) =>
    check({
      notebook: 'test.ipynb',
      cells: cellsOf(FLIP),
      environment: on('tf2.4', '3.8.18'),
      atlas: shippedAtlas(),
      refused
    }).remedies;
  const [first, ...others] = offered([]).map(
    ({ requirements }) => requirements
  );

  test('is not offered again, in whatever order, and the next one is', () => {
    const again = offered([[...first].reverse()]);
    const left = again.map(({ requirements }) => requirements);
    expect(left).not.toContainEqual(first);
    expect(left).toEqual(expect.arrayContaining(others));
    expect(again[0]).toMatchObject({ reason: 'smallest change', leaves: 0 });
  });

  test.each([
    ['a part of it', [first.slice(0, 1)]],
    ['something else', [['tensorflow-cpu==2.99.0']]]
  ])('does not take the offer away that has %s', (_, refused) => {
    expect(offered(refused)[0].requirements).toEqual(first);
  });

  test('is read from the cell that was offered', () => {
    for (const { cell, requirements } of [
      ...offered([]),
      ...remediesFor(
        on('tf2.16', '3.11.7'),
        'from tensorflow.keras.layers.experimental import SyncBatchNormalization'
      )
    ]) {
      expect(isRefused(requirements, [requirementsIn(cell)])).toBe(true);
    }
  });
});
