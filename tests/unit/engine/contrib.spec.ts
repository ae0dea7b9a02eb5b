/** `tensorflow.contrib` loads at its first touch; each row is what CPython 3.7 said in TensorFlow 1.15.5. */

import { environmentOf, findingsIn } from '../rules/cases';

const EAGER = 'import tensorflow.contrib.eager as tfe\n';

test.each<[string, boolean, string]>([
  ['the import of the package itself', true, `${EAGER}tfe.defun`],
  [
    'contrib, of which nothing is taken',
    true,
    `import tensorflow as tf\ntf.contrib\n${EAGER}tfe.defun`
  ],
  [
    'the import, which shows everywhere',
    true,
    `${EAGER}import tensorflow as tf\ntf.contrib.eager.defun`
  ],
  [
    'the import of what is in it',
    true,
    'from tensorflow.contrib.eager.python import tfe\nimport tensorflow as tf\ntf.contrib.eager.defun'
  ],
  ['a from', true, 'from tensorflow.contrib.eager import defun'],
  [
    'the import of another package',
    false,
    `import tensorflow.contrib.slim as slim\n${EAGER}tfe.defun`
  ],
  [
    'a from that takes another package',
    false,
    `from tensorflow.contrib import slim\n${EAGER}tfe.defun`
  ],
  [
    'an attribute',
    false,
    `import tensorflow as tf\ntf.contrib.layers\n${EAGER}tfe.defun`
  ],
  ['an import that may not run', false, `if x:\n    ${EAGER}tfe.defun`],
  [
    'a package that has the name',
    false,
    'import tensorflow.contrib.layers as layers\nlayers.fully_connected'
  ]
])('first touched by %s: %s', (_, isLost, code) => {
  const errors = findingsIn(environmentOf('tf1.15'), code).filter(
    ({ severity }) => severity === 'error'
  );
  expect(errors.map(({ rule }) => rule)).toEqual(
    isLost ? ['missing-symbol'] : []
  );
});
