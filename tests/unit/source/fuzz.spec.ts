/** Damaged code: nothing throws, nothing points outside, nothing comes from itself. */

import { analyze } from '../../../src/engine/source/analyze';
import { blankMagics } from '../../../src/engine/source/magics';
import { cellTriggers } from '../../../src/engine/source/triggers';
import type { Segment, Span, Usage } from '../../../src/engine/source/usage';
import { program } from './programs';
import { Random } from './random';
import { codeCells } from './render';

const ROUNDS = 1500;

const CELL = `%env KERAS_BACKEND=jax
!pip install -q "keras<3"
import os, tensorflow as tf
os.environ.update({'A': '1'}, B="2")
try:
    from keras.utils import np_utils as u
except (ImportError, AttributeError) as e:
    from tensorflow.keras import utils as u
    raise
files = !ls \\
    -l
keras = tf.keras
class Net(keras.Model):
    """%no !no"""
    def call(self, x: tf.Tensor = tf.zeros([1])) -> tf.Tensor:
        global K
        K = keras.backend
        return [l(x) for l in self.l if isinstance(l, keras.layers.Layer)]
with (open('x') as f, tf.device('y') as self.d):
    f"{tf.__version__!r:>{K.x}}" % tf.a / 255.
match tf.a:
    case keras.A(b=[]) | {'c': d, **f} if tf.e: del tf.x, e
for K, *L in *tf.y, 3: lambda a, /, b=tf.z: tf.w
from keras.layers import *
Dense(3)?
`;

const PIECES =
  '( ) [ ] { } " \' """ : ; , . = := -> @ * ** / \\ \\\n \n \r \r\n \t \f \u00a0 \ufeff \u2028 é 😀 \ud800 \0 # % %% ! ? $ ` 1. 0x ' +
  'tf tf. keras import from as in if else try: except finally: def class lambda yield with for while match case del global async await return raise print f" rb\'';

function piece(random: Random): string {
  return random.pick(PIECES.split(' '));
}

function mutated(source: string, random: Random): string {
  const a = random.below(source.length + 1);
  const b = Math.min(source.length, a + random.below(12));
  const c = random.below(source.length + 1);
  return random.pick([
    () => source.slice(0, a),
    () => source.slice(a),
    () => source.slice(0, a) + source.slice(b),
    () => source.slice(0, b) + source.slice(a),
    () => source.slice(0, a) + piece(random) + source.slice(a),
    () => source.slice(0, a) + piece(random) + source.slice(b),
    () => source.slice(0, c) + source.slice(a, b) + source.slice(c)
  ])();
}

function segmentsOf(usage: Usage): readonly Segment[] {
  switch (usage.kind) {
    case 'import':
      return usage.path;
    case 'from':
      return [...usage.path, ...(usage.name ? [usage.name] : [])];
    case 'attribute':
      return [usage.base, ...usage.path];
    case 'call':
      return [usage.callee];
    case 'keyword':
      return [usage.callee, usage.keyword];
    case 'variable':
      return [];
  }
}

function sourcesOf(usage: Usage): readonly number[] {
  const origin =
    'origin' in usage
      ? usage.origin
      : usage.kind === 'variable'
        ? null
        : usage.variable;
  return [...(origin?.usages ?? []), ...(origin?.stars ?? [])];
}

interface Wrong {
  readonly source: string;
  readonly faults: readonly string[];
}

