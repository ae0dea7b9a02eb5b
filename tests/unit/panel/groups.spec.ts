/** Which findings stand together, and which the filter leaves. */

import {
  NO_FILTER,
  filtered,
  groupsOf,
  packageOf,
  rulesOf
} from '../../../src/panel/groups';
import { finding } from './shown';

it.each([
  ['tensorflow.keras.layers.RandomFlip', 'tensorflow'],
  ['tf.keras.layers', 'tensorflow'],
  ['keras', 'keras'],
  ['keras.utils.np_utils', 'keras'],
  ['tf_keras.layers.Dense', 'tf_keras'],
  ['tensorflow-cpu==2.4.4', 'tensorflow-cpu'],
  ['', '']
])('%s is of %s', (symbol, name) => {
  expect(packageOf(symbol)).toBe(name);
});

it('cells come in the order of the notebook, also where one has moved', () => {
  const findings = [
    finding({ cell: 0, cellId: 'a' }),
    finding({ cell: 2, cellId: 'b' }),
    finding({ cell: 4, cellId: null })
  ];
  const label = (id: string) =>
    id === 'a' ? { position: 4, count: null } : null;
  expect(groupsOf(findings, 'cell', label).map(({ key }) => key)).toEqual([
    'b',
    'a',
    '4'
  ]);
});

it('a rule that none of the findings has is no filter', () => {
  const findings = [finding(), finding({ rule: 'alias-import' })];
  const of = (rule: string | null) => filtered(findings, { hidden: [], rule });
  expect(of('alias-import')).toEqual([findings[1]]);
  expect(of('broken-pair')).toEqual(findings);
  expect(filtered(findings, NO_FILTER)).toEqual(findings);
});

it('rules are counted, by name', () => {
  expect(
    rulesOf([finding(), finding({ rule: 'alias-import' }), finding()])
  ).toEqual([
    ['alias-import', 1],
    ['missing-symbol', 2]
  ]);
});
