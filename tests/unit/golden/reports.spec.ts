/**
 * Whole notebooks, as people write them, and everything that is said of them: tests/golden/reports.
 * `UPDATE=1 npx jest tests/unit/golden` writes the reports anew; their diff is what is reviewed.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../../src/engine/check';
import { readNotebook } from '../../../src/cli/notebook';
import { shippedAtlas } from '../atlas';
import { CASES } from './cases';
import { rendered } from './rendering';
import { whole } from './whole';

const FOLDER = join(__dirname, '../../golden');
const path = (notebook: string) =>
  join(FOLDER, 'notebooks', `${notebook}.ipynb`);

async function reportOf(notebook: string, id: string): Promise<string> {
  const { cells, saved } = await readNotebook(path(notebook));
  const environment = whole(id);
  const atlas = shippedAtlas();
  const report = check({ notebook, cells, saved, environment, atlas });
  return rendered(report, cells);
}

const cases = Object.entries(CASES).flatMap(([notebook, ids]) =>
  ids.map(id => ({ notebook, id, file: `${notebook}.${id}.txt` }))
);

jest.setTimeout(60_000);

test.each(cases)('$file', async ({ notebook, id, file }) => {
  const report = await reportOf(notebook, id);
  const place = join(FOLDER, 'reports', file);
  if (process.env['UPDATE'] === '1') {
    writeFileSync(place, report);
  }
  expect(report).toBe(readFileSync(place, 'utf8'));
});

test('each notebook has its cases, and each report its case', () => {
  const notebooks = readdirSync(join(FOLDER, 'notebooks')).sort();
  expect(notebooks).toEqual(
    Object.keys(CASES)
      .map(name => `${name}.ipynb`)
      .sort()
  );
  const reports = readdirSync(join(FOLDER, 'reports')).sort();
  expect(reports).toEqual(cases.map(({ file }) => file).sort());
});
