/** No text of a report escapes the translator. */

import type { Report } from '../../../src/engine/types';
import { CASES } from '../golden/cases';
import { Outside } from './pseudo';
import { whole } from '../golden/whole';
import { judgedIn } from './reports';

/** Names of a report's texts that people read as sentences; all other texts are names, versions, code. */
const PROSE = ['message', 'title', 'reason', 'note', 'label'];
const PROSES = ['unknownBecause', 'warnings', 'mends', 'evidence'];

/** Every text of prose, with the path that leads there. */
function proseIn(value: unknown, path = ''): (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) => {
    const at = `${path}.${key}`;
    if (typeof each === 'string') {
      return PROSE.includes(key) ? [[at, each] as const] : [];
    }
    if (PROSES.includes(key) && Array.isArray(each)) {
      return each.map(text => [at, String(text)] as const);
    }
    return proseIn(each, at);
  });
}

function outside(report: Report): string[] {
  const prose = proseIn({ ...report, environment: null });
  return prose.flatMap(([at, text]) =>
    new Outside().of(text).map(part => `${at}: ${part} IN ${text}`)
  );
}

jest.setTimeout(120_000);

const cases = Object.entries(CASES).flatMap(([notebook, ids]) =>
  ids.map(id => ({ notebook, id }))
);

test.each(cases)('$notebook in $id', async ({ notebook, id }) => {
  const { report } = await judgedIn(notebook, whole(id));
  expect(outside(report)).toEqual([]);
});
