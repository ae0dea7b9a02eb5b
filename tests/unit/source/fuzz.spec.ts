/** Damaged code: nothing throws, nothing points outside, nothing comes from itself. */

import { analyze } from '../../../src/engine/source/analyze';
import { blankMagics } from '../../../src/engine/source/magics';
import { cellTriggers } from '../../../src/engine/source/triggers';
import { faults } from '../fuzz/analysis';
import { CELL } from '../fuzz/seeds';
import { program } from './programs';
import { Random } from './random';
import { codeCells } from './render';

const ROUNDS = 1500;

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

interface Wrong {
  readonly source: string;
  readonly faults: readonly string[];
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

  it.each<[string, readonly string[]]>([
    [
      'what methods return and hold in a circle',
      [
        'import tensorflow as tf',
        'def f():\n  ()((()))\n  d=lambda:(tf.a([]))<tf()\n  o=lambda:(tf(()[1]))\nclass t(object):\n def _(self):\n    b=f()\n    b[0]\n    b\n    s.lp=lambda:(tf([]))\n    b[2]\n    g.stats=b[3]\n    r=self.stats.h[1]\n    for i in():\n      tlp=self.lp(self.stats[...])\n      if(s,\'\'):self.lp2=tlp\n    e=tf.t([self.lp2])\ndef e():()(((())))(()):""""""'
      ]
    ],
    [
      'what is asked of a result that is none',
      [
        'class e:\n    def _(self):\n        f.inference=()\n        e=self.run_step([])[([""](()))or()]()\n        def n():()(([([([()])])][""][()]))\n    def run_step(self):\n        c={}\n        {()}\n        return self.inference()\n    async for j in():\n                            (())[:]\n                            y[()]'
      ]
    ]
  ])('%s: no usage comes from itself', (_, cells) => {
    expect(faults(cells)).toEqual([]);
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
