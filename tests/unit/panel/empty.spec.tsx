/** Every state without a judgement says why, and offers the one thing to do. */

import * as React from 'react';

import { Nothing } from '../../../src/panel/empty';
import type { DiagnosisState } from '../../../src/tokens';
import {
  buttons,
  diagnosis,
  headings,
  noting,
  press,
  show,
  trans
} from './shown';

function nothing(state: DiagnosisState | null, opening = false) {
  const actions = noting();
  const host = show(
    <Nothing
      diagnosis={state && diagnosis(state)}
      opening={opening}
      trans={trans}
      actions={actions}
    />
  );
  return { host, actions };
}

const states: [DiagnosisState | null, string, RegExp, string | null][] = [
  [null, 'No notebook', /Open a notebook/, null],
  [{ kind: 'opening' }, 'Reading the notebook…', /^/, null],
  [{ kind: 'off' }, 'Keras Doctor is off', /No kernel is asked/, 'switchOn'],
  [
    { kind: 'left-alone', pattern: 'tf*' },
    'This kernel is left alone',
    /with the entry “tf\*”/,
    'openSettings'
  ],
  [
    { kind: 'unasked' },
    'The kernel was not asked yet',
    /only when you say so/,
    'probe'
  ],
  [{ kind: 'no-kernel' }, 'No kernel', /nothing to judge/, 'chooseKernel'],
  [
    { kind: 'starting', busy: false },
    'The kernel is starting',
    /as soon as it is ready/,
    null
  ],
  [
    { kind: 'starting', busy: true },
    'The kernel is busy',
    /as soon as the running cell ends/,
    null
  ],
  [
    { kind: 'foreign', language: 'R' },
    'Not a Python kernel',
    /runs R\b/,
    'chooseKernel'
  ],
  [
    { kind: 'failed', message: 'The answer was not JSON.' },
    'The kernel could not be asked',
    /The answer was not JSON\./,
    'probe'
  ],
  [
    {
      kind: 'no-atlas',
      message: 'The atlas has schema 99.',
      python: { version: '3.8.18' },
      summary: { rows: [], companions: [] }
    },
    'The data of Keras Doctor cannot be read',
    /schema 99\. Install the extension again/,
    null
  ]
];

it.each(states)('%j', (state, title, text, action) => {
  const { host, actions } = nothing(state);
  expect(headings(host)).toEqual([`h3 ${title}`]);
  expect(host.textContent).toMatch(text);
  expect(buttons(host)).toHaveLength(action === null ? 0 : 1);
  buttons(host).forEach(name => press(host, name));
  expect(actions.noted.map(([name]) => name)).toEqual(action ? [action] : []);
});

it('says that a notebook is on its way', () => {
  expect(headings(nothing(null, true).host)).toEqual([
    'h3 Opening the notebook…'
  ]);
});
