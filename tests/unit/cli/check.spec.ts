import { join } from 'node:path';
import { environmentOf } from '../conformance/truth';
import { folderWith, kerasDoctor, onLinux } from './program';

jest.setTimeout(60_000);

const cell = (source: string, id = 'a'): object => ({
  cell_type: 'code',
  id,
  execution_count: null,
  metadata: {},
  outputs: [],
  source: source.split(/(?<=\n)/)
});

const notebook = (cells: readonly object[], metadata: object = {}): string =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells });

const FLIP = 'from tensorflow.keras.layers import RandomFlip\n';

const folder = folderWith({
  'env.json': JSON.stringify(environmentOf('tf2.4')),
  'flip.ipynb': notebook([
    { cell_type: 'markdown', id: 'm', metadata: {}, source: 'import keras' },
    cell(`import tensorflow as tf\n${FLIP}`, 'b')
  ]),
  'fine.py': 'import tensorflow as tf\r\ntf.keras.layers.Dense\r\n',
  'old.ipynb': JSON.stringify({
    nbformat: 3,
    nbformat_minor: 0,
    metadata: { name: '' },
    worksheets: [
      {
        cells: [
          { cell_type: 'code', input: FLIP, language: 'python', outputs: [] }
        ]
      }
    ]
  }),
  'other.ipynb': notebook([cell('import keras')], {
    kernelspec: { name: 'julia', language: 'julia' }
  }),
  'broken-cell.ipynb': notebook([cell(`def f(:\n  ((\n`), cell(FLIP, 'c')]),
  'not-json.ipynb': '{"cells": [',
  'no-notebook.ipynb': '[1, 2]',
  'future.ipynb': '{"nbformat": 9, "cells": []}',
  'no-cells.ipynb': '{"nbformat": 4}',
  'odd-cells.ipynb':
    '{"nbformat": 4, "cells": [1, null, {"cell_type": "code", "source": 7}]}',
  'binary.ipynb': Buffer.from([0, 255, 254, 1]),
  'bad-env.json': '{"schema": 7}',
  'no-env.json': 'nothing'
});

function check(...args: readonly string[]) {
  return kerasDoctor(['check', '--env', 'env.json', ...args], { cwd: folder });
}

test('prints the JSON contract', () => {
  const { code, out, err } = check('--format', 'json', 'flip.ipynb', 'fine.py');
  expect(err).toBe('');
  expect(code).toBe(1);
  const { schema, reports } = JSON.parse(out);
  expect(schema).toBe(1);
  expect(reports).toMatchObject([
    {
      notebook: 'flip.ipynb',
      environment: { installed: { tensorflow: { version: '2.4.4' } } },
      findings: [
        {
          rule: 'missing-symbol',
          severity: 'error',
          cell: 1,
          cellId: 'b',
          statementLine: 2,
          line: 2,
          column: 37,
          endLine: 2,
          endColumn: 47,
          symbol: 'tensorflow.keras.layers.RandomFlip',
          keyword: null,
          guarded: false,
          blocks: 0
        }
      ],
      unknown: 0
    },
    { notebook: 'fine.py', findings: [] }
  ]);
});

test.each([
  ['not-json.ipynb', 'This file is not a notebook: it is not JSON.'],
  ['no-notebook.ipynb', 'This file is not a notebook.'],
  ['future.ipynb', 'This file is not a notebook of nbformat 3 or 4.'],
  ['no-cells.ipynb', 'This notebook has no list of cells.'],
  ['binary.ipynb', 'This file is not a notebook: it is not JSON.'],
  ['absent.ipynb', 'There is no such file.']
])(
  '%s gives one line in its place, the others are still checked',
  (file, error) => {
    const { code, out } = check('--format', 'json', file, 'flip.ipynb');
    expect(code).toBe(2);
    expect(JSON.parse(out).reports).toMatchObject([
      { notebook: file, error },
      { notebook: 'flip.ipynb', findings: [{ rule: 'missing-symbol' }] }
    ]);
  }
);

test.each([
  ['old.ipynb', 1, 1],
  ['other.ipynb', 0, 0],
  ['odd-cells.ipynb', 0, 0],
  ['broken-cell.ipynb', 1, 1],
  ['fine.py', 0, 0]
])('%s: %i findings, exit code %i', (file, findings, exit) => {
  const { code, out, err } = check('--format', 'json', file);
  expect(err).toBe('');
  expect(JSON.parse(out).reports[0].findings).toHaveLength(findings);
  expect(code).toBe(exit);
});

test('text for people', () => {
  const { out } = check('flip.ipynb');
  expect(out).toContain(
    'flip.ipynb: cell 2, line 2: error: `RandomFlip` is not in `tensorflow.keras.layers` of TensorFlow 2.4.4.'
  );
});

test('a folder gives its notebooks and .py files', () => {
  const { out } = check('--format', 'json', '.');
  const names = JSON.parse(out).reports.map(
    (each: { notebook: string }) => each.notebook
  );
  expect(names).toContain('flip.ipynb');
  expect(names).toContain('fine.py');
  expect(names).not.toContain('env.json');
});