/** What is wrong with the analysis of `cells`. */
function faults(cells: readonly string[]): string[] {
  const { usages, broken } = analyze(codeCells(cells));
  const wrong: string[] = [];
  const check = (fact: boolean, text: string) => {
    if (!fact) {
      wrong.push(text);
    }
  };
  const inside = ({ from, to }: Span, source: string) =>
    from >= 0 && from <= to && to <= source.length;
  usages.forEach((usage, id) => {
    const { place } = usage;
    const source = cells[place.cell];
    check(usage.id === id, 'an id is no position');
    check(inside(place.statement, source), 'a statement is outside');
    for (const { name, span } of segmentsOf(usage)) {
      check(inside(span, source), 'a name is outside');
      check(
        source.slice(span.from, span.to) === name,
        `${name} is not what is there`
      );
      check(
        span.from >= place.statement.from && span.to <= place.statement.to,
        `${name} is not in its statement`
      );
    }
    check(
      sourcesOf(usage).every(from => from in usages),
      'an origin is no usage'
    );
  });
  const settled = new Set<number>();
  for (let before = -1; before < settled.size;) {
    before = settled.size;
    usages
      .filter(usage => sourcesOf(usage).every(from => settled.has(from)))
      .forEach(usage => settled.add(usage.id));
  }
  check(settled.size === usages.length, 'usages come from each other');
  check(
    broken.every(cell => cell in cells),
    'a broken cell is none'
  );
  return wrong;
}

describe('damaged cells', () => {
  it('are read without harm', () => {
    const random = new Random(3);
    const wrong: Wrong[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      let source = random.chance(60) ? CELL : program(random);
      for (let times = 1 + random.below(4); times > 0; times--) {
        source = mutated(source, random);
      }
      const cells = ['import tensorflow as tf, keras as K', source, 'tf.a'];
      if (blankMagics(source).code.length !== source.length) {
        wrong.push({ source, faults: ['an offset moved'] });
      }
      if (faults(cells).length) {
        wrong.push({ source, faults: faults(cells) });
      }
      cellTriggers(source);
    }
    expect(wrong).toEqual([]);
  });

  it('of random pieces are read without harm', () => {
    const random = new Random(4);
    const wrong: Wrong[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const source = random.several(0, 60, random.pick(['', ' ']), () =>
        piece(random)
      );
      if (faults([source]).length) {
        wrong.push({ source, faults: faults([source]) });
      }
      cellTriggers(source);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['brackets', '('.repeat(30000)],
    ['closed brackets', `x = ${'('.repeat(5000)}tf.a${')'.repeat(5000)}`],
    ['lists', `${'['.repeat(5000)}${']'.repeat(5000)} = 1`],
    ['chains', `tf${'.a'.repeat(20000)}`],
    ['calls', `tf${'.a()'.repeat(5000)}`],
    ['sums', `tf.a${' + tf.a'.repeat(5000)}`],
    ['choices', `${'1 if x else '.repeat(3000)}tf.a`],
    ['signs', `${'-'.repeat(10000)}tf.a`],
    ['lambdas', `${'lambda: '.repeat(3000)}tf.a`],
    ['elifs', `if x: tf.a\n${'elif x: tf.a\n'.repeat(3000)}`],
    [
      'blocks',
      Array.from({ length: 400 }, (_, n) => `${' '.repeat(n)}if x:\n`).join('')
    ],
    [
      'functions',
      Array.from({ length: 300 }, (_, n) => `${' '.repeat(n)}def f():\n`).join(
        ''
      ) + `${' '.repeat(300)}tf.a`
    ],
    [
      'loops',
      Array.from(
        { length: 90 },
        (_, n) => `${' '.repeat(n)}for tf in tf.a:\n`
      ).join('') + `${' '.repeat(90)}tf.a`
    ],
    ['open lines', 'x(\n'.repeat(3000)],
    ['quotes', '"""\''.repeat(5000)],
    ['question marks', '?\n'.repeat(5000)],
    ['backslashes', '\\\n'.repeat(5000)]
  ])('of endless %s end', (_, source) => {
    expect(faults(['import tensorflow as tf', source, 'tf.b'])).toEqual([]);
    cellTriggers(source);
  });

  it('leave the cells after them alone', () => {
    const cells = [
      'import tensorflow as tf',
      `x = ${'('.repeat(9000)}1`,
      'tf.b'
    ];
    const { usages, broken } = analyze(codeCells(cells));
    expect(usages).toHaveLength(2);
    expect(broken).toEqual([1]);
  });
});
