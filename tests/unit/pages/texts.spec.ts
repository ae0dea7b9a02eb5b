/** Every page that a rule or another page leads to ships with the extension. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { RULES } from '../../../src/engine/rules';
import { linkedPage, pageSource, rulePage } from '../../../src/pages/texts';

const root = join(__dirname, '../../..');

/** As `scripts/assemble.mjs` has made it. */
const shipped = pageSource(() =>
  Promise.resolve({
    default: JSON.parse(readFileSync(join(root, 'lib/pages.json'), 'utf8'))
  })
);

it('each rule has its page', async () => {
  const texts = await shipped();
  expect(RULES.filter(({ id }) => !texts.has(rulePage(id)))).toEqual([]);
  expect(texts.get('rules/missing-symbol')).toMatch(/^# missing-symbol\n/);
});

it('each link of a page to another leads to one', async () => {
  const texts = await shipped();
  const links = [...texts].flatMap(([name, text]) =>
    [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => [name, link])
  );
  expect(links.length).toBeGreaterThan(RULES.length / 2);
  expect(
    links.filter(([name, link]) => {
      const page = linkedPage(link, name);
      return page === null ? !/^https:/.test(link) : !texts.has(page);
    })
  ).toEqual([]);
});

it.each([
  ['../silencing.md', 'rules/a', 'silencing'],
  ['b.md', 'rules/a', 'rules/b'],
  ['./b.md#options', 'rules/a', 'rules/b'],
  ['rules/b.md', 'silencing', 'rules/b'],
  ['https://keras.io/a.md', 'rules/a', null],
  ['//host/a.md', 'rules/a', null],
  ['javascript:alert(1).md', 'rules/a', null],
  ['#options', 'rules/a', null],
  ['', 'rules/a', null]
])('%s on %s', (link, from, page) => {
  expect(linkedPage(link, from)).toBe(page);
});

it.each([[null], ['text'], [7]])('%j is no file of pages', async json => {
  await expect(
    pageSource(() => Promise.resolve({ default: json }))()
  ).rejects.toThrow('cannot be read');
});
