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

/** Statements of one notebook, a cell each, that are marked as errors. */
function marked(code: readonly string[], id: string): readonly string[] {
  const { findings } = check({
    notebook: 'test.ipynb',
    cells: code.map((each, index) => ({ ...cellOf(each), index })),
    environment: environmentOf(id),
    atlas: shippedAtlas()
  });
  const cells = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ cell }) => cell);
  return code.filter((_, index) => cells.includes(index));
}

describe.each(Object.keys(truth.environments))('%s', id => {
  test.each(judged.map(statement => [statement.code, statement] as const))(
    '%s',
    (code, statement) => {
      expect(answer(code, id)).toBe(expected(statement.truth[id]));
    }
  );

  test('marks the calls and members that raise, and no other', () => {
    const own = judged.filter(({ kind }) =>
      ['member', 'keyword'].includes(kind)
    );
    const raising = own.filter(statement => statement.truth[id] !== true);
    expect(
      marked(
        own.map(({ code }) => code),
        id
      )
    ).toEqual(raising.map(({ code }) => code));
  });
});
