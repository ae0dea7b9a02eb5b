import tensorflow as tf
from tensorflow import keras

# %%
score = keras.metrics.F1Score()
norm = keras.layers.GroupNormalization()
space = keras.utils.FeatureSpace
rate = keras.optimizers.schedules.CosineDecay(0.1, 100, warmup_steps=5)
