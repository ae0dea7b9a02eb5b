import { environmentOf, findingsIn, told } from './cases';

test.each<[readonly string[], readonly string[]]>([
  [['import tensorflow  # keras-doctor: ignore[missing-symbol]'], []],
  [['import tensorflow  # keras-doctor: ignore'], []],
  [['x = "# keras-doctor: ignore[nonsense]"'], []],
  [
    ['import tensorflow  # keras-doctor: ignore[missing-symbol, nonsense]'],
    ['unknown-rule info nonsense @1:59']
  ],
  [
    ['# keras-doctor: ignore-cell[a]', '1  # keras-doctor: ignore[a, b]'],
    ['unknown-rule info a @1:29', 'unknown-rule info b @1:30']
  ]
])('%j', (sources, expected) => {
  expect(told(findingsIn(environmentOf('tf2.15'), ...sources))).toEqual(
    expected
  );
});

test('says so', () => {
  expect(
    findingsIn(environmentOf('tf2.15'), '# keras-doctor: ignore[nonsense]')[0]
      .message
  ).toBe(
    '`nonsense` is no rule of Keras Doctor, so this comment silences nothing by it.'
  );
});
