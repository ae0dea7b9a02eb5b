/** What the engine says is what the interpreter does: statement by statement, environment by environment. */

import { check } from '../../../src/engine/check';
import { typeOf } from '../../../src/engine/resolver/exceptions';
import { shippedAtlas } from '../atlas';
import { answer } from './answer';
import { cellOf, environmentOf, truth } from './truth';

const JUDGED = ['import', 'attribute', 'member', 'keyword'];

const judged = truth.statements.filter(({ kind }) => JUDGED.includes(kind));

function expected(value: true | string): string {
  return value === true ? 'runs' : typeOf(value);
}

/** The lines that are marked as errors. */
function marked(code: string, id: string): readonly number[] {
  const { findings } = check({
    notebook: 'test.ipynb',
    cells: [cellOf(code)],
    environment: environmentOf(id),
    atlas: shippedAtlas()
  });
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ statementLine }) => statementLine);
}

describe.each(Object.keys(truth.environments))('%s', id => {
  test.each(judged.map(statement => [statement.code, statement] as const))(
    '%s',
    (code, statement) => {
      expect(answer(code, id)).toBe(expected(statement.truth[id]));
    }
  );

  test('marks the statements that raise, and no other', () => {
    const code = judged.map(statement => statement.code);
    const told = code.filter(each => marked(each, id).length > 0);
    const raising = judged.filter(({ truth: said }) => said[id] !== true);
    expect(told).toEqual(raising.map(each => each.code));
  });
});
