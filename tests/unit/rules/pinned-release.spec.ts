import { changed, reportOf, said, type Change } from './surroundings';

test.each<[string, Change, string, readonly string[]]>([
  ['tf2.15', {}, '%pip install tensorflow==2.15.1', []],
  ['tf2.15', {}, '%pip install "tensorflow>=2,<3" keras~=2.15.0', []],
  ['tf2.15', {}, '%pip install tensorflow', []],
  ['tf2.15', {}, '%pip install tensorflow==2.x', []],
  ['tf2.15', {}, '%pip install pandas==1.0', []],
  [
    'tf2.15',
    {},
    'import os\n%pip install -q "tensorflow==2.13.1"',
    [
      'warning 1:2:18: This kernel has TensorFlow 2.15.1, not `tensorflow==2.13.1`. Run this line and restart the kernel, or change the line.'
    ]
  ],
  [
    'tf2.15',
    {},
    '!pip install tensorflow==2.4',
    [
      'warning 1:1:14: `tensorflow==2.4` cannot be installed: TensorFlow has no such release for Python 3.11. There are 2.12.0 to 2.21.0.'
    ]
  ],
  [
    'tf2.15',
    {},
    '!pip install keras<2.15 tensorflow-gpu==1.15',
    [
      'warning 1:1:14: This kernel has keras 2.15.0, not `keras<2.15`. Run this line and restart the kernel, or change the line.',
      'warning 1:1:25: This kernel has TensorFlow 2.15.1, not `tensorflow-gpu==1.15`. Run this line and restart the kernel, or change the line.'
    ]
  ],
  // Of several the last one counts.
  [
    'tf2.15',
    {},
    '!pip install tensorflow==2.13.1\n!pip install tensorflow==2.15.1',
    []
  ],
  // Newer than the list of releases: who knows.
  [
    'tf2.4',
    { installed: { tensorflow: null } },
    '%pip install tensorflow==9.1',
    []
  ],
  // Not installed, and the line will install it.
  ['tf2.15', { installed: { keras: null } }, '%pip install keras==3.0.0', []],
  [
    'tf2.4',
    { installed: { keras: null } },
    '%pip install keras==3.12.0',
    [
      'warning 1:1:14: `keras==3.12.0` cannot be installed: keras has no such release for Python 3.8. There are 0.2.0 to 2.15.0.'
    ]
  ],
  ['tf2.15', {}, 'if colab:\n    !pip install tensorflow==2.13.1', []]
])('%s %j %s', (id, change, code, expected) => {
  const report = reportOf(changed(id, change), code, 'import tensorflow');
  expect(said(report, 'pinned-release')).toEqual(expected);
});

test('the range is the requirement as written', () => {
  const [finding] = reportOf(
    changed('tf2.15', {}),
    '!pip install "tensorflow[and-cuda] == 2.13.1" && echo'
  ).findings;
  expect(finding).toMatchObject({
    symbol: 'tensorflow[and-cuda] == 2.13.1',
    line: 1,
    column: 15,
    endColumn: 45,
    statementLine: 1,
    guarded: false,
    blocks: 0
  });
});
