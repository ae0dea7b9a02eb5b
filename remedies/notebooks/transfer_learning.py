import tensorflow as tf
from tensorflow.keras.applications import ConvNeXtTiny, EfficientNetV2B0
from tensorflow.keras.utils import image_dataset_from_directory

# %%
augment = tf.keras.Sequential([tf.keras.layers.RandomFlip("horizontal"), tf.keras.layers.RandomBrightness(0.1)])
pool = tf.keras.layers.GlobalAveragePooling2D(keepdims=True)
