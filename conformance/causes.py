"""Why a remaining difference is there, as far as it is known."""

from __future__ import annotations

import re
from collections.abc import Mapping

# The first whose pattern is found in `statement | engine | interpreter`.
CAUSES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("TensorFlow 1.15 takes `v1` off its own `tensorflow._api` while it loads",
     re.compile(r"(has no attribute|cannot import name) 'v1'")),
    ("Importing another backend of Keras 3 rebinds the name `numpy` in `keras.src.backend`",
     re.compile(r"keras\.src\.backend\.numpy\b")),
    ("Calling an enumeration: its metaclass takes keywords of its own",
     re.compile(r"^from tensorflow\.saved_model\.experimental import VariablePolicy")),
    ("`tensorflow.v1` of 1.13 holds itself, and is measured once", re.compile(r"^(from|import) tensorflow\.v1\._v2\.")),
    ("An attribute of TensorFlow's lazy loader itself", re.compile(r"tf\.keras\._parent_module_globals")),
    ("Importing a private module of TensorFlow 1 loads parts of the lazy `tensorflow.contrib`",
     re.compile(r"^import tensorflow\.python\.[\w.]+\s+tensorflow\.contrib\.keras")),
    ("The metaclass of protocol messages answers for the values of their enumerations",
     re.compile(r"(OptimizerOptions|SaverDef|RunOptions|RewriterConfig)\.\w+ ")),
    ("The metaclass of an enumeration hides from `dir()` what numbers have",
     re.compile(r"AutoShardPolicy\.(numerator|denominator|real|imag|conjugate|bit_length|to_bytes|from_bytes|as_integer_ratio)")),
    ("A package attribute hides the package that the imported module is in",
     re.compile(r"^import (tensorflow\.python\.saved_model\.pywrap_saved_model|keras\.optimizers\.optimizer_experimental)\.\w+ as x")),
    ("numpy's classes make something else than their instances, or nothing, when called without arguments",
     re.compile(r"^from tensorflow\.experimental\.numpy import (ndarray|object_|unicode_)\s+it = ")),
    ("The value None is refused, and not the keyword", re.compile(r"meshgrid\(indexing=None\)")),
    ("Two keywords for one argument", re.compile(r"Dense\(units=2, output_dim=3\)")),
    ("TensorFlow 1.15 to 2.1 forward packages, and the order of imports decides which of two modules an attribute is",
     re.compile(r"(compat\.v\d|tensorflow)\.keras\.layers\.experimental|lite\.experimental\.microfrontend\.python"
                r"|tensorflow\.contrib\.(summary|image)\.")),
    ("`tensorflow._api` of 1.13 holds packages under two names, and is measured once", re.compile(r"tensorflow\.v1 import _v|^from tensorflow import python ")),
    ("Private names that are modules are not recorded", re.compile(r"tensorflow\.python\.keras\.preprocessing")),
    ("An attribute of a function that hides the module of its name",
     re.compile(r"\| runs \| AttributeError: 'function' object")),
)
UNKNOWN = "Cause not known"


def cause_of(difference: Mapping[str, str]) -> str:
    """One line."""
    text = f"{difference['text']} | {difference['engine']} | {difference['truth']}"
    return next((cause for cause, pattern in CAUSES if pattern.search(text)), UNKNOWN)
