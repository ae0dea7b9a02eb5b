import tensorflow as tf
from tensorflow.keras.layers import Dense, RandomFlip, Rescaling

# %%
model = tf.keras.Sequential([Rescaling(1 / 255), RandomFlip("horizontal"), Dense(3)])
