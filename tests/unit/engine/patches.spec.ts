import { Patches } from '../../../src/engine/atlas/patches';
import { readAtlas } from '../../../src/engine/atlas/atlas';
import { check } from '../../../src/engine/check';
import { worldOf } from '../../../src/engine/resolver/world';
import { summarize } from '../../../src/engine/summary';
import { told } from '../../../src/engine/text';
import type { Environment } from '../../../src/engine/types';
import { shippedAtlas, shippedData } from '../atlas';
import { cellsOf } from '../rules/cases';

const patches = new Patches({
  keras: {
    '2.0.1': '2.0.2',
    '2.0.7': '2.0.8',
    '3.2.0': '3.2.1 keras.src.a keras.src.b',
    '3.3.0': '',
    '3.3.2': '3.3.3'
  }
});
const MEASURED = ['3.3.3', '2.0.2', '2.0.8', '2.5.0.dev20210329', '3.2.1'];

test.each<[string, string, string | null]>([
  ['itself', '2.0.8', '2.0.8'],
  ['the one of its group', '2.0.1', '2.0.2'],
  ['the one of its group, and not the nearest', '2.0.7', '2.0.8'],
  ['a group that nobody measured', '3.3.0', null],
  ['a build of its own', '2.0.7+cluster', '2.0.8'],
  ['a private difference', '3.2.0', '3.2.1 keras.src.a keras.src.b'],
  ['a candidate, as what it became', '3.3.2rc1', 'near 3.3.3'],
  ['a candidate of what nobody measured', '3.3.0.dev2024', null],
  ['another nightly', '2.5.0.dev20210401', 'near 2.5.0.dev20210329'],
  ['an older nightly', '2.5.0.dev20210101', 'near 2.5.0.dev20210329'],
  ['a patch newer than the atlas', '2.0.10', 'near 2.0.8'],
  ['a minor release newer than the atlas', '3.4.1', 'near 3.3.3'],
  ['a minor release between two', '2.1.6', null],
  ['older than all', '1.2.2', null],
  ['no version', 'newest', null]
])('who speaks for %s: %s', (_, version, expected) => {
  const found = patches.standIn('keras', version, MEASURED);
  expect(
    found &&
      [found.neighbour ? 'near' : [], found.version, found.apart]
        .flat()
        .join(' ')
  ).toBe(expected);
});

function having(keras: string | null, tensorflow: string): Environment {
  const distribution = 'keras';
  return {
    schema: 1,
    python: { version: tensorflow < '2' ? '3.7.16' : '3.11.7' },
    installed: {
      tensorflow: { version: tensorflow, distribution: 'tensorflow' },
      keras: keras === null ? null : { version: keras, distribution },
      tf_keras: null
    },
    loaded: {},
    variables: {},
    unreadable: []
  };
}

/** What the engine says of a statement: `runs`, `unknown`, or what it raises by the rule that tells. */
function said(environment: Environment, code: string): string {
  const report = check({
    notebook: 'test.ipynb',
    cells: cellsOf(code),
    environment,
    atlas: shippedAtlas()
  });
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  return errors[0]?.rule ?? (report.unknown > 0 ? 'unknown' : 'runs');
}

// As the interpreter says, asked with each of these Kerases beside the last patch of the TensorFlow.
test.each([
  ['2.0.1', '1.13.2', 'from keras import Input', 'missing-symbol'],
  ['2.0.1', '1.13.1', 'from keras.backend import cumsum', 'missing-symbol'],
  [
    '2.0.1',
    '1.13.2',
    'from keras.utils.generic_utils import make_tuple',
    'runs'
  ],
  ['2.0.3', '1.13.2', 'from keras.backend import cumsum', 'runs'],
  [
    '2.0.3',
    '1.13.2',
    'from keras.utils.generic_utils import make_tuple',
    'missing-symbol'
  ],
  ['2.0.7', '1.13.2', 'from keras import Sequential', 'missing-symbol'],
  ['2.0.7', '1.13.2', 'from keras.activations import selu', 'runs'],
  [
    '2.2.1',
    '1.13.2',
    'from keras.activations import exponential',
    'missing-symbol'
  ],
  ['2.2.3', '1.13.2', 'from keras.activations import exponential', 'runs'],
  [
    '3.0.2',
    '2.15.1',
    'from keras.callbacks import SwapEMAWeights',
    'missing-symbol'
  ],
  ['3.0.3', '2.15.1', 'from keras.callbacks import SwapEMAWeights', 'runs'],
  ['3.3.0', '2.16.1', 'import tensorflow.keras', 'broken-pair'],
  ['3.3.1', '2.16.1', 'import tensorflow.keras', 'runs'],
  // Only their private names are known to differ.
  ['3.12.1', '2.20.0', 'from keras.layers import Dense', 'runs'],
  [
    '3.12.1',
    '2.20.0',
    'from keras.src.utils.file_utils import is_path_in_dir',
    'unknown'
  ],
  [
    '3.12.4',
    '2.20.0',
    'from keras.src.utils.file_utils import is_path_in_dir',
    'missing-symbol'
  ]
])('keras %s on TensorFlow %s, %s: %s', (keras, tensorflow, code, expected) => {
  expect(said(having(keras, tensorflow), code)).toBe(expected);
});

test('every release of the index but yanked ones is judged by one with its public names', () => {
  const atlas = shippedAtlas();
  const { patches: listed, published } = shippedData();
  const roots = ['tensorflow', 'keras', 'tf_keras'] as const;
  const seen = roots.flatMap(root =>
    Object.entries(published[root] ?? {}).flatMap(([version, words]) => {
      const measured = atlas.measurements.flatMap(each =>
        each.columns[root] === undefined ? [] : version === each[root]
      );
      const covered =
        root === 'tensorflow'
          ? /^(1\.1[345]|2)\./.test(version)
          : /^[23]\./.test(version);
      return covered && !words.includes('yanked') && !measured.includes(true)
        ? [listed[root]?.[version] ?? `${root} ${version}`]
        : [];
    })
  );
  expect(seen.length).toBeGreaterThan(50);
  expect(seen.filter(by => !/^\d/.test(by))).toEqual([]);
});

test('a patch of a group that nobody measured is unknown', () => {
  const data = shippedData();
  const atlas = readAtlas({
    ...data,
    patches: { ...data.patches, keras: { '3.9.1': '' } }
  });
  const world = worldOf(having('3.9.1', '2.19.1'), atlas);
  expect(world.keras).toMatchObject({
    kind: 'unknown',
    why: told('%1 %2 is not in this atlas', 'keras', '3.9.1')
  });
  expect(
    worldOf(having('3.9.1', '2.19.1'), shippedAtlas()).keras
  ).toMatchObject({ kind: 'known', measured: '3.9.2', neighbour: false });
});

test('who is judged as a neighbour is told so', () => {
  const rows = summarize(having('3.99.0', '2.22.0rc1'), shippedAtlas()).rows;
  expect(rows.map(({ label, note }) => `${label}: ${note}`)).toEqual(
    expect.arrayContaining([
      'TensorFlow: judged as 2.21.0, the nearest in this atlas',
      'keras: judged as 3.15.1, the nearest in this atlas'
    ])
  );
});
