import tensorflow as tf
from tensorflow.python.keras.layers import LSTM, Dense
from tensorflow.python.keras.utils.vis_utils import plot_model

# %%
cell = tf.compat.v1.nn.rnn_cell.LSTMCell(3)
loss = tf.losses.mean_squared_error
