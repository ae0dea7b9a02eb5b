"""The atlas builder: measures what each release of TensorFlow, Keras and tf_keras contains, in real interpreters."""
