/** What one offer shows, and what its buttons ask for. */

import * as React from 'react';

import type { CellFix, PinChange, Remedy } from '../../../src/engine/offers';
import type { Report } from '../../../src/engine/types';
import { RepairSection } from '../../../src/panel/repair';
import type { Diagnosis } from '../../../src/tokens';
import {
  buttons,
  diagnosis,
  judged,
  noting,
  press,
  remedy,
  show,
  trans
} from './shown';

function view(report: Partial<Report>, over: Partial<Diagnosis> = {}) {
  const actions = noting();
  const state = judged(report);
  const host = show(
    <RepairSection
      diagnosis={diagnosis(state, over)}
      report={state.report}
      trans={trans}
      actions={actions}
    />
  );
  return { host, actions };
}

const PIN: PinChange = {
  cell: 3,
  cellId: 'c4',
  line: 1,
  title: 'Change cell 4 to install `tensorflow==2.6.5`',
  edits: []
};

function rewrite(cell: number, line: number, safe = true): CellFix {
  const range = { line, column: 1, endLine: line, endColumn: 3 };
  const edits = [{ ...range, text: 'tensorflow' }];
  const fix = { title: 'Write `tensorflow`', safe, edits };
  return { cell, cellId: `c${cell + 1}`, replaces: 'tf', fix };
}

const CHANGE = 'Change cell 4 to install tensorflow==2.6.5';

test.each<[string, Partial<Remedy>, readonly string[], readonly unknown[]]>([
  ['a cell', {}, ['Insert pip upgrade cell'], ['insertRepair', 0]],
  [
    'a line of the notebook, in place of a cell',
    { place: 'pins', pins: [PIN] },
    [CHANGE],
    ['changePins', 0]
  ],
  [
    'a cell, and a line that would undo it',
    { pins: [PIN] },
    ['Insert pip upgrade cell', CHANGE],
    ['insertRepair', 0]
  ],
  [
    'lines of several cells',
    { place: 'pins', pins: [PIN, { ...PIN, cell: 4 }] },
    ['Change the installs in 2 cells'],
    ['changePins', 0]
  ],
  [
    'both parts',
    { fixes: [rewrite(3, 1), rewrite(3, 2), rewrite(3, 2)] },
    ['Insert pip upgrade cell', 'Rewrite 2 lines'],
    ['insertRepair', 0]
  ]
])('offers %s', (_, over, names, noted) => {
  const { host, actions } = view({ remedies: [remedy(over)] });
  expect(buttons(host)).toEqual(names);
  press(host, names[0]);
  expect(actions.noted).toEqual([noted]);
});

test('a line that says it already', () => {
  const there = { cell: 3, cellId: 'c4' };
  const { host, actions } = view({
    remedies: [remedy({ place: 'there', there })]
  });
  expect(host.textContent).toContain('The repair is in cell 4.');
  expect(buttons(host)).toEqual(['Go to cell 4']);
  press(host, 'Go to cell 4');
  expect(actions.noted).toEqual([['goToCell', 'c4']]);
});

test('what stands in its way', () => {
  const warnings = ['`pip` refuses.'];
  const { host } = view({ remedies: [remedy({ warnings })] });
  const told = host.querySelector('.jp-KerasDoctor-warning');
  expect(told?.textContent).toContain('pip refuses.');
  expect(told?.querySelector('[role=img]')?.getAttribute('aria-label')).toBe(
    'Warning'
  );
});

test('where only a rewrite helps', () => {
  const rewriting = {
    clears: 3,
    fixes: [rewrite(3, 1), rewrite(4, 1, false)]
  };
  const { host, actions } = view({ rewriting });
  expect(host.textContent).toContain('Only a rewrite helps.');
  expect(host.textContent).toContain('clears 3 uses, installs nothing');
  expect(host.textContent).toContain('Cell 4, line 1: tf becomes tensorflow');
  expect(host.textContent).toContain('tensorflow (check the result)');
  press(host, 'Rewrite 2 lines');
  expect(actions.noted).toEqual([['rewrite', null]]);
});

test.each([
  ['clears all that an install does not', 3, true],
  ['clears a part', 2, false]
])('beside an install, a rewrite alone that %s', (_, clears, isOffered) => {
  const { host } = view({
    remedies: [remedy({ clears: 2, leaves: 1 })],
    rewriting: { clears, fixes: [rewrite(3, 1)] }
  });
  expect(buttons(host).includes('Rewrite 1 line')).toBe(isOffered);
});

test('nothing can be changed in a notebook that may not be', () => {
  const { host } = view(
    { remedies: [remedy({ pins: [PIN], fixes: [rewrite(3, 1)] })] },
    { editable: false }
  );
  const all = Array.from(host.querySelectorAll('button'));
  expect(all.map(({ disabled }) => disabled)).toEqual([true, true, true]);
});
