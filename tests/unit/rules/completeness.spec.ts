/** A rule is a file, a line in the index, a table of cases and a page; this names what is forgotten. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../../src/engine/rules';

const root = join(__dirname, '../../..');
const HEADINGS = [
  '## What it finds',
  '## Why it happens',
  '## Wrong',
  '## Right',
  '## Options'
];

/** Files of the rules folder that are no rules. */
const SHARED = [
  'arguments',
  'index',
  'moved',
  'places',
  'renames',
  'rewrites',
  'rule',
  'settings',
  'taken',
  'wording'
];

test('every rule file is in the index, and the index holds nothing else', () => {
  const files = readdirSync(join(root, 'src/engine/rules'))
    .map(file => file.replace(/\.ts$/, ''))
    .filter(name => !SHARED.includes(name));
  expect(RULES.map(rule => rule.id).sort()).toEqual(files.sort());
});

test('every page belongs to a rule', () => {
  const pages = readdirSync(join(root, 'docs/rules'))
    .filter(file => file.endsWith('.md'))
    .map(file => file.replace(/\.md$/, ''));
  expect(pages.sort()).toEqual(RULES.map(rule => rule.id).sort());
});

describe.each(RULES.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  test('has a page with every heading and its severity', () => {
    const page = readFileSync(join(root, `docs/rules/${id}.md`), 'utf8');
    expect(page).toContain(`# ${id}\n`);
    expect(page).toContain(`Severity: ${rule.severity}.`);
    expect(HEADINGS.filter(heading => !page.includes(heading))).toEqual([]);
  });

  test('has a setting', () => {
    const schema: unknown = JSON.parse(
      readFileSync(join(root, 'schema/plugin.json'), 'utf8')
    );
    expect(schema).toHaveProperty(['properties', 'rules', 'properties', id]);
  });

  test('has a table of cases', () => {
    expect(existsSync(join(root, `tests/unit/rules/${id}.spec.ts`))).toBe(true);
  });
});
