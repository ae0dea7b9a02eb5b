/**
 * Damaged notebooks by the ten thousand: `node bench/fuzz.mjs SEEDS [CELLS] [SEED]`, SEEDS a JSON file with a list of cells.
 * Prints what went wrong, each kind once with its smallest notebook, and the slowest cells in
 * milliseconds of the processor. Exits 1 where anything went wrong
 * or a cell took longer than is allowed.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundled, root } from '../scripts/bundled.mjs';

const [, , seedsPath, cells = '100000', seed = '1'] = process.argv;
/** Nesting and lines as deep and as long as this. */
const MOST = 2000;
/** What a cell may take, in milliseconds; more where the parser alone takes so much. */
const ALLOWED = 50;
const MULTIPLE = 4;
const PART = 500;

/** Milliseconds that this process has worked: other processes do not count. */
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const { campaign, ENVIRONMENTS, readAtlas } = await bundled(`
  export { campaign } from './tests/unit/fuzz/campaign';
  export { ENVIRONMENTS } from './tests/unit/fuzz/environments';
  export { readAtlas } from './src/engine/atlas/atlas';`);
const read = async path => JSON.parse(await readFile(path, 'utf8'));
const atlas = readAtlas(await read(join(root, 'atlas/data/atlas.json')));
const seeds = await read(seedsPath);

const kinds = new Map();
let slowest = [];
const sums = { cells: 0, findings: 0, fixed: 0 };
const began = performance.now();
for (let part = 0; sums.cells < Number(cells); part++) {
  const outcome = campaign({
    atlas,
    environments: ENVIRONMENTS,
    seeds,
    cells: Math.min(PART, Number(cells) - sums.cells),
    seed: Number(seed) * 1_000_003 + part,
    most: MOST,
    now: cpu,
    suspicious: Math.max(ALLOWED, slowest[9]?.time ?? 0)
  });
  for (const key of Object.keys(sums)) {
    sums[key] += outcome[key];
  }
  slowest = [...slowest, ...outcome.slowest]
    .sort((a, b) => b.time - a.time)
    .slice(0, 10);
  for (const wrong of outcome.wrong) {
    for (const fault of wrong.faults) {
      const kind = fault.replace(/\d+/g, 'N').slice(0, 60);
      const size = each => each.cells.join('').length;
      const known = kinds.get(kind);
      if (!known) {
        process.stderr.write(`\n${fault}\n${JSON.stringify(wrong)}\n`);
      }
      const smaller = !known || size(wrong) < size(known);
      kinds.set(kind, {
        ...(smaller ? { ...wrong, fault } : known),
        times: (known?.times ?? 0) + 1
      });
    }
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  process.stderr.write(
    `\r${sums.cells} cells, ${kinds.size} kinds of faults, slowest ${(slowest[0]?.time ?? 0).toFixed(0)} ms, ${seconds} s `
  );
}
process.stderr.write('\n');

console.log(
  `${sums.cells} cells in ${Object.keys(ENVIRONMENTS).length} environments: ${sums.findings} findings, ` +
    `${sums.fixed} notebooks with safe fixes, ${kinds.size} kinds of faults`
);
for (const { fault, times, environment, cells: texts } of kinds.values()) {
  console.log(`\nFAULT ${times}x in ${environment}: ${fault}`);
  texts.forEach(text => console.log(JSON.stringify(text)));
}
const late = slowest.filter(
  ({ time, parse }) => time > ALLOWED && time > MULTIPLE * parse
);
console.log(
  `\nThe slowest cells; ${late.length} take more than ${ALLOWED} ms and ${MULTIPLE} times what parsing them takes:`
);
for (const { time, parse, environment, source } of slowest) {
  const text = JSON.stringify(source);
  console.log(
    `${time.toFixed(1)} ms, ${(time / parse).toFixed(1)} × parse, ${environment}, ${source.length} characters: ${text.length > 700 ? `${text.slice(0, 700)}…` : text}`
  );
}
process.exitCode = kinds.size > 0 || late.length > 0 ? 1 : 0;
