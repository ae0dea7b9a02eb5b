/** Offsets as lines and columns. */

import { rangeOf } from '../../../src/engine/source/lines';

describe('rangeOf', () => {
  it.each([
    ['abc', 1, 3, [1, 2, 1, 4]],
    ['a\nbc\n', 2, 4, [2, 1, 2, 3]],
    ['a\r\nbc', 3, 5, [2, 1, 2, 3]],
    ['a\rbc', 2, 4, [2, 1, 2, 3]],
    ['a\n\r\n\rb', 5, 6, [4, 1, 4, 2]],
    ['a\nb', 0, 3, [1, 1, 2, 2]],
    ['😀x', 2, 3, [1, 3, 1, 4]],
    ['a\u2028b\fc', 4, 5, [1, 5, 1, 6]],
    ['', 0, 0, [1, 1, 1, 1]],
    ['ab', 1, 99, [1, 2, 1, 3]]
  ])('%j from %d to %d', (source, from, to, expected) => {
    const [line, column, endLine, endColumn] = expected;
    expect(rangeOf(source, { from, to })).toEqual({
      line,
      column,
      endLine,
      endColumn
    });
  });
});
