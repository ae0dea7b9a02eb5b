"""TensorFlow 1.15 to 2.1 forward `tensorflow.keras` to a folder tensorflow_core, and TensorFlow 1 has contrib: made-up packages that do."""

from __future__ import annotations

import json
import os
import subprocess
import textwrap
from pathlib import Path
from typing import Any

import pytest
from builder.configuration import INSIDE, Recipe
from builder.core_folder import at_home, has_contrib, has_core_folder
from builder.loaded import told
from builder.pythons import find_python
from builder.reduce import reduce

FILES = {
    "tensorflow/__init__.py": """
        import importlib, sys, types
        class _LazyLoader(types.ModuleType):
            def __init__(self, local, parent, name):
                self._local_name, self._parent_module_globals = local, parent
                super().__init__(name)
            def _load(self):
                module = importlib.import_module(self.__name__)
                self._parent_module_globals[self._local_name] = module
                self.__dict__.update(module.__dict__)
                return module
            def __getattr__(self, item):
                return getattr(self._load(), item)
            def __dir__(self):
                return dir(self._load())
        for name in ("_api", "keras", "python", "contrib"):
            sys.modules["tensorflow." + name] = _LazyLoader(name, globals(), "tensorflow_core." + name)
        from tensorflow_core import *
        keras = sys.modules["tensorflow.keras"]
        contrib = sys.modules["tensorflow.contrib"]
    """,
    "tensorflow_core/__init__.py": "from tensorflow_core._api import math\ndef constant(): pass",
    "tensorflow_core/_api/__init__.py": "",
    "wrapped/tensorflow/__init__.py": """
        import sys, types
        class DeprecationWrapper(types.ModuleType):
            def __init__(self, wrapped):
                self._dw_wrapped_module = wrapped
                self.__file__ = wrapped.__file__
                super().__init__(wrapped.__name__)
            def __getattr__(self, name):
                return getattr(self._dw_wrapped_module, name)
            def __setattr__(self, name, value):
                (super().__setattr__ if name.startswith("_dw_") else self._dw_wrapped_module.__setattr__)(name, value)
            def __dir__(self):
                return dir(self._dw_wrapped_module)
        def zeros(): pass
        from tensorflow import nn
        sys.modules[__name__] = DeprecationWrapper(sys.modules[__name__])
    """,
    "again/tensorflow/__init__.py": "",
    "again/tensorflow/v1.py": "import os\n__path__ = [os.path.dirname(__file__)]",
    "wrapped/tensorflow/nn.py": "def relu(): pass",
    "wrapped/tensorflow/late.py": "def late(): pass",
    "late/tensorflow/__init__.py": """
        import importlib, types
        class LazyLoader(types.ModuleType):
            def _load(self):
                return importlib.import_module(self.__name__)
            def __getattr__(self, item):
                return getattr(self._load(), item)
            def __dir__(self):
                return dir(self._load())
        from tensorflow import layers
        layers = LazyLoader("tensorflow.elsewhere")
        contrib = LazyLoader("tensorflow.contrib")
    """,
    "late/tensorflow/layers.py": "",
    "late/tensorflow/elsewhere.py": "",
    "late/tensorflow/contrib/__init__.py": """
        from tensorflow.contrib import rnn
        from tensorflow.contrib.eager import tfe as eager
    """,
    "late/tensorflow/contrib/rnn/__init__.py": "from tensorflow.contrib.rnn.python import cell\ndel python",
    "late/tensorflow/contrib/rnn/python/__init__.py": "",
    "late/tensorflow/contrib/rnn/python/cell.py": "",
    "late/tensorflow/contrib/eager/__init__.py": "",
    "late/tensorflow/contrib/eager/tfe.py": "",
    "tensorflow_core/_api/math/__init__.py": "def add(): pass",
    "tensorflow_core/keras/__init__.py": "from . import layers\nclass Model: pass",
    "tensorflow_core/keras/layers/__init__.py": "class Dense: pass",
    "tensorflow_core/python/__init__.py": "",
    "tensorflow_core/python/ops.py": "class Graph: pass",
    "tensorflow_core/contrib/__init__.py": """
        import os
        from . import rnn
        with open(os.environ["CONTRIB_IMPORTS"], "a") as file:
            file.write("x")
    """,
    "tensorflow_core/contrib/rnn/__init__.py": "from .python.cell import Cell",
    "tensorflow_core/contrib/rnn/python/__init__.py": "",
    "tensorflow_core/contrib/rnn/python/cell.py": "class Cell: pass",
    "tensorflow_core/contrib/late.py": "class Late: pass",
    "tensorflow_core/contrib/wrong.py": "raise ValueError('always')",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("early")
    for name, text in FILES.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text))
    return place


