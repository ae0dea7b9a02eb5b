from keras.models import Sequential
from keras.layers.core import Dense, Dropout
from keras.layers.convolutional import Conv2D
from keras.utils import np_utils
from keras.optimizers import SGD

# %%
model = Sequential([Conv2D(8, (3, 3), input_shape=(28, 28, 1)), Dropout(0.5), Dense(10)])
model.compile(optimizer=SGD(lr=0.01), loss="mse")
labels = np_utils.to_categorical([1, 2])
