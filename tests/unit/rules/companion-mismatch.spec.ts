import { changed, reportOf, said, type Change } from './surroundings';

test.each<[string, Change, readonly string[]]>([
  ['tf2.15', { installed: { tensorflow_text: '2.15.0' } }, []],
  [
    'tf2.15',
    {
      installed: { tensorflow_text: '2.15.0' },
      requires: {
        tensorflow_text: ['tensorflow-hub>=0.13.0', 'tensorflow<2.16,>=2.15.0']
      }
    },
    []
  ],
  [
    'tf2.16',
    {
      installed: { tensorflow_text: '2.15.0' },
      requires: { tensorflow_text: ['tensorflow<2.16,>=2.15.0'] }
    },
    [
      'warning: tensorflow-text 2.15.0 needs `tensorflow<2.16,>=2.15.0`, and this kernel has TensorFlow 2.16.2. Install releases that fit each other.'
    ]
  ],
  [
    'tf2.16',
    {
      installed: { tensorflow_hub: '0.16.1', tf_keras: null },
      requires: { tensorflow_hub: ['numpy>=1.12.0', 'tf-keras>=2.14.1'] }
    },
    [
      'warning: tensorflow-hub 0.16.1 needs `tf-keras>=2.14.1`, which is not installed.'
    ]
  ],
  [
    'tf2.16',
    {
      installed: { keras_cv: '0.6', autokeras: '1.0.16' },
      requires: {
        keras_cv: ['keras-core', 'packaging'],
        autokeras: ['tensorflow (<=2.5.0,>=2.3.0)', 'keras-tuner']
      }
    },
    [
      'warning: autokeras 1.0.16 needs `tensorflow<=2.5.0,>=2.3.0`, and this kernel has TensorFlow 2.16.2. Install releases that fit each other.'
    ]
  ],
  // tensorflow-probability checks what its metadata does not require.
  [
    'tf2.18',
    { installed: { tensorflow_probability: '0.25.0', tf_keras: null } },
    [
      'warning: tensorflow-probability 0.25.0 needs `tf-keras>=2.16`, which is not installed.'
    ]
  ],
  [
    'tf2.15',
    { installed: { tensorflow_probability: '0.24.0', tf_keras: '2.16.0' } },
    [
      'warning: tensorflow-probability 0.24.0 needs `tensorflow>=2.16`, and this kernel has TensorFlow 2.15.1. Install releases that fit each other.'
    ]
  ],
  ['tf2.15', { installed: { tensorflow_probability: '0.23.0' } }, []],
  // The flavour that is asked for is not the one that supplies TensorFlow here.
  [
    'tf2.16',
    {
      installed: { old: '1' },
      requires: { old: ['tensorflow-gpu<2', 'tensorflow-cpu<2'] }
    },
    [
      'warning: old 1 needs `tensorflow-cpu<2`, and this kernel has TensorFlow 2.16.2. Install releases that fit each other.'
    ]
  ],
  // What the kernel has not told is no fault; TensorFlow's own requirements are another rule's.
  [
    'tf2.16',
    {
      installed: { some: '1' },
      requires: {
        some: ['nowhere>=3', 'keras @ file:///x'],
        tensorflow: ['keras<3']
      }
    },
    []
  ]
])('%s %j', (id, change, expected) => {
  const report = reportOf(changed(id, change), 'import tensorflow');
  expect(said(report, 'companion-mismatch')).toEqual(expected);
});
