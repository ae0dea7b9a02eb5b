import { environmentOf, findingsIn, told } from './cases';

const CHECKPOINT = 'from tensorflow.keras.callbacks import ModelCheckpoint\n';
const MODEL =
  'from tensorflow import keras\nmodel = keras.Sequential([keras.layers.Dense(1)])\n';
const REFUSED = 'refused-value error tensorflow.keras';

test.each<[string, string, readonly string[]]>([
  [
    'tf2.18',
    `${CHECKPOINT}ModelCheckpoint('x.h5', save_weights_only=True)`,
    [`${REFUSED}.callbacks.ModelCheckpoint @2:17`]
  ],
  [
    'tf2.18',
    `${CHECKPOINT}ModelCheckpoint('x.h5', 'loss', 0, True, True)`,
    [`${REFUSED}.callbacks.ModelCheckpoint @2:17`]
  ],
  [
    'tf2.18',
    `${CHECKPOINT}ModelCheckpoint(monitor='loss', filepath='{epoch}.hdf5')`,
    [`${REFUSED}.callbacks.ModelCheckpoint @2:42`]
  ],
  ['tf2.18', `${CHECKPOINT}ModelCheckpoint('x.keras')`, []],
  [
    'tf2.18',
    `${CHECKPOINT}ModelCheckpoint('x.weights.h5', save_weights_only=True)`,
    []
  ],
  ['tf2.4', `${CHECKPOINT}ModelCheckpoint('x.h5', save_weights_only=True)`, []],
  [
    'tf2.18+legacy',
    `${CHECKPOINT}ModelCheckpoint('x.h5', save_weights_only=True)`,
    []
  ],
  // What is no literal is not judged, and neither is what `*` or `**` brings.
  [
    'tf2.18',
    `${CHECKPOINT}name = 'x.h5'\nModelCheckpoint(name, save_weights_only=True)`,
    []
  ],
  [
    'tf2.18',
    `${CHECKPOINT}ModelCheckpoint(f'{1}.h5', save_weights_only=True)`,
    []
  ],
  [
    'tf2.18',
    `${CHECKPOINT}ModelCheckpoint('x.h5', save_weights_only=bool(1))`,
    []
  ],
  ['tf2.18', `${CHECKPOINT}more = {}\nModelCheckpoint('x.hdf5', **more)`, []],
  [
    'tf2.18',
    `${MODEL}model.save('folder')`,
    [`${REFUSED}.Sequential.save @3:12`]
  ],
  ['tf2.18', `${MODEL}model.save('x.keras')\nmodel.save('x.h5')`, []],
  ['tf2.18', `${MODEL}model.save('folder', zipped=False)`, []],
  ['tf2.18', `${MODEL}model.save('folder', True, False)`, []],
  ['tf2.15', `${MODEL}model.save('folder')\nmodel.save_weights('x')`, []],
  [
    'tf2.18',
    `${MODEL}model.save_weights('x.h5')`,
    [`${REFUSED}.Sequential.save_weights @3:20`]
  ],
  [
    'tf2.18',
    `${MODEL}model.load_weights('x')\nmodel.load_weights('x.h5')`,
    [`${REFUSED}.Sequential.load_weights @3:20`]
  ],
  // The class is not certain.
  [
    'tf2.18',
    'from tensorflow import keras\nmodel = make()\nmodel.save("x")',
    []
  ],
  [
    'tf2.18',
    'from tensorflow import keras\nkeras.models.load_model("x")',
    [`${REFUSED}.models.load_model @2:25`]
  ],
  // A folder that Keras 3 itself has written is read.
  [
    'tf2.18',
    `${MODEL}model.save('x', zipped=False)\nkeras.models.load_model('x')`,
    []
  ],
  [
    'tf2.18',
    'from tensorflow import keras\nkeras.models.load_model("gs://bucket/x")',
    []
  ],
  [
    'tf2.4',
    `${MODEL}keras.layers.Dense(1, activation='mish')`,
    [`${REFUSED}.layers.Dense @3:34`]
  ],
  [
    'tf2.4',
    `${MODEL}keras.layers.Dense(1, 'mish')\nkeras.layers.Dense(1, 'mine')`,
    [`${REFUSED}.layers.Dense @3:23`]
  ],
  ['tf2.18', `${MODEL}keras.layers.Dense(1, 'mish')`, []],
  // The notebook may have given the name a meaning.
  [
    'tf2.4',
    `${MODEL}keras.utils.get_custom_objects()['mish'] = abs\nkeras.layers.Dense(1, 'mish')`,
    []
  ],
  [
    'tf2.18',
    'import keras\nkeras.losses.MeanSquaredError(reduction="auto")',
    ['refused-value error keras.losses.MeanSquaredError @2:41']
  ],
  [
    'tf2.18',
    `${CHECKPOINT}try:\n    ModelCheckpoint('x')\nexcept ValueError:\n    pass`,
    ['refused-value info tensorflow.keras.callbacks.ModelCheckpoint @3:21']
  ],
  [
    'tf2.18',
    `${CHECKPOINT}try:\n    ModelCheckpoint('x')\nexcept ImportError:\n    pass`,
    ['refused-value error tensorflow.keras.callbacks.ModelCheckpoint @3:21']
  ]
])('%s: %s', (id, code, expected) => {
  expect(told(findingsIn(environmentOf(id), code))).toEqual(expected);
});

