/** Cells as people write them, to be damaged. */

import { truth } from '../conformance/truth';

/** Everything that may stand in a cell, in one. */
export const CELL = `%env KERAS_BACKEND=jax
!pip install -q "keras<3"
import os, tensorflow as tf
os.environ.update({'A': '1'}, B="2")
try:
    from keras.utils import np_utils as u
except (ImportError, AttributeError) as e:
    from tensorflow.keras import utils as u
    raise
files = !ls \\
    -l
keras = tf.keras
class Net(keras.Model):
    """%no !no"""
    def call(self, x: tf.Tensor = tf.zeros([1])) -> tf.Tensor:
        global K
        K = keras.backend
        return [l(x) for l in self.l if isinstance(l, keras.layers.Layer)]
with (open('x') as f, tf.device('y') as self.d):
    f"{tf.__version__!r:>{K.x}}" % tf.a / 255.
match tf.a:
    case keras.A(b=[]) | {'c': d, **f} if tf.e: del tf.x, e
for K, *L in *tf.y, 3: lambda a, /, b=tf.z: tf.w
from keras.layers import *
Dense(3)?
`;

/** The cell above, and what interpreters were asked. */
export function seeds(): readonly string[] {
  const asked = truth.statements.map(({ code }) => code);
  return [...Array.from({ length: 20 }, () => CELL), ...asked];
}
