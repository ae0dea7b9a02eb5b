/**
 * The engine's own answers: `node engine.mjs ENVIRONMENT QUESTIONS ANSWERS`,
 * all of them JSON. A question is a statement, `{symbol, member, on}` or
 * `{symbol, keyword}`; an answer is `found`, `unknown` or the exception's type.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundled, root } from '../scripts/bundled.mjs';

const [, , environmentPath, questionsPath, answersPath] = process.argv;

const {
  analyze,
  readAtlas,
  resolve,
  worldOf,
  memberOf,
  keywordOf,
  plain,
  saying
} = await bundled(`
    export { analyze } from './src/engine/source/analyze';
    export { readAtlas } from './src/engine/atlas/atlas';
    export { resolve } from './src/engine/resolver/resolve';
    export { plain, saying } from './src/engine/text';
    export { worldOf } from './src/engine/resolver/world';
    export * from './src/engine/resolver/questions';`);
const read = async path => JSON.parse(await readFile(path, 'utf8'));
const environment = await read(environmentPath);
const world = worldOf(
  environment,
  readAtlas(await read(join(root, 'atlas/data/atlas.json')))
);

/** The statement as one cell: what the first failing usage raises. */
function ofStatement(source) {
  const cell = { index: 0, id: null, kind: 'code', source };
  const verdicts = resolve(analyze([cell]), world, environment);
  const missing = verdicts.find(({ status }) => status === 'missing');
  if (missing) {
    return missing.exception;
  }
  const unsure = verdicts.find(({ status }) => status === 'unknown');
  if (unsure) {
    return `unknown: ${saying(plain, unsure.why)}`;
  }
  return verdicts.some(({ status }) => status === 'found')
    ? 'found'
    : 'unknown: nothing in it is judged';
}

function ofAnswer(answer) {
  return answer.status === 'missing'
    ? answer.exception
    : answer.status === 'unknown'
      ? `unknown: ${saying(plain, answer.why)}`
      : 'found';
}

function answerTo(question) {
  if (typeof question === 'string') {
    return ofStatement(question);
  }
  return ofAnswer(
    'keyword' in question
      ? keywordOf(question, world, environment)
      : memberOf(question, world, environment)
  );
}

await writeFile(
  answersPath,
  JSON.stringify((await read(questionsPath)).map(answerTo))
);
