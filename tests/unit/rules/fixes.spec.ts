/** A safe fix makes its finding go away, and brings no error. */

import { replaced, replacementsOf } from '../../../src/engine/edits';
import type { Environment, Finding, Fix } from '../../../src/engine/types';
import { truth } from '../conformance/truth';
import { environmentOf, findingsIn } from './cases';

const TF = 'import tensorflow as tf\n';

/** Besides the statements that interpreters were asked: what the fixes of single rules are for. */
const CODES: readonly string[] = [
  ...truth.statements.map(({ code }) => code),
  `${TF}tf.Session(config=tf.ConfigProto())`,
  `${TF}with tf.Session() as s:\n    s.run(tf.global_variables_initializer())`,
  `${TF}tf.logging.set_verbosity(tf.logging.ERROR)`,
  `${TF}tf.layers.dense`,
  `${TF}tf.train.AdamOptimizer(0.1).minimize`,
  `${TF}tf.GraphKeys.GLOBAL_VARIABLES`,
  `${TF}tf.random_normal([1]); tf.set_random_seed(1)`,
  `${TF}from tf.keras.layers import Dense`,
  'from tensorflow import Session',
  'from tensorflow.python.keras.layers import Dense, Flatten',
  'from tensorflow.python.keras.models import Sequential',
  'from tensorflow.python.framework.ops import Tensor',
  'from tensorflow.python.ops.variable_scope import variable_scope',
  'from keras.src.layers import Dense, Conv2D',
  'from keras._tf_keras.keras.preprocessing.image import ImageDataGenerator',
  'from keras.layers.core import Dense, Dropout',
  'from keras.layers.convolutional import Conv2D',
  'from keras.layers.normalization import BatchNormalization',
  'from keras.engine.topology import Layer',
  'from keras.utils.np_utils import to_categorical',
  'from keras.preprocessing.image import ImageDataGenerator',
  `${TF}tf.keras.layers.experimental.preprocessing.RandomFlip`
];

interface Case {
  readonly code: string;
  readonly finding: Finding;
  /** Of the finding, and of others of its rule about the same name in the line. */
  readonly fixes: readonly Fix[];
}

const isLike = (a: Finding, b: Finding): boolean =>
  a.rule === b.rule && a.line === b.line && a.symbol === b.symbol;

function casesIn(environment: Environment): readonly Case[] {
  return CODES.flatMap(code => {
    const findings = findingsIn(environment, code);
    return findings.flatMap(finding => {
      const fixes = findings
        .filter(other => isLike(finding, other))
        .flatMap(other => other.fixes.filter(fix => fix.safe).slice(0, 1));
      return finding.fixes.some(fix => fix.safe)
        ? [{ code, finding, fixes }]
        : [];
    });
  });
}

const errorsIn = (findings: readonly Finding[]): number =>
  findings.filter(({ severity }) => severity === 'error').length;

jest.setTimeout(120_000);

describe.each([
  'tf1.15',
  'tf2.4',
  'tf2.6',
  'tf2.12',
  'tf2.15',
  'tf2.16+legacy',
  'tf2.21'
])('%s', id => {
  const environment = environmentOf(id);

  test('the finding is gone', () => {
    const cases = casesIn(environment);
    expect(cases.length).toBeGreaterThan(5);
    const failures = cases.flatMap(({ code, finding, fixes }) => {
      const fixed = replaced(code, replacementsOf(code, fixes));
      const after = findingsIn(environment, fixed);
      const left = after.some(other => isLike(finding, other));
      const worse = errorsIn(after) > errorsIn(findingsIn(environment, code));
      return fixed === code || left || worse ? [{ code, fixed }] : [];
    });
    expect(failures).toEqual([]);
  });
});
