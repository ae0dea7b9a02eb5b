/** Members and keywords as resolver queries, against the interpreter's answers. */

import type { Answer } from '../../../src/engine/resolver/answer';
import { typeOf } from '../../../src/engine/resolver/exceptions';
import { keywordOf, memberOf } from '../../../src/engine/resolver/questions';
import { worldOf } from '../../../src/engine/resolver/world';
import { shippedAtlas } from '../atlas';
import { answer } from './answer';
import { environmentOf, truth, type Statement } from './truth';

const asked = Object.keys(truth.environments);

interface Call {
  readonly symbol: string;
  readonly keywords: readonly string[];
  readonly member: string | null;
}

/** `from M import N; N(…, keyword=…)`, `from M import N; N().member`. */
function callOf({ code }: Statement): Call {
  const parts =
    /^from (\S+) import (\w+); (\w+)([\w.]*)\((.*)\)(?:\.(\w+))?$/.exec(code);
  if (parts === null || parts[2] !== parts[3]) {
    throw new Error(`cannot read ${code}`);
  }
  const [, module, name, , rest, call, member = null] = parts;
  return {
    symbol: `${module}.${name}${rest}`,
    keywords: [...(call ?? '').matchAll(/(\w+)=/g)].map(
      match => match[1] ?? ''
    ),
    member
  };
}

/** `runs`, the type of the exception, or `unknown`. */
function said(statement: Statement, id: string): string {
  const environment = environmentOf(id);
  const world = worldOf(environment, shippedAtlas());
  const { symbol, keywords, member } = callOf(statement);
  const usages = answer(statement.code, id);
  if (usages !== 'runs') {
    return usages;
  }
  const answers: readonly Answer[] =
    member === null
      ? keywords.map(keyword =>
          keywordOf({ symbol, keyword }, world, environment)
        )
      : [memberOf({ symbol, member, on: 'instance' }, world, environment)];
  const missing = answers.flatMap(answer =>
    answer.status === 'missing' ? [answer.exception] : []
  );
  return (
    missing[0] ??
    (answers.some(({ status }) => status === 'unknown') ? 'unknown' : 'runs')
  );
}

const questions = truth.statements.filter(
  ({ kind }) => kind === 'member' || kind === 'keyword'
);

describe.each(asked)('%s', id => {
  test.each(questions.map(statement => [statement.code, statement] as const))(
    '%s',
    (_, statement) => {
      const told = statement.truth[id];
      const type = told === true ? 'runs' : typeOf(told);
      expect(said(statement, id)).toBe(type);
    }
  );
});
