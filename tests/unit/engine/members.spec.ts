/** Members through bases, as TensorFlow 2.1.4 and keras 2.3.1 answer: docs/conformance.md asks them all. */

import { memberOf } from '../../../src/engine/resolver/questions';
import { worldOf } from '../../../src/engine/resolver/world';
import type { Environment } from '../../../src/engine/types';
import { shippedAtlas } from '../atlas';

const environment: Environment = {
  schema: 1,
  python: { version: '3.7.16' },
  installed: {
    tensorflow: { version: '2.1.4', distribution: 'tensorflow' },
    keras: { version: '2.3.1', distribution: 'keras' },
    tf_keras: null
  },
  loaded: {},
  variables: {},
  unreadable: []
};

test.each<[string, string, string]>([
  ['keras.metrics.MeanIoU', 'add_update', 'found'],
  ['keras.metrics.MeanIoU', 'no_such_member', 'missing'],
  ['keras.callbacks.TensorBoard', 'on_epoch_end', 'found'],
  ['tensorflow.keras.metrics.MeanIoU', 'no_such_member', 'missing']
])(
  'a base that is the class of the same name in TensorFlow: %s.%s is %s',
  (symbol, member, expected) => {
    const world = worldOf(environment, shippedAtlas());
    const asked = { symbol, member, on: 'class' as const };
    expect(memberOf(asked, world, environment).status).toBe(expected);
  }
);
