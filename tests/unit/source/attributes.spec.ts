/** Attribute chains wherever they stand. */

import { rangeOf } from '../../../src/engine/source/lines';
import { checkCases, read } from './render';

const IMPORT = 'import tensorflow as tf\n';

describe('chains', () => {
  checkCases([
    [
      'end at calls and subscripts',
      IMPORT + 'tf.a.b(tf.c(tf)[tf.d]).e[0].f\ntf.g[tf.h:tf.i, ...].j',
      [
        'import tensorflow as',
        'tf<0>.a.b',
        'tf<0>.c',
        'tf<0>',
        'tf<0>.d',
        'tf<0>.g',
        'tf<0>.h',
        'tf<0>.i'
      ]
    ],
    [
      'go over lines',
      IMPORT + 'x = (tf\n  .a # why\n  .b)\ntf \\\n .c \\\n .d\ntf . e . f',
      ['import tensorflow as', 'tf<0>.a.b', 'tf<0>.c.d', 'tf<0>.e.f']
    ],
    [
      'stand in decorators, bases and annotations',
      IMPORT +
        '@tf.function\n@tf.a.b(tf.c, k=tf.d)\ndef f(x: tf.e = tf.g, *y: tf.h, **z) -> tf.i: y: tf.no = tf.j\n@tf.k(1).l\nclass A(tf.m, x=tf.n): z: tf.o',
      [
        'import tensorflow as',
        'tf<0>.function',
        'tf<0>.a.b',
        'tf<0>.c',
        'tf<0>.d',
        'tf<0>.e',
        'tf<0>.g',
        'tf<0>.h',
        'tf<0>.i',
        'tf<0>.j D',
        'tf<0>.k',
        'tf<0>.m',
        'tf<0>.n',
        'tf<0>.o'
      ]
    ],
    [
      'stand in f-strings, not in others',
      IMPORT +
        'f"{tf.a} {tf.b!r:>{tf.c}} {{tf.no}}" \'tf.no\' rf"""{\ntf.d}"""\n"{tf.no}"',
      ['import tensorflow as', 'tf<0>.a', 'tf<0>.b', 'tf<0>.c', 'tf<0>.d']
    ],
    [
      'stand in every statement',
      IMPORT +
        'def f():\n  return tf.a, *tf.b\ndef g():\n  x = yield tf.c\n  yield from tf.d\n  await tf.e\nraise tf.f from tf.g\nx[tf.h] = -tf.i ** (not tf.j)\nx: int = tf.k < tf.l\nwith tf.m as q, tf.n() as r: tf.o\nwith (tf.p as a, tf.q() as (b, c),): pass\ndel x[tf.r]\nfor x.y in tf.s, tf.t: pass\nprint(*tf.u, **tf.v, w=tf.w)\n{tf.x: tf.y, **tf.z}',
      [
        'import tensorflow as',
        'tf<0>.a D',
        'tf<0>.b D',
        'tf<0>.c D',
        'tf<0>.d D',
        'tf<0>.e D',
        ...'fghijklmnopqrstuvwxyz'
          .split('')
          .map(name => (name === 'o' ? 'tf<0>.o' : `tf<0>.${name}`))
      ]
    ],
    [
      'lazy annotations are not looked up',
      [
        IMPORT + 'from __future__ import annotations',
        'def f(a: tf.no) -> tf.no: pass\nx: tf.no = tf.yes'
      ],
      ['import tensorflow as', 'tf<0>.yes']
    ],
    [
      'hasattr uses the object, getattr the name too',
      IMPORT + 'hasattr(tf.a, "b") and getattr(tf, "c", None)',
      ['import tensorflow as', 'tf<0>.a', 'tf<0>.c C']
    ],
    [
      'keywords and attributes are no names',
      IMPORT + 'f(tf=1)\nx.tf.a\nx = {"tf": 1}\ndef g(): x.tf = 3',
      ['import tensorflow as']
    ],
    [
      'numbers that end with a dot',
      IMPORT + 'tf.a(x / 255., 1.e-3, 2.)\ntf.b',
      ['import tensorflow as', 'tf<0>.a', 'tf<0>.b']
    ],
    [
      'semicolons',
      IMPORT + 'tf.a; tf.b;\nif x: tf.c; tf.d;',
      ['import tensorflow as', 'tf<0>.a', 'tf<0>.b', 'tf<0>.c C', 'tf<0>.d C']
    ]
  ]);

  it('have a place for every name', () => {
    const source = IMPORT + 'if x(\n  y):\n  a = (tf.\n    keras)\n';
    const usage = read(source).usages[1];
    expect(usage).toMatchObject({
      base: { name: 'tf', span: { from: 43, to: 45 } },
      path: [{ name: 'keras', span: { from: 51, to: 56 } }],
      place: { statement: { from: 38, to: 57 }, conditional: true }
    });
    expect(rangeOf(source, usage.place.statement)).toEqual({
      line: 4,
      column: 3,
      endLine: 5,
      endColumn: 11
    });
  });

  it('of a compound statement belong to its header', () => {
    const headers = [
      'if tf.a:',
      'elif tf.b:',
      'else:',
      'while tf.c :',
      'for x in tf.d:',
      'with tf.e as y:',
      '@tf.f\ndef f(a=\ntf.g):',
      'class A(tf.h):'
    ];
    const source =
      IMPORT + headers.map(header => `${header}\n  pass\n`).join('');
    const statements = read(source)
      .usages.filter(({ kind }) => kind === 'attribute')
      .map(({ place }) =>
        source.slice(place.statement.from, place.statement.to)
      );
    expect(statements).toEqual([
      headers[0],
      headers[1],
      ...headers.slice(3, 7),
      headers[6],
      headers[7]
    ]);
  });
});
