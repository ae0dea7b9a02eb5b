import { changed, reportOf, said, type Change } from './surroundings';

test.each<[string, Change, readonly string[]]>([
  ['tf2.15', {}, []],
  ['tf2.18', {}, []],
  ['keras3-jax', {}, []],
  // As the metadata of the kernel has it.
  [
    'tf2.4',
    {
      installed: { numpy: '1.21.6' },
      requires: { tensorflow: ['numpy~=1.19.2', 'h5py~=2.10.0'] }
    },
    [
      'warning: TensorFlow 2.4.4 asks for `numpy~=1.19.2`, and this kernel has numpy 1.21.6.'
    ]
  ],
  // As the index has it for that release.
  [
    'tf2.4',
    { installed: { numpy: '1.21.6', scipy: '1.0' } },
    [
      'warning: TensorFlow 2.4.4 asks for `numpy~=1.19.2`, and this kernel has numpy 1.21.6.'
    ]
  ],
  [
    'tf2.15',
    {
      installed: { ml_dtypes: null },
      requires: { tensorflow: ['ml-dtypes~=0.3.1'] }
    },
    [
      'warning: TensorFlow 2.15.1 needs `ml-dtypes~=0.3.1`, which is not installed.'
    ]
  ],
  // Two that were imported together: it works, the metadata excludes it.
  [
    'tf2.15+keras3',
    {},
    [
      'warning: TensorFlow 2.15.1 asks for `keras<2.16,>=2.15.0`, and this kernel has keras 3.0.5.'
    ]
  ],
  // And two that do not work.
  [
    'tf2.16',
    { installed: { tf_keras: '2.15.1' } },
    [
      'error: tf_keras 2.15.1 asks for `tensorflow<2.16,>=2.15`, and this kernel has TensorFlow 2.16.2.'
    ]
  ],
  // What hardly matters is told together.
  [
    'tf2.15',
    {
      installed: {
        gast: '0.2',
        wrapt: '2',
        astunparse: '1',
        flatbuffers: '1',
        six: '1',
        termcolor: '1'
      },
      requires: {
        tensorflow: [
          'gast!=0.5.0,>=0.2.1',
          'wrapt<1.15,>=1.11.0',
          'astunparse>=1.6.0',
          'flatbuffers>=23.5.26',
          'six>=1.12.0',
          'termcolor>=1.1.0'
        ]
      }
    },
    [
      'warning: TensorFlow 2.15.1 asks for other releases of gast, wrapt, astunparse, flatbuffers and 2 more than this kernel has.'
    ]
  ],
  [
    'tf2.15',
    { python: '3.8.18' },
    ['warning: TensorFlow 2.15.1 asks for Python >=3.9, and this is 3.8.18.']
  ],
  // Measured: the import raises.
  [
    'tf2.4',
    { installed: { protobuf: '5.29.6' } },
    [
      'error: TensorFlow 2.4.4 cannot be imported with protobuf 5.29.6. Install `protobuf<3.21`. Python says: TypeError: Descriptors cannot be created directly.'
    ]
  ],
  [
    'tf2.15',
    { installed: { numpy: '2.4.6' } },
    [
      'error: TensorFlow 2.15.1 cannot be imported with numpy 2.4.6. Install `numpy<2.0.0,>=1.23.5`. Python says: ImportError: numpy.core.umath failed to import'
    ]
  ],
  [
    'tf2.4',
    {
      installed: { protobuf: '5.29.6' },
      variables: { PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION: 'python' }
    },
    []
  ],
  [
    'tf2.4',
    { installed: { protobuf: '5.29.6' }, loaded: { tensorflow: '2.4.4' } },
    []
  ]
])('%s %j', (id, change, expected) => {
  const report = reportOf(changed(id, change), 'import numpy');
  expect(said(report, 'unmet-requirement')).toEqual(expected);
});

test('the import that a release of numpy stops is marked, what waits for it is not', () => {
  const report = reportOf(
    changed('tf2.15', { installed: { numpy: '2.4.6' } }),
    'import tensorflow as tf\ntf.constant(1)'
  );
  expect(
    report.findings.map(({ rule, symbol, blocks }) => [rule, symbol, blocks])
  ).toEqual([['unmet-requirement', 'tensorflow', 1]]);
});
