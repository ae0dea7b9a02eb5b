"""What one Python has of TensorFlow and Keras: the Environment, as base64 of JSON in RESULT.

CPython 3.6 and later, standard library only. Imports nothing that it asks about, writes
nothing, and never raises: what cannot be read is told in `unreadable`. The metadata folders on
sys.path are read directly because importlib.metadata is absent before 3.8.
"""
import base64
import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import sys
import sysconfig

SUPPLIERS = {
    'tensorflow': 'tensorflow tensorflow_cpu tensorflow_gpu tensorflow_intel tensorflow_macos'
                  ' tensorflow_rocm tensorflow_aarch64 tensorflow_cpu_aws intel_tensorflow'
                  ' tf_nightly tf_nightly_cpu tf_nightly_gpu tf_nightly_intel tf_nightly_macos',
    'keras': 'keras keras_nightly',
    'tf_keras': 'tf_keras tf_keras_nightly'}
COMPANIONS = {'numpy': 'numpy', 'protobuf': 'google/protobuf', 'h5py': 'h5py',
              'ml_dtypes': 'ml_dtypes', 'scipy': 'scipy', 'jax': 'jax', 'torch': 'torch',
              'openvino': 'openvino', 'theano': 'theano', 'cntk': 'cntk'}
# Small files that differ between releases, and the one that differs between TensorFlow's flavours.
WITNESSES = ('__init__.py', 'version.py', 'src/version.py', 'python/platform/build_info.py',
             'include/tensorflow/core/public/version.h',
             'include/tensorflow/core/public/release_version.h')
# Names of those that build on TensorFlow or Keras: what they require is told too.
FAMILY = re.compile('tensorflow|keras|^tf|^transformers$|^(?:ktrain|larq|spektral|deepctr)')
VERSIONS = {
    'tensorflow': 'tensorflow:__version__ tensorflow.python.framework.versions:VERSION',
    'keras': 'keras:__version__ keras.src.version:__version__',
    'tf_keras': 'tf_keras:__version__ tf_keras.src.version:__version__',
    'numpy': 'numpy:__version__', 'protobuf': 'google.protobuf:__version__',
    'h5py': 'h5py:__version__'}
VARIABLES = ('TF_USE_LEGACY_KERAS', 'KERAS_BACKEND', 'KERAS_HOME',
             'PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION')
UNREADABLE = []
JOIN = os.path.join


def unreadable(what, why):
    if isinstance(why, BaseException):
        why = '%s: %s' % (type(why).__name__, why)
    UNREADABLE.append({'what': what, 'why': str(why)[:500]})


def attempt(what, read):
    """The part's value, or None and a line in UNREADABLE."""
    try:
        return read()
    except Exception as error:
        unreadable(what, error)


def text_of(*path):
    with open(JOIN(*path), encoding='utf-8', errors='replace') as file:
        return file.read()
