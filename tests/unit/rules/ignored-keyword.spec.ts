import { environmentOf, findingsIn } from './cases';

const ADAM = 'from tensorflow.keras.optimizers import Adam, SGD';

test.each<[string, string, readonly string[]]>([
  [
    'tf2.15',
    'Adam(lr=0.5)',
    [
      '`lr` has no effect on `Adam` in TensorFlow 2.15.1. It trains at 0.001, not 0.5. Write `learning_rate`.'
    ]
  ],
  [
    'tf2.13',
    'SGD(momentum=0.9, lr=1)',
    [
      '`lr` has no effect on `SGD` in TensorFlow 2.13.1. It trains at 0.01, not 1. Write `learning_rate`.'
    ]
  ],
  [
    'tf2.11',
    'Adam(lr=rate)',
    [
      '`lr` has no effect on `Adam` in TensorFlow 2.11.1. Write `learning_rate`.'
    ]
  ],
  [
    'tf2.15',
    'Adam(lr=0.001)',
    [
      '`lr` has no effect on `Adam` in TensorFlow 2.15.1. Write `learning_rate`.'
    ]
  ],
  [
    'tf2.15',
    'Adam(0.1, lr=0.5)',
    [
      '`lr` has no effect on `Adam` in TensorFlow 2.15.1. Write `learning_rate`.'
    ]
  ],
  ['tf2.10', 'Adam(lr=0.5)', []],
  ['tf2.15', 'Adam(learning_rate=0.5)', []],
  [
    'tf2.21',
    'Adam(decay=0.5)',
    ['`decay` has no effect on `Adam` in TensorFlow 2.21.0.']
  ]
])('%s: %s', (id, code, expected) => {
  const findings = findingsIn(environmentOf(id), ADAM, code);
  expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(
    expected.map(() => 'ignored-keyword warning')
  );
  expect(findings.map(({ message }) => message)).toEqual(expected);
});

test('names the keyword and offers the other one, which is not safe', () => {
  const [finding] = findingsIn(environmentOf('tf2.15'), ADAM, 'Adam(lr=0.5)');
  expect(finding).toMatchObject({
    symbol: 'tensorflow.keras.optimizers.Adam',
    keyword: 'lr',
    column: 6,
    endColumn: 8,
    fixes: [{ safe: false, edits: [{ text: 'learning_rate' }] }]
  });
});
