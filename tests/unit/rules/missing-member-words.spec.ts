import { environmentOf, findingsIn } from './cases';

const MODEL =
  'from tensorflow.keras.models import Sequential\nmodel = Sequential()\n';

test.each([
  [
    'tf2.21',
    'model.fit_generator(x)',
    '`fit_generator` is not in `Sequential` of TensorFlow 2.21.0. Write `fit`. TensorFlow 1.13 to 1.15 and 2.0 to 2.15 have it.'
  ],
  [
    'tf2.6',
    'model.predict_classes(x)',
    '`predict_classes` is not in `Sequential` of TensorFlow 2.6.5. `predict(…).argmax(axis=-1)` gives the class of several outputs.'
  ]
])('%s: %s says', (id, code, message) => {
  expect(findingsIn(environmentOf(id), MODEL, code)[0].message).toBe(message);
});

test.each([
  ['model.fit_generator(x)', true],
  ['model.fit_generator(x, epochs=3)', true],
  ['model.fit_generator(x, 10)', false],
  ['model.fit_generator(generator=x)', false],
  ['model.fit_generator(x, workers=4)', false],
  ['model.fit_generator(*x)', false],
  ['f = model.fit_generator', false]
])('%s: the fix is safe: %s', (code, safe) => {
  const [finding] = findingsIn(environmentOf('tf2.21'), MODEL, code);
  expect(finding.fixes.map(fix => [fix.safe, fix.edits[0].text])).toEqual([
    [safe, 'fit']
  ]);
});
