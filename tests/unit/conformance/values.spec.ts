/** Refused values: what the engine says through public names is what was tried, release by release. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typeOf } from '../../../src/engine/resolver/exceptions';
import { answer } from './answer';
import { truth } from './truth';

interface Group {
  readonly of: readonly string[];
  readonly told: Readonly<Record<string, readonly string[]>>;
}

interface Answers {
  readonly packages: Readonly<
    Record<
      string,
      { readonly probes: Readonly<Record<string, readonly Group[]>> }
    >
  >;
}

test.each(
  truth.statements
    .filter(({ kind }) => kind === 'value')
    .flatMap(statement =>
      Object.entries(statement.truth).map(
        ([id, told]) => [statement.code, id, told] as const
      )
    )
)('%s in %s', (code, id, told) => {
  expect(answer(code, id)).toBe(told === true ? 'runs' : typeOf(told));
});

const ENDINGS = ['.keras', '.weights.h5', '.h5', '.hdf5', 'other'];
const fileOf = (label: string): string =>
  `'best${label === 'other' ? '' : label}'`;

/** Of some probes every class of calls as it is labelled, and a call of it. */
const CALLS: readonly (readonly [
  probe: string,
  name: string,
  calls: readonly (readonly [label: string, code: string])[]
])[] = [
  [
    'checkpoint-file',
    'callbacks.ModelCheckpoint',
    ENDINGS.flatMap(end => [
      [`${end} & True`, `X(${fileOf(end)}, save_weights_only=True)`],
      [`${end} & False`, `X(${fileOf(end)}, 'loss', 0, True, False)`],
      [`${end} & no save_weights_only`, `X(filepath=${fileOf(end)})`]
    ])
  ],
  [
    'saved-model',
    'models.Sequential',
    ENDINGS.map(end => [
      `${end} & no save_format & no zipped & no signatures`,
      `model = X(); model.save(${fileOf(end)})`
    ])
  ],
  [
    'loaded-model',
    'models.load_model',
    ENDINGS.map(end => [end, `X(${fileOf(end)}, compile=False)`])
  ],
  [
    'activation',
    'layers.LSTM',
    ['relu', 'mish', 'gelu', 'LeakyReLU'].map(name => [
      name,
      `X(3, activation='${name}')`
    ])
  ],
  [
    'reduction',
    'losses.MeanSquaredError',
    ['auto', 'sum'].map(name => [name, `X(reduction='${name}')`])
  ]
];

/** What was tried in an environment; null where nothing was. */
function answersOf(id: string): Answers | null {
  const path = join(__dirname, `../../../atlas/data/values/${id}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

const recorded = Object.keys(truth.environments).flatMap(id =>
  Object.entries(answersOf(id)?.packages ?? {}).flatMap(([root, { probes }]) =>
    CALLS.flatMap(([probe, name, calls]) => {
      const [module, last] = name.split('.');
      const asked = probe === 'saved-model' ? 'models.Model.save' : name;
      const told = probes[probe]?.find(({ of }) => of.includes(asked))?.told;
      return calls.map(([label, code]): [string, string, string] => [
        id,
        `from ${root}.${module} import ${last} as X; ${code}`,
        Object.entries(told ?? {}).find(([, labels]) =>
          labels.includes(label)
        )?.[0] ?? ''
      ]);
    })
  )
);

test('something was tried in nearly all of them', () => {
  expect(new Set(recorded.map(([id]) => id)).size).toBeGreaterThan(25);
});

test.each(recorded)('%s: %s', (id, code, told) => {
  const expected = told === '' || told === '?' ? 'runs' : typeOf(told);
  expect(answer(code, id)).toBe(expected);
});
