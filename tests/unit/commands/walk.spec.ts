/** Next and previous finding: in the order of the notebook, around its end, from wherever the cursor is. */

import type { Range } from '../../../src/engine/types';
import { CommandIDs, type Place } from '../../../src/tokens';
import { diagnosis, finding, judged } from '../panel/shown';
import { scene } from './scene';

const ORDER = ['c1', 'c2', 'c3', 'c4'];

function range(line: number, column: number, endColumn = column): Range {
  return { line, column, endLine: line, endColumn };
}

function found(symbol: string, cellId: string, at: Range, severity = 'error') {
  return finding({
    symbol,
    cellId,
    ...at,
    message: `\`${symbol}\` is not there.`,
    severity: severity === 'info' ? 'info' : 'error'
  });
}

/** As the engine may give them: not in the order of the notebook, since cells move. */
const FINDINGS = [
  found('d', 'c4', range(1, 1, 5)),
  found('b2', 'c2', range(3, 4, 9), 'info'),
  found('a', 'c2', range(1, 1, 3)),
  found('c', 'c2', range(3, 12, 14)),
  found('b', 'c2', range(3, 4, 9))
];

function walking(place?: Place, findings = FINDINGS) {
  const made = scene(
    diagnosis(judged({ findings }), {
      label: id =>
        ORDER.includes(id)
          ? { position: ORDER.indexOf(id) + 1, count: null }
          : null
    })
  );
  made.place({ active: place });
  return made;
}

async function where(
  { commands, noted }: ReturnType<typeof scene>,
  id: string
): Promise<string> {
  await commands.execute(id);
  const told = noted.find(([name]) => name === 'announce');
  return String(told?.[1]).replace(/.*: (\w+) is not there\.$/, '$1');
}

it.each<[string, Place | undefined, string, string]>([
  ['no cell', undefined, 'a', 'd'],
  ['a cell before all', { cellId: 'c1', range: range(1, 1) }, 'a', 'd'],
  ['a cell without an editor', { cellId: 'c2', range: null }, 'a', 'd'],
  ['right before a name', { cellId: 'c2', range: range(1, 1) }, 'a', 'd'],
  ['in a name', { cellId: 'c2', range: range(1, 2) }, 'b', 'a'],
  [
    'a name that is selected',
    { cellId: 'c2', range: range(1, 1, 3) },
    'b',
    'd'
  ],
  ['between two lines', { cellId: 'c2', range: range(2, 1) }, 'b', 'a'],
  [
    'two findings of one name',
    { cellId: 'c2', range: range(3, 4, 9) },
    'c',
    'a'
  ],
  ['between two on a line', { cellId: 'c2', range: range(3, 10) }, 'c', 'b'],
  ['a cell between', { cellId: 'c3', range: range(1, 1) }, 'd', 'c'],
  ['the last', { cellId: 'c4', range: range(1, 1, 5) }, 'a', 'c'],
  ['after all', { cellId: 'c4', range: range(2, 1) }, 'a', 'd']
])('from %s', async (_, place, next, previous) => {
  expect(await where(walking(place), CommandIDs.next)).toBe(next);
  expect(await where(walking(place), CommandIDs.previous)).toBe(previous);
});

it('selects the name in its cell, and says which it is', async () => {
  const { commands, noted } = walking();
  expect(await commands.execute(CommandIDs.next)).toBe(true);
  expect(noted).toEqual([
    ['reveal', { cellId: 'c2', range: range(1, 1, 3) }],
    ['askFinding', 'a', false],
    ['announce', '1 of 4, error. Cell 2, line 1: a is not there.']
  ]);
});

it('goes round a single finding', async () => {
  const [only] = FINDINGS;
  const place = { cellId: 'c4', range: range(1, 1, 5) };
  expect(await where(walking(place, [only]), CommandIDs.next)).toBe('d');
  expect(await where(walking(place, [only]), CommandIDs.previous)).toBe('d');
});

it('passes over findings of cells that are gone', async () => {
  const gone = found('gone', 'c9', range(1, 1, 5));
  const { commands, noted } = walking(undefined, [gone]);
  expect(await commands.execute(CommandIDs.next)).toBe(false);
  expect(noted).toEqual([]);
});
