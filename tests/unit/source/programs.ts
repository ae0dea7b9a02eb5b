/** Generates Python: every kind of statement and expression that may hold a name of ours. */

import type { Random } from './random';

const NAMES = ['tf', 'keras', 'K', 'x', 'ß'];
const PARTS = ['layers', 'keras', 'a', 'tf', 'größe', 'match'];

function expression(random: Random, depth: number): string {
  const inner = () => expression(random, depth - 1);
  const name = () => random.pick(NAMES);
  if (depth <= 0 || random.chance(30)) {
    const dots = random.pick(['.', '.', '.', ' . ']);
    return random.pick([
      name,
      () => '1',
      () => "'é tf.no'",
      () =>
        [name(), random.several(1, 3, dots, () => random.pick(PARTS))].join(
          dots
        )
    ])();
  }
  return random.pick([
    () =>
      `${name()}.${random.pick(PARTS)}(${inner()}, k=${inner()}, *[${inner()}])`,
    () => `(${inner()}\n  + ${inner()})`,
    () => `${name()}.a[${inner()}:${inner()}].b`,
    () => `(${inner()} if ${inner()} else ${inner()})`,
    () => `(${inner()} and not ${inner()} or ${inner()})`,
    () => `(lambda ${name()}, *, y=${inner()}: ${inner()})`,
    () => `[${inner()} for ${name()} in ${inner()} if ${inner()}]`,
    () =>
      `{${inner()}: ${inner()} for _, ${name()} in ${inner()} for z in ${inner()}}`,
    () => `f(${inner()} for ${name()} in ${inner()})`,
    () => `{${inner()}, 255., *[${inner()}]}`,
    () => `(${inner()}, '''\n%no\n''', ${inner()})`,
    () => `('ü', ${inner()})[0] < -${inner()} <= (${inner()})`
  ])();
}

function block(random: Random, depth: number, indent: string): string {
  const deeper = `${indent}${random.pick(['  ', '    ', '\t'])}`;
  return random.several(1, 3, '', () =>
    statement(random, depth - 1, deeper, deeper)
  );
}

function statement(
  random: Random,
  depth: number,
  indent: string,
  first = indent
): string {
  // One block keeps one indentation, whichever it has chosen.
  const value = () => expression(random, 2);
  const name = () => random.pick(NAMES);
  const body = () => block(random, depth, first);
  if (depth <= 0 || random.chance(40)) {
    return (
      first +
      random.pick([
        value,
        () => `v = w = ${value()}`,
        () => `v = f(new := ${value()}) or (new := ${value()})`,
        () => `v.a, (w, b[${value()}]) = ${value()}, ${value()}`,
        () => `v: ${value()} = ${value()}`,
        () => `v += ${value()}; ${value()}`,
        () => `tf.v.w = ${value()}`,
        () => `del keras.v, b[${value()}]`,
        () => `assert ${value()}, ${value()}`,
        () => 'import keras.layers as v, tensorflow.a as w',
        () => 'from keras.a import (b as c,\n  größe)',
        () => 'pass  # tf.no'
      ])() +
      '\n'
    );
  }
  return (
    first +
    random.pick([
      () =>
        `if ${value()}:\n${body()}${first}elif ${value()}:\n${body()}${first}else:\n${body()}`,
      () => `for v in ${value()}, ${value()}:\n${body()}`,
      () => `while ${value()}:\n${body()}`,
      () => `with ${value()} as v, ${value()}:\n${body()}`,
      () =>
        `try:\n${body()}${first}except (${name()}.a, E) as e:\n${body()}${first}finally:\n${body()}`,
      () =>
        `@${name()}.a.b(${value()})\n${first}def g(${name()}, q: ${value()} = ${value()}, *r, s=${value()}) -> ${value()}:\n${body()}`,
      () => `def h(q):\n${body()}${first}\n`,
      () => `class A(${value()}, metaclass=${value()}):\n${body()}`
    ])()
  );
}

/** A program that imports our packages first, then does as it likes with them. */
export function program(random: Random): string {
  const imports =
    'import tensorflow as tf\nimport keras; from keras import backend as K\n';
  return imports + random.several(2, 6, '', () => statement(random, 3, ''));
}
