from keras.preprocessing.image import ImageDataGenerator, load_img
from keras.applications.vgg16 import VGG16
import keras.backend as K

# %%
generator = ImageDataGenerator(rescale=1 / 255)
K.clear_session()
