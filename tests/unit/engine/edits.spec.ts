/** Fixes as replacements: places, order, and what happens where two meet. */

import { replaced, replacementsOf } from '../../../src/engine/edits';
import type { Edit, Fix } from '../../../src/engine/types';

const edit = (
  line: number,
  column: number,
  end: number,
  text: string
): Edit => ({
  line,
  column,
  endLine: line,
  endColumn: end,
  text
});
const fix = (...edits: readonly Edit[]): Fix => ({
  title: '',
  safe: true,
  edits
});

test.each<[string, string, readonly Fix[], string]>([
  [
    'places',
    'ab\r\ncd\ref',
    [fix(edit(2, 2, 3, 'X'), edit(3, 1, 2, 'Y'))],
    'ab\r\ncX\rYf'
  ],
  ['order', 'abc', [fix(edit(1, 3, 4, 'X')), fix(edit(1, 1, 2, 'Y'))], 'YbX'],
  [
    'the same twice',
    'abc',
    [fix(edit(1, 1, 2, 'X')), fix(edit(1, 1, 2, 'X'))],
    'Xbc'
  ],
  [
    'the first of two that overlap',
    'abc',
    [fix(edit(1, 1, 3, 'X')), fix(edit(1, 2, 4, 'Y'))],
    'Xc'
  ],
  [
    'a fix as a whole or not at all',
    'abc',
    [fix(edit(1, 1, 2, 'X')), fix(edit(1, 1, 3, 'Y'), edit(1, 3, 4, 'Z'))],
    'Xbc'
  ],
  [
    'no such place',
    'abc',
    [fix(edit(1, 3, 9, 'X')), fix(edit(4, 1, 1, 'Y'))],
    'abc'
  ]
])('%s', (_, source, fixes, expected) => {
  expect(replaced(source, replacementsOf(source, fixes))).toBe(expected);
});
