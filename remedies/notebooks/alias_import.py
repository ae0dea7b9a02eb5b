import tensorflow as tf
from tf.keras.layers import Dense
from tensorflow.keras.layers import RandomBrightness

# %%
Dense(3)
