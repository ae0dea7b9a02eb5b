import keras
import tensorflow as tf
from keras.utils import to_categorical
from tensorflow.keras.utils import image_dataset_from_directory

# %%
keras.layers.Dense(1)
tf.keras.layers.MultiHeadAttention(num_heads=1, key_dim=1)
