/**
 * How fast the engine is, as ratios to parsing the same notebook with
 * @lezer/python, which any tool of this kind has to do. Ratios compare across
 * machines; times do not.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundled, root } from '../scripts/bundled.mjs';

const { check, analyze, readAtlas, Lookup, ModuleState, worldOf, parser } =
  await bundled(`
      export { check } from './src/engine/check';
      export { analyze } from './src/engine/source/analyze';
      export { readAtlas } from './src/engine/atlas/atlas';
      export { Lookup } from './src/engine/resolver/lookup';
      export { ModuleState } from './src/engine/resolver/state';
      export { worldOf } from './src/engine/resolver/world';
      export { parser } from '@lezer/python';`);

const CELL = `import tensorflow as tf
from tensorflow.keras.layers import Dense, RandomFlip
from keras.utils import to_categorical
def model(n):
    layers = [tf.keras.layers.Dense(n), RandomFlip("horizontal")]
    return tf.keras.Sequential(layers)
for epoch in range(10):
    print(epoch, model(epoch).summary(), to_categorical([epoch]))
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
`;

/** A notebook of 1,000 lines. */
const cells = Array.from({ length: 100 }, (_, index) => ({
  index,
  id: `cell-${index}`,
  kind: 'code',
  source: CELL
}));

const environment = {
  schema: 1,
  python: { version: '3.8.18' },
  installed: {
    tensorflow: { version: '2.4.4', distribution: 'tensorflow' },
    keras: null,
    tf_keras: null
  },
  loaded: {},
  variables: {},
  unreadable: []
};

const text = await readFile(join(root, 'atlas/data/atlas.json'), 'utf8');
const atlas = readAtlas(JSON.parse(text));

/** The fastest of several runs, in milliseconds. */
function best(work) {
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const parse = best(() => cells.forEach(cell => parser.parse(cell.source)));
const rows = {
  'parse only': parse,
  'usages of 1,000 lines': best(() => analyze(cells)),
  'whole report of 1,000 lines': best(() =>
    check({ notebook: 'bench.ipynb', cells, environment, atlas })
  ),
  'read the atlas': best(() => readAtlas(JSON.parse(text)))
};

/** The search alone, for a notebook of some 500 usages: at first, and after a change of one cell. */
function searched() {
  const fresh = readAtlas(JSON.parse(text));
  let some = cells.slice(0, 1);
  while (analyze(some).usages.length < 500) {
    some = cells.slice(0, some.length + 1);
  }
  const again = { ...environment };
  const time = remedies => {
    const start = performance.now();
    check({
      notebook: 'bench.ipynb',
      cells: [...some, { ...some[0], index: some.length }],
      environment: again,
      atlas: fresh,
      remedies
    });
    return performance.now() - start;
  };
  const first = time(true);
  const differences = Array.from(
    { length: 15 },
    () => time(true) - time(false)
  );
  return [first - time(false), differences.sort((a, b) => a - b)[7]];
}
const [searchedFirst, searchedAgain] = searched();
rows['search of 500 usages, first'] = searchedFirst;
rows['search of 500 usages, again'] = searchedAgain;

/** Every attribute of every module of the installed packages, asked of a fresh atlas. */
function lookUpAll() {
  const fresh = readAtlas(JSON.parse(text));
  const world = worldOf(lookedAt, fresh);
  const lookup = new Lookup(world, lookedAt, new ModuleState());
  const { table } = world.tensorflow;
  const asked = fresh.modulePaths
    .filter(path => path.startsWith('tensorflow._api.'))
    .flatMap(path =>
      [...table.names(path).keys(), 'Nothing'].map(name => [path, name])
    );
  const once = () => {
    for (const [path, name] of asked) {
      const shown = path;
      lookup.member({ kind: 'module', path, shown }, name, 'attribute', true);
    }
  };
  const start = performance.now();
  once();
  const first = performance.now() - start;
  return { count: asked.length, first, again: best(once) };
}
const lookedAt = {
  ...environment,
  installed: {
    ...environment.installed,
    tensorflow: { version: '2.15.1', distribution: 'tensorflow' },
    keras: { version: '2.15.0', distribution: 'keras' }
  }
};
const { count, first, again } = lookUpAll();
const packed = gzipSync(text, { level: 9 }).length;

for (const [what, time] of Object.entries(rows)) {
  const ratio = (time / parse).toFixed(1).padStart(7);
  console.log(`${what.padEnd(30)}${ratio} × parse ${time.toFixed(1)} ms`);
}
console.log(
  `the atlas: ${(packed / 1000).toFixed(0)} kB under gzip, ${atlas.measurements.length} environments`
);
for (const [what, time] of [
  ['first', first],
  ['again', again]
]) {
  const each = ((1000 * time) / count).toFixed(2);
  const ratio = (time / count / parse).toExponential(1);
  console.log(
    `one lookup, ${what}: ${each} µs (mean of ${count}), ${ratio} × parse`
  );
}
