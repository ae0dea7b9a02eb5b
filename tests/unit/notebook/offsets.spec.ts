/** Lines and columns to offsets. */

import { offsetsOf } from '../../../src/notebook/offsets';

const SOURCE = 'ab\n\ncde';

const places: [number, number, number, number, [number, number] | null][] = [
  [1, 1, 1, 3, [0, 2]],
  [2, 1, 2, 1, [3, 3]],
  [3, 2, 3, 4, [5, 7]],
  [1, 2, 3, 2, [1, 5]],
  [1, 1, 1, 4, null],
  [4, 1, 4, 1, null],
  [3, 3, 3, 1, null],
  [1, 0, 1, 1, null]
];

it.each(places)('%i:%i–%i:%i', (line, column, endLine, endColumn, offsets) => {
  expect(offsetsOf(SOURCE, { line, column, endLine, endColumn })).toEqual(
    offsets && { from: offsets[0], to: offsets[1] }
  );
});
