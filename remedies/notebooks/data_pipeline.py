import numpy as np
import tensorflow as tf

# %%
data = tf.data.Dataset.from_tensor_slices(np.arange(10))
data = data.rejection_resample
both = tf.data.Dataset.sample_from_datasets
tf.random.set_seed(1)
tf.config.experimental.enable_op_determinism
tf.types.experimental.TensorLike
