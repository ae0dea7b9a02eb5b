import tensorflow as tf
from tensorflow.keras.layers.experimental import preprocessing

# %%
layer = preprocessing.Normalization()
policy = tf.keras.mixed_precision.experimental.Policy("float32")
