import { environmentOf, findingsIn, told } from './cases';

const LEGACY = 'from tensorflow.keras.optimizers import legacy\n';
const SYMBOL = 'tensorflow.keras.optimizers.legacy.Adam';

test.each<[string, string, readonly string[]]>([
  ['tf2.21', `${LEGACY}legacy.Adam`, []],
  ['tf2.21', `from ${SYMBOL.slice(0, -5)} import Adam`, []],
  [
    'tf2.21',
    `${LEGACY}legacy.Adam(0.1)`,
    [`unusable-symbol error ${SYMBOL} @2:8`]
  ],
  [
    'tf2.21',
    `from ${SYMBOL.slice(0, -5)} import Adam\nmodel.compile(Adam(lr=0.1))`,
    [`unusable-symbol error ${SYMBOL} @2:15`]
  ],
  [
    'tf2.21',
    `${LEGACY}try:\n    legacy.Adam(0.1)\nexcept ImportError:\n    pass`,
    [`unusable-symbol info ${SYMBOL} @3:12`]
  ],
  ['tf2.15', `${LEGACY}legacy.Adam(lr=0.1)`, []]
])('%s: %s', (id, code, expected) => {
  expect(told(findingsIn(environmentOf(id), code))).toEqual(expected);
});

test('says what works', () => {
  const code = `${LEGACY}legacy.Adam(0.1)`;
  expect(findingsIn(environmentOf('tf2.21'), code)[0].message).toBe(
    '`Adam` can be imported in TensorFlow 2.21.0, but calling it raises ImportError. `tensorflow.keras.optimizers.Adam` works here.'
  );
});
