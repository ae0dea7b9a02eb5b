from keras.engine.topology import Layer
from keras.layers.recurrent import LSTM
from keras.layers.normalization import BatchNormalization
from keras.utils import multi_gpu_model
import keras

# %%
lstm = LSTM(3)
norm = BatchNormalization()
