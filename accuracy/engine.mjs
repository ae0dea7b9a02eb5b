/**
 * What the engine says of whole notebooks: `node accuracy/engine.mjs ENVIRONMENT NOTEBOOKS ANSWERS`, paths of JSON files.
 * NOTEBOOKS is a list of notebooks, each a list of [index, source]; an answer has the findings of `check` and the places
 * of the usages that it could not judge, `[cell, first line, last line]`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundled, root } from '../scripts/bundled.mjs';

const [, , environmentPath, notebooksPath, answersPath] = process.argv;

const { analyze, check, plain, readAtlas, resolve, saying, worldOf } =
  await bundled(`
  export { check } from './src/engine/check';
  export { analyze } from './src/engine/source/analyze';
  export { readAtlas } from './src/engine/atlas/atlas';
  export { resolve } from './src/engine/resolver/resolve';
  export { plain, saying } from './src/engine/text';
  export { worldOf } from './src/engine/resolver/world';`);
const read = async path => JSON.parse(await readFile(path, 'utf8'));
const environment = await read(environmentPath);
const atlas = readAtlas(await read(join(root, 'atlas/data/atlas.json')));
const world = worldOf(environment, atlas);

/** All spans in a usage, whatever its kind: where its own names stand. */
function spansOf(value) {
  if (value === null || typeof value !== 'object') {
    return [];
  }
  if (typeof value.from === 'number' && typeof value.to === 'number') {
    return [value];
  }
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'place' ? [] : spansOf(each)
  );
}

function lineOf(source, offset) {
  return source.slice(0, offset).split('\n').length;
}

function unknownIn(cells) {
  const { usages } = analyze(cells);
  const verdicts = resolve({ usages, broken: [] }, world, environment);
  return usages.flatMap((usage, number) => {
    const verdict = verdicts[number];
    const spans = spansOf(usage);
    const cell = cells.find(each => each.index === usage.place.cell);
    return verdict?.status === 'unknown' && spans.length > 0
      ? [
          [
            usage.place.cell,
            lineOf(cell.source, Math.min(...spans.map(each => each.from))),
            lineOf(cell.source, Math.max(...spans.map(each => each.to))),
            saying(plain, verdict.why)
          ]
        ]
      : [];
  });
}

function answerTo(sources) {
  const cells = sources.map(([index, source]) => ({
    index,
    id: null,
    kind: 'code',
    source
  }));
  // Remedies are no part of what is compared, and take most of the time.
  const { findings } = check({
    notebook: '',
    cells,
    environment,
    atlas,
    remedies: false
  });
  return {
    findings: findings.map(each => ({
      rule: each.rule,
      severity: each.severity,
      cell: each.cell,
      line: each.line,
      column: each.column,
      endLine: each.endLine,
      endColumn: each.endColumn,
      symbol: each.symbol,
      keyword: each.keyword
    })),
    unknown: unknownIn(cells)
  };
}

const notebooks = await read(notebooksPath);
await writeFile(answersPath, JSON.stringify(notebooks.map(answerTo)));