def measured(folder: Path, script: str, minor: str = "3.7") -> tuple[dict[str, Any], int]:
    """The reduced modules, and how often contrib was imported."""
    out, count = folder / f"{script}.json", folder / f"{script}.count"
    count.write_text("")
    variables = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "CONTRIB_IMPORTS": str(count)}
    subprocess.run([find_python(minor), INSIDE / script, "tensorflow", out], env=variables, check=True, timeout=120)
    return reduce({"tensorflow": at_home(json.loads(out.read_text()))}), len(count.read_text())


@pytest.mark.parametrize("minor", ["3.6", "3.7"])
def test_forwarders_are_told_as_the_modules_they_stand_for(folder: Path, minor: str) -> None:
    modules, _ = measured(folder, "forwarded.py", minor)
    assert modules["tensorflow.keras"]["names"]["c"] == ["Model"] and "dynamic" not in modules["tensorflow.keras"]
    assert modules["tensorflow.keras.layers"] == {"at": True, "names": {"c": ["Dense"]}}
    names = modules["tensorflow"]["names"]
    assert {word for kind in "lm" for word in names.get(kind, ())} >= {"keras", "contrib", "math=tensorflow._api.math"}
    assert modules["tensorflow.math"] == {"hidden": True, "alias": "tensorflow._api.math"}
    assert modules["tensorflow.python.ops"] == {"at": True, "opaque": True}
    assert modules["tensorflow.contrib.rnn"]["names"]["c"] == ["Cell"]
    assert modules["tensorflow.contrib.rnn.python.cell"] == {"at": True, "opaque": True}
    assert modules["tensorflow.contrib.wrong"] == {"error": "ValueError: always"}


def test_the_plain_extractor_does_not_see_through_them(folder: Path) -> None:
    modules, _ = measured(folder, "extract.py")
    assert "tensorflow.keras.layers" not in modules and "tensorflow.math" not in modules


def test_contrib_imported_once_gives_the_same_answers(folder: Path) -> None:
    alone, often = measured(folder, "forwarded.py")
    once, seldom = measured(folder, "contrib.py")
    assert once == alone and seldom < often


def test_a_wrapped_module_answers_what_it_wraps(folder: Path) -> None:
    plain, _ = measured(folder / "wrapped", "extract.py")
    modules, _ = measured(folder / "wrapped", "contrib.py")
    assert plain["tensorflow"]["dynamic"] and "dynamic" not in modules["tensorflow"]
    assert modules["tensorflow"]["names"]["f"] == ["zeros"] and modules["tensorflow"]["names"]["m"] == ["nn"]
    assert modules["tensorflow.late"] == {"at": True, "opaque": True} and "tensorflow.late" not in plain


def test_a_package_that_holds_itself_has_an_end(folder: Path) -> None:
    modules, _ = measured(folder / "again", "contrib.py")
    assert set(modules) == {"tensorflow", "tensorflow.v1", "tensorflow.v1.v1"}


@pytest.mark.parametrize(
    ("distributions", "core", "contrib"),
    [(("tensorflow==1.14.0",), False, True), (("tensorflow==1.15.5", "keras==2.3.1"), True, True), (("tensorflow-cpu==2.1.4",), True, False),
     (("tensorflow-cpu==2.2.3",), False, False), (("keras==3.12.4",), False, False)],
)
def test_which_releases_these_are(distributions: tuple[str, ...], core: bool, contrib: bool) -> None:
    recipe = Recipe(id="one", python="3.7", distributions=distributions, caps=(), override=(), variables={}, plain=False)
    assert (has_core_folder(recipe), has_contrib(recipe)) == (core, contrib)


def test_what_a_late_package_shows_when_an_attribute_has_loaded_it(folder: Path) -> None:
    code = ("import json, sys, tensorflow\nsys.path.insert(0, sys.argv[1])\nimport loaded\n"
            "print(json.dumps([loaded.displaced('tensorflow'), loaded.entered('tensorflow', ['contrib', 'layers'])]))")
    variables = {**os.environ, "PYTHONPATH": str(folder / "late"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [find_python("3.7"), "-c", code, INSIDE]
    displaced, entered = json.loads(subprocess.run(command, env=variables, check=True, timeout=120, capture_output=True).stdout)
    assert displaced == {"tensorflow": [["layers", "loader", ""]]}
    assert entered == {"there": ["tensorflow.contrib.rnn"], "replaced": ["tensorflow.contrib.eager"]}
    absent = {"tensorflow": {}, "tensorflow.contrib": {"absent": ["rnn"]}}
    raw = {"displaced": displaced, "entered": entered, "refusing": {}, "importable": []}
    assert told(absent, raw) == {"tensorflow.layers": {"boot": ["tensorflow"]}, "tensorflow.contrib.eager": {"boot": ["tensorflow"]},
                                 "tensorflow.contrib.rnn": {"once": True}}