test.each([
  [
    'tf2.18',
    `${CHECKPOINT}ModelCheckpoint('x.h5', save_weights_only=True)`,
    "`ModelCheckpoint` of TensorFlow 2.18.1 refuses `'x.h5', save_weights_only=True`. The name must end in `.weights.h5`."
  ],
  [
    'tf2.18',
    `${MODEL}model.save('folder')`,
    "`save` of TensorFlow 2.18.1 refuses `'folder'`. The name must end in `.keras` or `.h5`. TensorFlow 2.0 to 2.15 take it."
  ],
  [
    'tf2.4',
    `${MODEL}model.compile(optimizer='adamw')`,
    "`compile` of TensorFlow 2.4.4 refuses `optimizer='adamw'`. TensorFlow 2.16 to 2.21 take it."
  ],
  [
    'tf2.18',
    'import keras\nkeras.losses.MeanSquaredError(reduction="auto")',
    "`MeanSquaredError` of keras 3.8.0 refuses `reduction='auto'`. Write `'sum_over_batch_size'`. keras 2.3 to 2.15 take it."
  ]
])('%s: %s says', (id, code, message) => {
  expect(findingsIn(environmentOf(id), code)[0].message).toBe(message);
});

test.each<[string, string | null]>([
  [
    `${CHECKPOINT}ModelCheckpoint('x.h5', save_weights_only=True)`,
    "'x.weights.h5'"
  ],
  [`${CHECKPOINT}ModelCheckpoint('runs/')`, "'runs.keras'"],
  [`${CHECKPOINT}ModelCheckpoint('v1.{epoch}')`, "'v1.{epoch}.keras'"],
  [`${CHECKPOINT}ModelCheckpoint("it's")`, null],
  [`${MODEL}keras.models.load_model('x')`, null],
  [`${MODEL}keras.layers.Dense(1, name='a/b')`, null]
])('the fix of %s names what is taken, and is not safe', (code, text) => {
  const environment = environmentOf('tf2.18');
  const [finding] = findingsIn(environment, code);
  expect(finding.rule).toBe('refused-value');
  expect(
    finding.fixes.map(({ safe, edits }) => [safe, edits[0]?.text])
  ).toEqual(text === null ? [] : [[false, text]]);
  for (const { edits } of finding.fixes) {
    const [edit] = edits;
    const lines = code.split('\n');
    const line = lines[edit.line - 1];
    lines[edit.line - 1] =
      line.slice(0, edit.column - 1) +
      edit.text +
      line.slice(edit.endColumn - 1);
    expect(findingsIn(environment, lines.join('\n'))).toEqual([]);
  }
});
