import keras
from keras import ops
import keras.random

# %%
x = ops.zeros((2, 3))
y = keras.layers.GroupQueryAttention
