/** Attributes of classes that dir() does not tell, or that others define. */

import { answer } from '../conformance/answer';

const TF1 = 'import tensorflow.compat.v1 as tf\n';
const TF2 = 'import tensorflow as tf\n';
const PB2 = 'from tensorflow.core.protobuf import';

/** Code, environment, and what it does: asked in these environments, but for what they cannot tell. */
const asked: readonly (readonly [string, string, string])[] = [
  // The metaclass of protocol messages answers for values that dir() does not list.
  [`${TF1}tf.OptimizerOptions.L1`, 'tf2.15', 'runs'],
  [`${TF1}tf.OptimizerOptions.L1`, 'tf2.4', 'runs'],
  [`${TF1}tf.OptimizerOptions.L7`, 'tf2.15', 'unknown'],
  [`${PB2} saver_pb2\nsaver_pb2.SaverDef.V1`, 'tf2.15', 'runs'],
  [`${PB2} config_pb2\nconfig_pb2.RunOptions.FULL_TRACE`, 'tf2.15', 'runs'],
  [
    `${PB2} rewriter_config_pb2 as r\nr.RewriterConfig.ON`,
    'tf2.4+keras2.4.3',
    'runs'
  ],
  // An enumeration hides what its bases have.
  [`${TF2}tf.data.experimental.AutoShardPolicy.numerator`, 'tf2.4', 'runs'],
  [`${TF2}tf.data.experimental.AutoShardPolicy.OF`, 'tf2.4', 'AttributeError'],
  [`${TF2}tf.data.experimental.AutoShardPolicy.is_integer`, 'tf2.4', 'unknown'],
  [`${TF2}tf.VariableAggregation.SUMM`, 'tf2.15', 'AttributeError'],
  // Python's own: there under another Python than the measured one.
  [`${TF2}tf.errors.CancelledError.add_note`, 'tf2.4', 'unknown'],
  [`${TF2}tf.errors.CancelledError.add_notes`, 'tf2.4', 'AttributeError'],
  // Classes of other distributions.
  [`${TF2}tf.estimator.ModeKeys.TRAIN`, 'tf2.15', 'runs'],
  [`${TF2}tf.estimator.ModeKeys.TRANE`, 'tf2.15', 'AttributeError'],
  [`${TF2}tf.estimator.ModeKeys.PREDICT`, 'tf1.15', 'runs'],
  [`${TF2}tf.test.TestCase.assertAllClose`, 'tf2.15', 'runs'],
  [`${TF2}tf.test.TestCase.assertEquals`, 'tf2.21', 'unknown'],
  [`${TF2}tf.experimental.numpy.uint16.tofile`, 'tf2.15', 'runs'],
  [`${TF2}tf.experimental.numpy.uint16.tofiel`, 'tf2.15', 'unknown'],
  [`${TF2}tf.compat.v1.test.mock.patch`, 'tf2.15', 'runs'],
  // What every class and every text has.
  [`${TF2}tf.Module.__dict__`, 'tf2.15', 'runs'],
  [`${TF2}tf.keras.optimizers.Optimizer.__module__`, 'tf2.4', 'runs'],
  [`${TF2}tf.Module._flatten`, 'tf2.15', 'unknown'],
  [`${TF2}tf.Module.__dict__.items`, 'tf2.15', 'runs'],
  [`${TF2}tf.Module.__dict__.item`, 'tf2.15', 'unknown'],
  [`${TF2}tf.Module._TF_MODULE_IGNORED_PROPERTIES.union`, 'tf2.4', 'runs'],
  [`${TF2}tf.compat.v1.test.mock.patch.object`, 'tf2.15', 'runs'],
  [`${TF2}tf.__version__.startswith`, 'tf2.15', 'runs'],
  ['import keras\nkeras.__version__.split', 'tf2.15', 'runs']
];

test.each(asked)('%s in %s: %s', (code, id, told) => {
  expect(answer(code, id)).toBe(told);
});
