/** Outputs come from anywhere: none makes the search slow, and none makes it throw. */

import { check } from '../../../src/engine/check';
import { textOfOutputs } from '../../../src/engine/written/outputs';
import { shippedAtlas } from '../atlas';
import { cellsOf, environmentOf } from '../rules/cases';
import { Random } from '../source/random';

const LONG = 200_000;
/** Milliseconds for all outputs of a notebook, on a machine that is busy with other things. */
const PATIENCE = 3_000;

const SOURCE =
  'import tensorflow as tf\nprint(tf.__version__)\n%tensorflow_version 2.x';

const repeated = (text: string): string =>
  text.repeat(Math.ceil(LONG / text.length)).slice(0, LONG);

function timeOf(source: string, text: string): number {
  const begun = Date.now();
  check({
    notebook: 'test.ipynb',
    cells: cellsOf(SOURCE),
    environment: environmentOf('tf2.15'),
    atlas: shippedAtlas(),
    saved: { language: text, outputs: [{ cell: 0, source, text }] }
  });
  return Date.now() - begun;
}

beforeAll(() => {
  timeOf('', '');
});

const PIECES = [
  '1.',
  '1.1.',
  '1.2.3-',
  'tensorflow ',
  'TensorFlow version is ',
  'a tensorflow ',
  ' ',
  '\t',
  'x',
  '-',
  '1'.repeat(5),
  'Successfully installed a-',
  'Successfully installed tensorflow-2.4.1 ',
  'Requirement already satisfied: tensorflow',
  'Requirement already satisfied: tensorflow (',
  'python3.6/site-packages/keras/',
  'site-packages/keras/a/',
  'site-packages/keras/engine/training.py ',
  'site-packages\\tensorflow\\python\\a.py\n',
  '\u001b[',
  '\u001b[0;1m',
  '.__version__',
  'tf.a.b.__version__ ',
  "'2.4.1'\n",
  '\u0000\ud800'
];

test.each(PIECES)('%j, repeated', piece => {
  const text = repeated(piece);
  expect(timeOf(SOURCE, text)).toBeLessThan(PATIENCE);
  expect(timeOf(text, text)).toBeLessThan(PATIENCE);
});

test('whatever stands in the place of outputs', () => {
  const values: readonly unknown[] = [
    null,
    {},
    [null, 1, 'text', []],
    [{ text: 1 }, { text: [1, 'a', null] }],
    [{ data: null }, { data: { 'text/plain': {} } }],
    [{ traceback: [{}, 'b'] }],
    [{ data: { 'text/plain': ['c', 'd'] } }]
  ];
  expect(values.map(textOfOutputs)).toEqual(['', '', '', 'a', '', 'b', 'cd']);
});

test('pieces in any order', () => {
  const random = new Random(7);
  const one = (): string =>
    random.several(1, 40, '', () => random.pick([...PIECES, '\n', ' 2.4.1 ']));
  for (let round = 0; round < 300; round += 1) {
    timeOf(one(), one());
  }
});
