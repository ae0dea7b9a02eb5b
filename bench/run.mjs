/**
 * How fast the engine is, as ratios to parsing the same notebook with
 * @lezer/python, which any tool of this kind has to do. Ratios compare across
 * machines; times do not.
 */
import { mkdtemp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));
const outdir = await mkdtemp(join(tmpdir(), 'keras-doctor-bench-'));
await build({
  absWorkingDir: root,
  stdin: {
    contents: `
      export { check } from './src/engine/check';
      export { analyze } from './src/engine/source/analyze';
      export { readAtlas } from './src/engine/atlas/atlas';
      export { parser } from '@lezer/python';`,
    resolveDir: root,
    loader: 'ts'
  },
  outfile: join(outdir, 'engine.cjs'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'warning'
});
const require = createRequire(import.meta.url);
const { check, analyze, readAtlas, parser } = require(
  join(outdir, 'engine.cjs')
);

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
for (const [what, time] of Object.entries(rows)) {
  const ratio = (time / parse).toFixed(1).padStart(7);
  console.log(`${what.padEnd(30)}${ratio} × parse ${time.toFixed(1)} ms`);
}
