import tensorflow as tf

try:
    from tensorflow.keras.layers import TextVectorization
except ImportError:
    from tensorflow.keras.layers.experimental.preprocessing import TextVectorization

# %%
if hasattr(tf.keras.optimizers, "legacy"):
    Adam = tf.keras.optimizers.legacy.Adam
else:
    Adam = tf.keras.optimizers.Adam

# %%
words = TextVectorization(output_mode="multi_hot")
split = tf.keras.layers.IntegerLookup(vocabulary=[1, 2])
both = tf.keras.layers.Hashing(num_bins=3)
attention = tf.keras.layers.Attention(score_mode="dot")
