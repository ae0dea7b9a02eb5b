/** Choices outlive the page, and a store that cannot be read changes nothing. */

import { browserStore } from '../../../src/panel/browser-store';
import { Choices, type ChoiceStore } from '../../../src/panel/choices';

function storeOf(fetch: () => Promise<unknown>) {
  const saved: unknown[] = [];
  const store: ChoiceStore = {
    fetch,
    save: value => {
      saved.push(value);
      return Promise.resolve();
    }
  };
  return { store, saved };
}

const settled = () => new Promise(resolve => setTimeout(resolve));

it('are kept, and found again', async () => {
  const { store, saved } = storeOf(() => Promise.resolve(undefined));
  const choices = new Choices(store);
  await settled();
  choices.group('rule');
  choices.toggle('info');
  expect(saved[1]).toEqual({ grouping: 'rule', hidden: ['info'] });
  const again = new Choices(storeOf(() => Promise.resolve(saved[1])).store);
  const changes: string[] = [];
  again.changed.connect(() => changes.push('changed'));
  await settled();
  expect([again.grouping, again.filter]).toEqual([
    'rule',
    { hidden: ['info'], rule: null }
  ]);
  expect(changes).toEqual(['changed']);
});

it.each([
  ['nothing', undefined],
  ['a text', 'rule'],
  ['a grouping that there is not', { grouping: 'colour', hidden: 'info' }],
  ['a severity that there is not', { hidden: ['fatal', 7] }]
])('stay as they are after %s', async (_, kept) => {
  const choices = new Choices(storeOf(() => Promise.resolve(kept)).store);
  await settled();
  expect([choices.grouping, choices.filter]).toEqual([
    'cell',
    { hidden: [], rule: null }
  ]);
});

it('survive a store that fails', async () => {
  const choices = new Choices({
    fetch: () => Promise.reject(new Error('gone')),
    save: () => Promise.reject(new Error('gone'))
  });
  choices.group('package');
  await settled();
  expect(choices.grouping).toBe('package');
});

it('win over what is fetched later', async () => {
  const kept = { grouping: 'rule', hidden: [] };
  const choices = new Choices(storeOf(() => Promise.resolve(kept)).store);
  choices.group('package');
  await settled();
  expect(choices.grouping).toBe('package');
});

it('are kept in the browser where the host keeps nothing', async () => {
  const first = new Choices(browserStore('kept'));
  await settled();
  expect(first.grouping).toBe('cell');
  first.group('package');
  const again = new Choices(browserStore('kept'));
  await settled();
  expect(again.grouping).toBe('package');
});
