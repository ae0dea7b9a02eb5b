/** Who may be asked: entries of the list are names of kernels, as people or machines know them. */

import { permissionFor } from '../../../src/kernel/permission';

const NAMES = ['tf2.4', 'Python 3.8 (tf2.4)'];

test.each([
  ['tf2.4', true],
  ['TF2.4', true],
  [' tf2.4 ', true],
  ['Python 3.8 (tf2.4)', true],
  ['Python 3.8*', true],
  ['*(tf2.?)', false],
  ['*(tf2.*)', true],
  ['*', true],
  ['tf', false],
  ['tf2x4', false],
  ['2.4', false],
  ['Python 3.8 (tf2.4', false],
  ['', false]
])('%p: %p', (pattern, isLeftAlone) => {
  const wishes = {
    enabled: true,
    probe: 'automatic',
    kernelsLeftAlone: [pattern]
  } as const;
  expect(permissionFor(wishes, NAMES)).toEqual(
    isLeftAlone ? { kind: 'left-alone', pattern } : { kind: 'free' }
  );
});

test.each([
  [false, 'on-demand', ['*'], 'off'],
  [true, 'on-demand', ['*'], 'left-alone'],
  [true, 'on-demand', [], 'on-demand'],
  [true, 'automatic', [], 'free']
] as const)('on %p, %s, %p: %s', (enabled, probe, kernelsLeftAlone, kind) => {
  const { kind: found } = permissionFor(
    { enabled, probe, kernelsLeftAlone },
    NAMES
  );
  expect(found).toBe(kind);
});
