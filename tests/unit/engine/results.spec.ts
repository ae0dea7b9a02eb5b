import { environmentOf, findingsIn } from '../rules/cases';

const IMPORTS =
  'import tensorflow as tf\nfrom tensorflow.keras.models import Sequential, Model\n';

/** The body of `build`, then `build(1).fit_generator`, which Keras 3 has not. */
test.each<[string, boolean, string]>([
  ['what it makes', true, 'def build(n):\n    return Sequential()'],
  [
    'what a name of its own holds',
    true,
    'def build(n):\n    model = tf.keras.Sequential()\n    model.add(n)\n    return model'
  ],
  [
    'what another function of the notebook returns',
    true,
    'def inner():\n    return Model(1)\ndef build(n):\n    return inner()'
  ],
  [
    'the same on two paths',
    true,
    'def build(n):\n    if n:\n        return Sequential([n])\n    return Sequential()'
  ],
  [
    'a name of the notebook',
    true,
    'model = Sequential()\ndef build(n):\n    return model'
  ],
  ['its argument', false, 'def build(n):\n    return n'],
  [
    'what an unknown function makes of it',
    false,
    'def build(n):\n    model = Sequential()\n    model = wrap(model)\n    return model'
  ],
  [
    'two things',
    false,
    'def build(n):\n    if n:\n        return Sequential()\n    return other()'
  ],
  ['several values', false, 'def build(n):\n    return Sequential(), n'],
  ['a generator', false, 'def build(n):\n    yield n\n    return Sequential()'],
  ['a coroutine', false, 'async def build(n):\n    return Sequential()'],
  ['decorated', false, '@cached\ndef build(n):\n    return Sequential()'],
  ['itself', false, 'def build(n):\n    return build(n - 1)'],
  [
    'one of two functions',
    false,
    'def build(n):\n    return Sequential()\nif x:\n    def build(n):\n        return n'
  ],
  [
    'defined on one path only',
    false,
    'if x:\n    def build(n):\n        return Sequential()'
  ],
  ['nothing', false, 'def build(n):\n    Sequential()'],
  [
    'a method of another class',
    false,
    'class A:\n    def build(self):\n        return Sequential()\nbuild = A().build'
  ]
])('a function that returns %s: %s', (_, isJudged, code) => {
  const findings = findingsIn(
    environmentOf('tf2.21'),
    IMPORTS,
    code,
    'build(1).fit_generator(2)'
  );
  expect(findings.map(({ rule, cell }) => `${rule} ${cell}`)).toEqual(
    isJudged ? ['missing-member 2'] : []
  );
});

/** `one, two = build(1)`, then `two.fit_generator`. */
test.each<[string, boolean, string]>([
  ['a tuple', true, 'def build(n):\n    return n, Sequential()'],
  [
    'a tuple in brackets, on each path',
    true,
    'def build(n):\n    if n:\n        return (1, Sequential())\n    return (2, Sequential([]))'
  ],
  [
    'nothing on the other path',
    true,
    'def build(n):\n    if n:\n        return\n    return n, Sequential()'
  ],
  [
    'another function for one of them',
    true,
    'def make():\n    return Sequential()\ndef build(n):\n    return n, make()'
  ],
  [
    'something else on another path',
    false,
    'def build(n):\n    if n:\n        return n\n    return n, Sequential()'
  ],
  ['another place', false, 'def build(n):\n    return Sequential(), n'],
  [
    'three things',
    false,
    'def build(n):\n    return n, Sequential(), Sequential()'
  ],
  ['a star', false, 'def build(n):\n    return [*n], Sequential(), *n'],
  [
    'what is yielded',
    false,
    'def build(n):\n    yield n\n    return n, Sequential()'
  ]
])('a function that returns %s to be unpacked: %s', (_, isJudged, code) => {
  const findings = findingsIn(
    environmentOf('tf2.21'),
    IMPORTS,
    code,
    'one, two = build(1)\ntwo.fit_generator(2)'
  );
  expect(findings.map(({ rule, line }) => `${rule} ${line}`)).toEqual(
    isJudged ? ['missing-member 2'] : []
  );
});

test('a method returns several values too', () => {
  const code =
    'class A:\n    def build(self):\n        return 1, Sequential()\n    def run(self):\n        self.n, self.model = self.build()\n        self.model.fit_generator';
  const findings = findingsIn(environmentOf('tf2.21'), IMPORTS, code);
  expect(findings.map(({ rule, line }) => `${rule} ${line}`)).toEqual([
    'missing-member 6'
  ]);
});
