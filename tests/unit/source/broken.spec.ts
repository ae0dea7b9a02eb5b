/** Cells that do not parse: what can be read is, and nothing is invented. */

import { read, render } from './render';

function check(source: string | string[]): {
  usages: string[];
  broken: readonly number[];
} {
  const { usages, broken } = read(...[source].flat());
  return { usages: usages.map(render), broken };
}

describe('broken cells', () => {
  const start = 'import keras\n';
  it.each([
    ['a dot without a name', 'keras.\nkeras.a'],
    ['an import without names', 'from keras import\nkeras.a'],
    ['an import with a dot', 'import keras.\nkeras.a'],
    ['two names side by side', 'keras.no keras.no2\nkeras.a'],
    ['an import and more', 'import keras.no as k foo\nkeras.a'],
    ['an argument too many', 'keras.no(x y)\nkeras.a'],
    ['a print statement', 'print keras.no\nkeras.a'],
    ['an unclosed bracket', 'x = keras.no(1,\nimport keras.b\n'],
    ['an unclosed string', "x = keras.no('1\nkeras.a"],
    ['a stray else', 'keras.a\nelse: keras.no\n'],
    ['a stray bracket', 'keras.no)\nkeras.a'],
    ['a stray sign', '$keras.no\nkeras.a'],
    ['a question inside', 'keras.no ?x\nkeras.a'],
    ['a header', 'if keras.no keras.no:\n  keras.a'],
    ['a function header', 'def f(a b=keras.no):\n  keras.a'],
    ['a condition that stops', 'x = keras.no if\nkeras.a'],
    ['a body that stops', 'keras.a\ndef f():\n'],
    ['characters in a name', 'x = “keras.no”\nkeras.a'],
    ['a word that is no name', 'with keras.as.x: pass\nkeras.a'],
    ['brackets that close nothing', `keras.no${')'.repeat(900)}\nkeras.a`],
    ['headers in brackets', `keras.no(${'if x:\n'.repeat(30)})\nkeras.a`],
    ['headers without bodies', `${'if x:\n'.repeat(30)}if keras.no:\nkeras.a`]
  ])('%s', (_, source) => {
    const { usages, broken } = check(start + source);
    expect(broken).toEqual([0]);
    expect(usages.join()).not.toMatch(/no/);
    expect(usages.length).toBe(2);
  });

  it.each([
    ['indentation', 'x = 1\n  y = keras.a'],
    ['less indentation', 'if x:\n    y\n  keras.a'],
    ['an except of Python 2', 'try:\n  keras.a\nexcept A, e:\n  pass']
  ])('wrong %s', (_, source) => {
    const { usages, broken } = check(start + source);
    expect(broken).toEqual([0]);
    expect(usages).toHaveLength(2);
  });

  it('lists broken cells only, and reads the others', () => {
    expect(check(['import keras', 'keras. = 3', 'keras.a', 'x = = 3'])).toEqual(
      {
        usages: ['import keras', 'keras<0>.a'],
        broken: [1, 3]
      }
    );
  });

  it('does not trust names that a broken statement may have bound', () => {
    expect(
      check(['import keras', 'keras, x = f(1 2)', 'keras.a']).usages
    ).toEqual(['import keras', 'keras<0?>.a']);
  });

  it.each([
    'x = 255.\ny = 1.e5',
    'with (open(a) as b, c as d.e,): pass',
    'with a as (b, c), d as e[0]: pass',
    `f(${'lambda: x[1:2], lambda a: (lambda b: {a: b}), '.repeat(30)})`,
    'lambda a, /, b: 0\nlambda *, a,: 0',
    'def f():\n  yield\n  x = yield',
    '@a.b[0].c\n@(lambda f: f)\ndef g(): pass',
    'match x:\n  case []: 1\n  case {}: 2\n  case A(): 3\n  case (): 4',
    'x[*y]\nfor a, *b in *c, d: pass\n[a for a, *b in c]',
    '[y := 1, y]\nx[y := 1]',
    'f(**a, *b)\nprint(*a, sep="")',
    'async def f():\n  async with a as b, c: pass\n  async for x in y: pass\n  return [x async for x in y]',
    'try: pass\nexcept* E: pass',
    'type X = int\ndef f[T: int, *U, **V](a): pass',
    'f"{x!r:>{y}} {z=}"',
    'x: int\ny: "T" = 1',
    'a = b = c, = 1,',
    'if 1: pass; x = 2;\nelse: pass',
    "x = 'a' \\\n  'b'",
    'class A: pass\n\n\n\n# end',
    '"""doc"""',
    ''
  ])('%j is not broken', source => {
    expect(read(source).broken).toEqual([]);
  });
});
