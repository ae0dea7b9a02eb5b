import { changed, reportOf, said, type Change } from './surroundings';

test.each<[string, Change, readonly string[]]>([
  ['tf2.15', {}, []],
  ['tf2.15', { shadowing: [] }, []],
  [
    'tf2.15',
    { shadowing: [{ module: 'keras', path: 'keras.py' }] },
    [
      'warning: `keras.py` hides the installed keras: `import keras` takes that file. Rename it, then restart the kernel.'
    ]
  ],
  [
    'tf2.4',
    {
      installed: { keras: null },
      shadowing: [
        { module: 'keras', path: 'keras/' },
        { module: 'tensorflow', path: 'tensorflow.py' }
      ]
    },
    [
      'warning: `import keras` takes `keras/`, which is not the package keras. Rename it, then restart the kernel.',
      'warning: `tensorflow.py` hides the installed TensorFlow: `import tensorflow` takes that file. Rename it, then restart the kernel.'
    ]
  ]
])('%s %j', (id, change, expected) => {
  const report = reportOf(changed(id, change), 'import tensorflow');
  expect(said(report, 'shadowed-package')).toEqual(expected);
});

test('what a file hides is unknown, not missing', () => {
  const code =
    'from keras.layers import Nowhere\nimport tensorflow.keras.nowhere';
  const shadowing = [{ module: 'keras', path: 'keras.py' }];
  expect(reportOf(changed('tf2.15', {}), code).findings).toHaveLength(2);
  const hidden = reportOf(changed('tf2.15', { shadowing }), code);
  expect(hidden.findings).toEqual([]);
  expect(hidden.unknown).toBe(2);
});
