/** The strip of releases: what is read out, what the keyboard does, what is offered. */

import * as React from 'react';
import { act } from 'react';

import type { ReleaseSummary } from '../../../src/engine/offers';
import { Choices } from '../../../src/panel/choices';
import { JudgedView } from '../../../src/panel/judged';
import type { Diagnosis } from '../../../src/tokens';
import {
  buttons,
  diagnosis,
  headings,
  judged,
  noting,
  press,
  release,
  show,
  trans
} from './shown';

const OLD = release({
  tensorflow: '2.3.4',
  keras: '2.4.3',
  failing: 3,
  symbols: ['a.b', 'a.c', 'a.d', 'a.e', 'a.f'],
  installable: false
});
const HERE = release({
  tensorflow: '2.4.4',
  keras: null,
  failing: 2,
  unknown: 1,
  symbols: ['tensorflow.keras.layers.RandomFlip'],
  installed: true
});
const NEW = release({
  tensorflow: '2.6.5',
  keras: '2.6.0',
  cell: '%pip install "tensorflow-cpu==2.6.5"'
});

function view(
  releases: readonly ReleaseSummary[] = [OLD, HERE, NEW],
  over: Partial<Diagnosis> = {}
) {
  const actions = noting();
  const state = judged({ releases });
  const host = show(
    <JudgedView
      diagnosis={diagnosis(state, over)}
      judged={state}
      choices={new Choices(null)}
      chosen={null}
      trans={trans}
      actions={actions}
    />
  );
  const options = Array.from(
    host.querySelectorAll<HTMLElement>('[role=option]')
  );
  return { host, actions, options };
}

const live = (host: HTMLElement) =>
  host.querySelector('[role=status][aria-live=polite]')?.textContent;

const key = (name: string) =>
  act(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true })
    );
  });

it('stands in the panel where the notebook uses them', () => {
  expect(headings(view().host)).toContain('h3 Releases');
  expect(headings(view([]).host)).not.toContain('h3 Releases');
});

it('has one bar for each series, with its number and its name', () => {
  const { options } = view();
  expect(
    options.map(option => [
      option.getAttribute('aria-label'),
      option.querySelector('.jp-KerasDoctor-number')?.textContent
    ])
  ).toEqual([
    ['TensorFlow 2.3: 3 uses fail', '3'],
    ['TensorFlow 2.4: 2 uses fail, 1 use could not be judged', '2+'],
    ['TensorFlow 2.6: everything runs', '✓']
  ]);
});

it('is a table for those who do not see it', () => {
  const { host } = view();
  const table = host.querySelector('table');
  expect(table?.querySelector('caption')?.textContent).toBe(
    'Uses of this notebook that fail in each release'
  );
  expect(
    Array.from(table?.rows ?? []).map(row =>
      Array.from(row.cells).map(cell => cell.textContent)
    )
  ).toEqual([
    ['TensorFlow', 'keras', 'Fail', 'Not judged', 'On Python 3.8'],
    ['2.3.4', '2.4.3', '3', '0', 'no wheel'],
    ['2.4.4', 'none', '2', '1', 'installed'],
    ['2.6.5', '2.6.0', '0', '0', 'can be installed']
  ]);
});

it('says of the installed release what fails, until another is looked at', () => {
  const { host, options } = view();
  expect(live(host)).toBe(
    'TensorFlow 2.4.4 installed2 uses fail, 1 use could not be judged: tensorflow.keras.layers.RandomFlip'
  );
  act(() => options[0].focus());
  expect(live(host)).toBe(
    'TensorFlow 2.3.4 with keras 2.4.3No wheel for Python 3.8 on this machine.3 uses fail: a.b, a.c, a.d, a.e and 1 more'
  );
  act(() => options[0].blur());
  expect(live(host)).toMatch(/^TensorFlow 2\.4\.4/);
});

it('has one stop for the Tab key, and arrow keys within', () => {
  const { options } = view();
  const stops = () => options.map(option => option.tabIndex);
  expect(stops()).toEqual([-1, 0, -1]);
  act(() => options[1].focus());
  const visited = ['ArrowLeft', 'ArrowLeft', 'End', 'ArrowRight', 'Home'].map(
    name => {
      key(name);
      return options.findIndex(option => option === document.activeElement);
    }
  );
  expect(visited).toEqual([0, 0, 2, 2, 0]);
  expect(stops()).toEqual([0, -1, -1]);
});

it('offers the cell of the release that is chosen, by keyboard and by pointer', () => {
  const { host, actions, options } = view();
  expect(buttons(host)).not.toContain('Insert pip upgrade cell');
  act(() => options[2].focus());
  key('Enter');
  expect(options[2].getAttribute('aria-selected')).toBe('true');
  press(host, 'Insert pip upgrade cell');
  expect(actions.noted).toEqual([['insertRelease', NEW]]);
  act(() => options[0].click());
  act(() => options[0].focus());
  expect(buttons(host)).not.toContain('Insert pip upgrade cell');
});

it('offers each keras of a series by name', () => {
  const other = release({
    tensorflow: '2.6.5',
    keras: '2.6.1',
    failing: 1,
    cell: '%pip install x'
  });
  const { host, options } = view([NEW, other]);
  act(() => options[0].click());
  expect(live(host)).toContain(
    'TensorFlow 2.6.5 with keras 2.6.1: 1 use fails.'
  );
  expect(buttons(host).filter(name => name.startsWith('Insert'))).toEqual([
    'Insert pip upgrade cell: TensorFlow 2.6.5 with keras 2.6.0',
    'Insert pip upgrade cell: TensorFlow 2.6.5 with keras 2.6.1'
  ]);
});

it('knows the cell that is there', () => {
  const repairCell = { id: 'c4', source: NEW.cell ?? '' };
  const { host, actions, options } = view(undefined, { repairCell });
  act(() => options[2].click());
  expect(host.textContent).toContain('Its pip cell is cell 4.');
  press(host, 'Go to cell 4');
  expect(actions.noted).toEqual([['goToCell', 'c4']]);
});

it('changes nothing in a read-only notebook', () => {
  const { host, options } = view(undefined, { editable: false });
  act(() => options[2].click());
  expect(
    host.querySelector<HTMLButtonElement>('button:disabled')?.textContent
  ).toBe('Insert pip upgrade cell');
});