test.each([
  [['check', '--env', 'bad-env.json', 'fine.py'], /schema/],
  [['check', '--env', 'no-env.json', 'fine.py'], /JSON/],
  [['check', '--env', 'absent.json', 'fine.py'], /cannot be read/],
  [['check', '--python', 'no-such-python', 'fine.py'], /no such program/],
  [
    [
      'check',
      '--with',
      'tensorflow==2.4.9',
      '--python-version',
      '3.11',
      'fine.py'
    ],
    /never existed/
  ],
  [
    ['check', '--with', 'tensorflow', '--python-version', '3.11', 'fine.py'],
    /NAME==VALUE/
  ],
  [['check', '--with', 'tensorflow==2.4.4', 'fine.py'], /--python-version/],
  [
    ['check', '--python', 'python3', '--python-version', '3.11', 'fine.py'],
    /one of/
  ],
  [['check'], /at least one/],
  [['chekc', 'fine.py'], /no command/],
  [['check', '--colour', 'fine.py'], /--colour/],
  [['check', '--format', 'xml', 'fine.py'], /no format/]
])('%j: exit code 2 and one clear line', (args, message) => {
  const { code, out, err } = kerasDoctor(args, { cwd: folder });
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(message);
  expect(err.trim().split('\n')).toHaveLength(1);
});

test('what probe prints is what --env reads', () => {
  const probed = kerasDoctor(['probe'], { cwd: folder });
  expect(probed.code).toBe(0);
  const environment = JSON.parse(probed.out);
  expect(environment).toMatchObject({ schema: 1, loaded: {} });
  const again = folderWith({ 'env.json': probed.out, 'fine.py': 'x = 1\n' });
  const { code, out } = kerasDoctor(
    ['check', '--env', 'env.json', '--format', 'json', 'fine.py'],
    { cwd: again }
  );
  expect(code).toBe(0);
  expect(JSON.parse(out).reports[0].environment).toEqual(environment);
});

test('a Python alone has nothing installed', () => {
  const { out } = kerasDoctor(
    ['check', '--python-version', '3.12', 'flip.ipynb'],
    { cwd: folder }
  );
  expect(out).toMatch(/TensorFlow is not installed/);
  expect(out).toMatch(/%pip install "tensorflow==2\.(1[6-9]|2\d)/);
});

test('releases that nobody has installed: TensorFlow brings the Keras it was measured with', () => {
  const { out } = kerasDoctor(
    [
      'check',
      '--with',
      'tensorflow==2.6.5',
      '--python-version',
      '3.8',
      '--format',
      'json',
      'flip.ipynb'
    ],
    { cwd: folder }
  );
  const [report] = JSON.parse(out).reports;
  expect(report.environment.installed.keras.version).toBe('2.6.0');
  expect(report.findings).toEqual([]);
});

test('a file beside the notebook that hides the package leaves nothing certain', () => {
  const hiding = folderWith({
    'tensorflow.py': '',
    'use.py': 'import tensorflow as tf\ntf.anything\n'
  });
  const { out } = kerasDoctor([
    'check',
    '--format',
    'json',
    join(hiding, 'use.py')
  ]);
  const [report] = JSON.parse(out).reports;
  expect(report.findings).toEqual([]);
  expect(report.unknown).toBeGreaterThan(0);
});

test.each([
  [
    'nbformat 4',
    4,
    { source: 'import tensorflow as tf\ntf.__version__\ntf.Session()' }
  ],
  [
    'nbformat 3',
    3,
    { input: ['import tensorflow as tf\n', 'tf.__version__\n', 'tf.Session()'] }
  ]
])(
  'what a notebook was written for, by the outputs of %s',
  (_, format, code) => {
    const cells = [
      {
        cell_type: 'code',
        metadata: {},
        execution_count: 1,
        ...code,
        outputs: [
          { output_type: 'stream', name: 'stderr', text: ['a\n', 'b'] },
          {
            output_type: 'execute_result',
            ...(format === 3
              ? { text: ["'1.15.0'"] }
              : { data: { 'text/plain': ["'1.15.0'"] } })
          }
        ]
      }
    ];
    const folder = folderWith({
      'env.json': JSON.stringify(onLinux('tf2.15')),
      'a.ipynb': JSON.stringify({
        nbformat: format,
        nbformat_minor: 0,
        metadata: { language_info: { version: '3.7.3' } },
        cells,
        worksheets: [{ cells }]
      })
    });
    const run = (...args: readonly string[]) =>
      kerasDoctor(['check', ...args, '--env', 'env.json', 'a.ipynb'], {
        cwd: folder
      }).out;
    expect(JSON.parse(run('--format', 'json')).reports[0].writtenFor).toEqual({
      from: '1.15',
      to: '1.15',
      series: ['1.15'],
      title: 'Written for TensorFlow 1.15',
      evidence: ['cell 1 printed TensorFlow 1.15.0']
    });
    expect(run()).toContain(
      '\nWritten for TensorFlow 1.15: cell 1 printed TensorFlow 1.15.0.\n'
    );
  }
);
