import tensorflow as tf

# %%
optimizer = tf.keras.optimizers.Adam(lr=0.001, decay=1e-6)
legacy = tf.keras.optimizers.legacy.Adam(learning_rate=0.001)
