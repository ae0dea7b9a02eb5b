/** The notebook's own installs beside a repair: which would undo it, and what is to be written there. */

import { check } from '../../../src/engine/check';
import { replaced, replacementsOf } from '../../../src/engine/edits';
import type { Remedy } from '../../../src/engine/offers';
import type { Environment } from '../../../src/engine/types';
import { shippedAtlas } from '../atlas';
import { onLinux } from '../cli/program';
import { cellsOf } from '../rules/cases';

const FLIP = 'from tensorflow.keras.layers import RandomFlip';
const TF24 = onLinux('tf2.4');

function firstRemedy(
  environment: Environment,
  sources: readonly string[]
): Remedy {
  return check({
    notebook: 'test.ipynb',
    cells: cellsOf(...sources),
    environment,
    atlas: shippedAtlas()
  }).remedies[0];
}

/** The cells with the changes of their installs made. */
function changed(sources: readonly string[], { pins }: Remedy): string[] {
  return sources.map((source, index) => {
    const own = pins.filter(({ cell }) => cell === index);
    const fixes = own.map(({ title, edits }) => ({ title, edits, safe: true }));
    return replaced(source, replacementsOf(source, fixes));
  });
}

/** What is offered for a notebook of one install and one import: tensorflow-cpu 2.6.5 with keras 2.6.0. */
const BOTH = 'tensorflow-cpu==2.6.5 keras==2.6.0';

test.each<[string, string]>([
  ['%pip install tensorflow==2.4', `%pip install ${BOTH}`],
  ['!pip install tensorflow==2.4', `%pip install ${BOTH}`],
  ['!pip3 install -q tensorflow==2.4 -U', `%pip install -q ${BOTH} -U`],
  ['!python3 -m pip install tensorflow==2.4', `%pip install ${BOTH}`],
  ['pip install tensorflow-gpu==2.4', `pip install ${BOTH}`],
  [
    'import sys\n!{sys.executable} -m pip install tensorflow==2.4',
    `import sys\n!{sys.executable} -m pip install ${BOTH}`
  ],
  [
    '!pip install numpy==1.19.5 "tensorflow>=2.4,<2.5" pandas',
    '%pip install numpy==1.19.5 "tensorflow-cpu==2.6.5" "keras==2.6.0" pandas'
  ],
  [
    "%pip install 'keras==2.4.3' tensorflow-cpu==2.4.4",
    "%pip install 'keras==2.6.0' tensorflow-cpu==2.6.5"
  ],
  ['%pip install tensorflow keras', `%pip install ${BOTH}`],
  ['%pip install -U tensorflow-cpu', `%pip install -U ${BOTH}`],
  [
    '%pip install tensorflow==2.4 keras tensorflow-gpu==2.4',
    `%pip install ${BOTH} `
  ],
  [
    `!pip install tensorflow==2.4  # as in class\n${FLIP}`,
    `%pip install ${BOTH}  # as in class\n${FLIP}`
  ]
])('the line is the repair: %s', (before, after) => {
  const sources = [before, FLIP];
  const remedy = firstRemedy(TF24, sources);
  expect([remedy.place, changed(sources, remedy)]).toEqual([
    'pins',
    [after, FLIP]
  ]);
  expect(remedy.pins[0].title).toMatch(
    /^Change cell 1 to install `(tensorflow-cpu==2\.6\.5|keras==2\.6\.0)`$/
  );
  // Changed so, it is what is offered; nothing more is to be written.
  expect(firstRemedy(TF24, [after, FLIP])).toMatchObject({
    place: 'there',
    there: { cell: 0, cellId: 'cell-0' },
    pins: []
  });
});

const LEFT: readonly (readonly [
  string,
  readonly string[],
  readonly string[]
])[] = [
  [
    'below the first import',
    [FLIP, '!pip install tensorflow==2.4'],
    [FLIP, '!pip install tensorflow-cpu==2.6.5']
  ],
  [
    'without what it requires',
    ['%pip install --no-deps tensorflow==2.4', FLIP],
    ['%pip install --no-deps tensorflow-cpu==2.6.5', FLIP]
  ],
  [
    'by another tool, or in a shell',
    [
      '!uv pip install tensorflow==2.4',
      '%%bash\npip install keras==2.4.3',
      FLIP
    ],
    [
      '!uv pip install tensorflow-cpu==2.6.5',
      '%%bash\npip install keras==2.6.0',
      FLIP
    ]
  ],
  [
    'beside a repair cell',
    ['# Keras Doctor: x\n%pip install y', '%pip install tensorflow==2.4', FLIP],
    [
      '# Keras Doctor: x\n%pip install y',
      '%pip install tensorflow-cpu==2.6.5',
      FLIP
    ]
  ]
];

test.each(LEFT)('changed beside the cell: %s', (_, before, after) => {
  const remedy = firstRemedy(TF24, before);
  expect([remedy.place, changed(before, remedy)]).toEqual(['cell', after]);
});

test.each([
  '%pip install pandas tensorflow-datasets==4.0',
  '%pip install "tensorflow-cpu>=2.4" keras',
  'if COLAB:\n    !pip install tensorflow==2.4',
  '%pip install --target x tensorflow==2.4',
  '%pip install "numpy>=1.19"'
])('left as it is: %s', source => {
  expect(firstRemedy(TF24, [source, FLIP])).toMatchObject({
    place: 'cell',
    pins: []
  });
});

test('a cap of the install is kept from a pin that it excludes', () => {
  const none = { tensorflow: null, keras: null, tf_keras: null };
  const sources = [
    '%pip install protobuf==4.21 -q',
    'from keras.engine.topology import Layer'
  ];
  const remedy = firstRemedy({ ...TF24, installed: none }, sources);
  expect(changed(sources, remedy)[0]).toBe(
    '%pip install "protobuf<3.21" tensorflow==2.4.4 keras==2.4.3 -q'
  );
});

test('conda is told, and left alone', () => {
  const remedy = firstRemedy(TF24, ['!conda install -y tensorflow=2.4', FLIP]);
  expect(remedy).toMatchObject({ place: 'cell', pins: [] });
  expect(remedy.warnings).toEqual([
    'Cell 1 asks conda for `tensorflow=2.4`, which undoes this. Take it out of that line.'
  ]);
});
