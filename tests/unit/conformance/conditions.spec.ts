/** Conditions on releases against what CPython answers in the releases themselves. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { resolve } from '../../../src/engine/resolver/resolve';
import { worldOf } from '../../../src/engine/resolver/world';
import { analyze } from '../../../src/engine/source/analyze';
import { shippedAtlas } from '../atlas';
import { cellOf, environmentOf } from './truth';

interface Asked {
  readonly preamble: readonly string[];
  readonly imports: readonly string[];
  readonly environments: readonly string[];
  /** Each with the answers of the environments: true, false, or the exception that it raises. */
  readonly conditions: readonly (readonly [
    string,
    readonly (boolean | string)[]
  ])[];
}

const asked: Asked = JSON.parse(
  readFileSync(join(__dirname, '../../truth/conditions.json'), 'utf8')
);

/** Of all conditions, those that the engine must be able to answer. */
const ANSWERED = 0.9;

/** True or false where only that branch is reached, null where any may be. */
function answers(id: string): readonly (boolean | null)[] {
  const environment = environmentOf(id);
  const world = worldOf(environment, shippedAtlas());
  return asked.conditions.map(([condition]) => {
    const analysis = analyze([
      cellOf(
        [
          ...asked.preamble,
          ...asked.imports,
          `if ${condition}:\n    tf.yes\nelse:\n    tf.no`
        ].join('\n')
      )
    ]);
    const verdicts = resolve(analysis, world, environment);
    const reached = (name: string): boolean =>
      analysis.usages.some(
        usage =>
          usage.kind === 'attribute' &&
          usage.path[0]?.name === name &&
          verdicts[usage.id]?.status !== 'unreached'
      );
    return reached('yes') === reached('no') ? null : reached('yes');
  });
}

const all = asked.environments.map((id, at) => ({
  id,
  rows: answers(id).map((answer, index) => {
    const [condition, truths] = asked.conditions[index];
    return { condition, answer, truth: truths[at] };
  })
}));

/** The module that a condition needs is not installed, which the list of environments does not tell. */
const isAbsent = (truth: boolean | string): boolean => truth === 'NameError';

test.each(all)('$id takes the branch that CPython takes', ({ rows }) => {
  const wrong = rows.filter(
    ({ answer, truth }) =>
      answer !== null && answer !== truth && !isAbsent(truth)
  );
  expect(wrong).toEqual([]);
});

test('most conditions have an answer', () => {
  const decided = all.flatMap(({ rows }) =>
    rows.filter(({ truth }) => typeof truth === 'boolean')
  );
  const answered = decided.filter(({ answer }) => answer !== null);
  expect(answered.length / decided.length).toBeGreaterThan(ANSWERED);
});
