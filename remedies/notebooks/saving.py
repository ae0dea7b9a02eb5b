import keras
from keras.callbacks import ModelCheckpoint, ReduceLROnPlateau
from keras.saving import register_keras_serializable

# %%
best = ModelCheckpoint("best.keras", save_best_only=True)
keep = keras.callbacks.BackupAndRestore("backup")
tracker = keras.losses.CategoricalFocalCrossentropy()
