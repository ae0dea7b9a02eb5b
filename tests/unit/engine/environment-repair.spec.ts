import { check } from '../../../src/engine/check';
import { summarize } from '../../../src/engine/summary';
import type { Environment, Installed } from '../../../src/engine/types';
import { shippedAtlas } from '../atlas';
import { cellsOf, environmentOf } from '../rules/cases';

const SITE = '/env/lib/site-packages';

/** A kernel of the truth list with other packages over it. */
function kernel(
  id: string,
  version: string,
  over: Environment['installed'] = {}
): Environment {
  const base = environmentOf(id);
  return {
    ...base,
    python: {
      version,
      platform: 'linux',
      machine: 'x86_64',
      libc: 'glibc 2.36'
    },
    installed: { ...base.installed, ...over }
  };
}

const plain = (distribution: string, version: string): Installed => ({
  version,
  distribution
});

const beside = (version: string, location: string): Installed => ({
  version: '2.15.1',
  distribution: 'tensorflow-cpu',
  location: SITE,
  others: [{ distribution: 'tensorflow', version, location }]
});

const reportOf = (environment: Environment, ...sources: readonly string[]) =>
  check({
    notebook: 'test.ipynb',
    cells: cellsOf(...sources),
    environment,
    atlas: shippedAtlas()
  });

const NUMPY = kernel('tf2.15', '3.11.7', { numpy: plain('numpy', '2.4.6') });
const PROTOBUF = kernel('tf2.10', '3.10.13', {
  protobuf: plain('protobuf', '4.25.9')
});
const ERA = kernel('tf2.4+keras2.8.0', '3.8.18');
const DOUBLED = kernel('tf2.15', '3.11.7', {
  tensorflow: beside('2.14.1', SITE)
});

// What each of these offers was installed over the same environment: TensorFlow and its Keras could be imported after it.
test.each<[string, Environment, string, readonly string[], string]>([
  [
    'numpy that stops the import: numpy alone',
    NUMPY,
    'numpy<2.0.0,>=1.23.5 under tensorflow-cpu 2.15.1',
    ['%pip install "numpy<2.0.0,>=1.23.5"'],
    'TensorFlow can be imported again. Now numpy 2.4.6 stops TensorFlow 2.15.1.'
  ],
  [
    'protobuf that stops the import: protobuf alone',
    PROTOBUF,
    'protobuf<3.20,>=3.9.2 under tensorflow-cpu 2.10.1',
    ['%pip install "protobuf<3.20,>=3.9.2"'],
    'TensorFlow can be imported again. Now protobuf 4.25.9 stops TensorFlow 2.10.1.'
  ],
  [
    'a keras of another era: the one of the day',
    ERA,
    'tensorflow-cpu 2.4.4 with keras 2.4.3',
    ['%pip install "tensorflow-cpu==2.4.4" "keras==2.4.3" "protobuf<3.21"'],
    '`import keras` works again. Now keras 2.8.0 does not work with TensorFlow 2.4.4.'
  ],
  [
    'two TensorFlows in one folder: both go, one comes',
    DOUBLED,
    'tensorflow-cpu 2.15.1 with keras 2.15.0',
    [
      '%pip uninstall -y tensorflow-cpu tensorflow',
      '%pip install "tensorflow-cpu==2.15.1" "keras==2.15.0"'
    ],
    'One TensorFlow is left. Now these lie over each other: tensorflow-cpu 2.15.1, tensorflow 2.14.1.'
  ]
])('%s', (_, environment, title, commands, mends) => {
  const { remedies } = reportOf(environment);
  expect(remedies).toHaveLength(1);
  expect(remedies[0]).toMatchObject({
    title,
    reason: 'smallest change',
    mends: [mends],
    clears: 0,
    leaves: 0,
    breaks: 0
  });
  const [comment, ...lines] = remedies[0].cell.split('\n');
  expect(comment).toBe(`# Keras Doctor: ${mends.replace(/`/g, '')}`);
  expect(lines.filter(line => line.startsWith('%pip'))).toEqual(commands);
});

test.each<[string, Environment, readonly string[]]>([
  ['a plain environment', kernel('tf2.15', '3.11.7'), []],
  ['an old one', kernel('tf2.4', '3.8.18'), ['import tensorflow']],
  ['keras 3 that works beside it', kernel('tf2.15+keras3', '3.11.7'), []],
  [
    'the same release twice is one set of files',
    kernel('tf2.15', '3.11.7', { tensorflow: beside('2.15.1', SITE) }),
    []
  ],
  [
    'another TensorFlow in a folder of its own',
    kernel('tf2.15', '3.11.7', { tensorflow: beside('2.14.1', '/usr/lib') }),
    []
  ],
  [
    'numpy of which nothing is known beside it',
    kernel('tf2.15', '3.11.7', { numpy: plain('numpy', '1.99.0') }),
    []
  ],
  ['no TensorFlow', kernel('tfkeras-none', '3.11.7'), []],
  [
    'a backend that is not there is no matter of releases',
    {
      ...kernel('tf2.18', '3.11.7', { jax: null }),
      variables: { KERAS_BACKEND: 'jax' }
    },
    []
  ],
  [
    'another protobuf by a variable that the notebook sets',
    PROTOBUF,
    [
      'import os\nos.environ["PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION"] = "python"'
    ]
  ]
])('nothing is offered: %s', (_, environment, sources) => {
  expect(reportOf(environment, ...sources).remedies).toEqual([]);
});

test('where nothing can be judged the environment is repaired first', () => {
  const [remedy] = reportOf(
    PROTOBUF,
    'import tensorflow as tf\ntf.keras.layers.Nonsense'
  ).remedies;
  expect(remedy).toMatchObject({
    requirements: ['protobuf<3.20,>=3.9.2'],
    clears: 0,
    leaves: 1,
    breaks: 0
  });
});

test('a keras that cannot be imported is told where no line says it', () => {
  const told = (...sources: readonly string[]) =>
    reportOf(ERA, ...sources).environmentFindings.map(
      ({ rule, severity }) => `${rule} ${severity}`
    );
  expect(told('import tensorflow')).toEqual(['broken-pair warning']);
  expect(told('import keras')).toEqual([]);
});

test('two TensorFlows are told', () => {
  expect(reportOf(DOUBLED).environmentFindings).toEqual([
    {
      rule: 'broken-pair',
      severity: 'warning',
      message:
        'tensorflow-cpu 2.15.1 and tensorflow 2.14.1 lie in one folder: each has written over files of the other. Keep one of them.'
    }
  ]);
});

test('the package that stops the import is shown as what it is', () => {
  const works = (environment: Environment) =>
    summarize(environment, shippedAtlas()).companions.find(
      ({ name }) => name === 'numpy'
    )?.works;
  expect(works(NUMPY)).toBe(false);
  expect(works(kernel('tf2.15', '3.11.7'))).toBe(true);
});
