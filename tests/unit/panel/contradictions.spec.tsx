/** The panel owns up to what the kernel has refuted. */

import * as React from 'react';

import { ContradictionsNote } from '../../../src/panel/contradictions';
import {
  buttons,
  diagnosis,
  finding,
  judged,
  noting,
  press,
  show,
  trans
} from './shown';

function view(contradictions?: readonly ReturnType<typeof finding>[]) {
  const actions = noting();
  const state = judged({
    contradictions: contradictions?.map(each => ({
      finding: each,
      statement: 'x'
    }))
  });
  const host = show(
    <ContradictionsNote
      diagnosis={diagnosis(state)}
      report={state.report}
      trans={trans}
      actions={actions}
    />
  );
  return { host, actions };
}

it('says which line ran, where it is, and copies the report', () => {
  const { host, actions } = view([finding()]);
  expect(host.textContent).toContain('1 line that was marked ran here');
  expect(buttons(host)).toEqual([
    'tensorflow.keras.layers.RandomFlip cell 4, line 1',
    'Copy for a bug report'
  ]);
  press(host, 'Copy for a bug report');
  press(host, 'tensorflow.keras.layers.RandomFlip cell 4, line 1');
  expect(actions.noted).toEqual([['copyReport'], ['goToFinding', finding()]]);
});

it('counts them', () => {
  const { host } = view([finding(), finding({ line: 2 })]);
  expect(host.textContent).toContain('2 lines that were marked ran here');
});

it.each([[undefined], [[]]])('says nothing of %j', none => {
  expect(view(none).host.textContent).toBe('');
});
