from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

# %%
model = Sequential([Dense(3)])
model.predict_classes
model.predict_proba
model.fit_generator
