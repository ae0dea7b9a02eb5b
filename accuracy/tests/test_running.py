"""What the rewritten notebook says is what Python does: each case is run, statement by statement, on packages made for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from accuracy.cells import rewritten
from accuracy.comparison import judged

RUN = Path(__file__).parent.parent / "inside" / "run.py"
PACKAGES = {
    "tensorflow/__init__.py": "__version__ = '2.8.4'\nfrom tensorflow import nn\nfloat32 = 'f'\ndef function(f=None, autograph=True): return f\n"
                              "def loose(**keywords): return keywords\nclass Tensor: pass\n"
                              "import functools\ndef entered(f):\n    @functools.wraps(f)\n    def wrapper(*given, **named):\n"
                              "        return f(*given, **named)\n    return wrapper\n"
                              "def taking(f):\n    @functools.wraps(f)\n    def wrapper(*given, keep_prob=None, **named):\n"
                              "        return f(*given, **named)\n    return wrapper\n"
                              "@entered\n@entered\ndef wrapped(x, rate=None): raise SystemExit\n"
                              "@entered\ndef nothing_needed(rate=None): raise SystemExit\n@taking\ndef renamed(rate=None): raise SystemExit\n",
    "tensorflow/nn.py": "def relu(x): return x\n",
    "tensorflow/data.py": "class Dataset: pass\n",
    "keras/__init__.py": "from keras.models import Sequential\n",
    "keras/models.py": "class Model:\n    def __init__(self, *given, **more):\n        if 'inputs' in more: self.__class__ = Functional\n"
                       "    def fit(self, x, epochs=1): pass\n    @property\n    def unbuilt(self): raise AttributeError('not built')\n"
                       "class Sequential(Model):\n    def add(self, layer): self.last = layer\n"
                       "class Functional(Model):\n    inputs = ()\n",
    "keras/layers.py": "class Dense:\n    def __init__(self, units, activation=None, **others):\n        for name in others:\n"
                       "            raise TypeError('Keyword argument not understood: ' + name)\n"
                       "class Plain: pass\nclass Odd:\n    def __init__(self, size):\n        if size < 0: raise ValueError('negative')\n",
}

# Code, and what becomes of its usages: `name: state`; a name that is not told of runs. Cells are separated by `---`.
CASES: dict[str, tuple[str, dict[str, str | tuple[str, ...]]]] = {
    "imports": ("import tensorflow as tf\nfrom keras.layers import Dense, Nope", {"Nope": "fails"}),
    "module is missing": ("from keras.gone import a, b", {"a": "fails", "b": "fails"}),
    "tf is no package": ("import tensorflow as tf\nfrom tf.nn import relu", {"relu": "fails"}),
    "goes on": ("import tensorflow as tf\ntf.gone\ntf.nn.lost", {"gone": "fails", "lost": "fails"}),
    "two in one statement": ("import tensorflow as tf\nx = [tf.gone,\n  tf.nn.lost]", {"gone": "fails", "lost": "fails"}),
    "blocked": ("from keras import never\nnever.more\nimport tensorflow as tf\ntf.gone.further\ndef f():\n    from keras import lost\n    lost.hope",
                {"never": "fails", "more": "blocked", "gone": "fails", "further": "blocked", "lost": "fails", "hope": "blocked"}),
    "taken apart": ("import tensorflow as tf\nfor i, (a, b) in enumerate(unknown):\n    tf.gone\n(a, b), c = tf.nn.relu(1)\ntf.lost",
                    {"gone": "fails", "lost": "fails"}),
    "old name stays": ("import tensorflow as tf\nimport keras.gone as tf\ntf.nn", {"keras.gone": "fails"}),
    "submodule unloaded": ("import tensorflow as tf\ntf.data\nimport tensorflow.data\ntf.data.Dataset", {"data": ("fails", "runs")}),
    "handler catches": ("import tensorflow as tf\ntry:\n    tf.gone\nexcept AttributeError:\n    tf.lost", {"gone": "caught", "lost": "fails"}),
    "handler catches something else": ("import tensorflow as tf\ntry:\n    tf.gone\nexcept ImportError:\n    tf.lost",
                {"gone": "fails", "lost": "unreached"}),
    "handler raises again": ("import tensorflow as tf\ntry:\n    tf.gone\nexcept AttributeError:\n    raise", {"gone": "fails"}),
    "handler raises again and fails itself": ("import tensorflow as tf\ntry:\n    tf.gone\nexcept Exception:\n    tf.lost\n    raise",
                                              {"gone": "fails", "lost": "fails"}),
    "handler of a handler": ("import tensorflow as tf\ntry:\n    try:\n        tf.gone\n    except Exception:\n        raise\nexcept Exception:\n"
                             "    tf.lost", {"gone": "caught", "lost": "fails"}),
    "another package that is missing": ("try:\n    import cPickle\nexcept ImportError:\n    from keras import gone", {"gone": "fails"}),
    "handler of a caller": ("import tensorflow as tf\ndef f():\n    tf.gone\ntry:\n    f()\nexcept AttributeError:\n    pass", {"gone": "fails"}),
    "fallback": ("try:\n    from keras.gone import Dense\nexcept ImportError:\n    from keras.layers import Dense\nDense.nope",
                 {"Dense": ("caught", "runs"), "nope": "fails"}),
    "else is reached": ("import tensorflow as tf\ntry:\n    tf.nn\nexcept AttributeError:\n    pass\nelse:\n    tf.gone", {"gone": "fails"}),
    "else is not reached": ("import tensorflow as tf\ntry:\n    tf.gone\nexcept ImportError:\n    pass\nelse:\n    tf.lost",
                            {"gone": "fails", "lost": "unreached"}),
    "name of a failed import within try": ("import tensorflow as tf\nimport keras.never as own\ntry:\n    own.more\nexcept:\n    tf.gone\n"
                                           "else:\n    tf.lost", {"keras.never": "fails", "more": "blocked", "gone": "fails", "lost": "unreached"}),
    "name of a failure within try": ("import tensorflow as tf\nown = tf.never\ntry:\n    own.more()\nexcept NameError:\n    tf.gone",
                                     {"never": "fails", "more": "blocked", "gone": "fails"}),
    "failure that a name's handler does not catch": ("import tensorflow as tf\ntry:\n    tf.never.more\nexcept NameError:\n    tf.gone",
                                                     {"never": "fails", "more": "blocked", "gone": "unreached"}),
    "suppressed": ("import contextlib\nimport tensorflow as tf\nwith contextlib.suppress(AttributeError):\n    tf.gone", {"gone": "caught"}),
    "version": ("import tensorflow as tf\nif tf.__version__ < '2.0':\n    tf.gone\nelse:\n    tf.lost", {"gone": "unreached", "lost": "fails"}),
    "asked for": ("import tensorflow as tf\nif hasattr(tf, 'gone'):\n    tf.gone", {"gone": "unreached"}),
    "both ways of what is not known": ("import tensorflow as tf\nif tf.nn.relu(1):\n    tf.gone\nelse:\n    tf.lost",
                {"gone": "fails", "lost": "fails"}),
    "never called": ("import tensorflow as tf\ndef f(x, *, y):\n    return tf.gone", {"gone": "fails"}),
    "nested": ("import tensorflow as tf\ndef f():\n    def g(a):\n        return tf.gone\n    return g", {"gone": "fails"}),
    "method": ("import tensorflow as tf\nclass A:\n    def m(self):\n        for i in range(9):\n            tf.gone", {"gone": "fails"}),
    "after a return that may be": ("import tensorflow as tf\ndef f(x):\n    if x:\n        return 1\n    tf.gone", {"gone": "fails"}),
    "after a return that is certain": ("import tensorflow as tf\ndef f(x):\n    if True:\n        return 1\n    tf.gone", {"gone": "unreached"}),
    "generator": ("import tensorflow as tf\ndef f():\n    yield 1\n    tf.gone", {"gone": "fails"}),
    "lambda": ("import tensorflow as tf\nf = lambda x: tf.gone", {"gone": "fails"}),
    "decorator": ("import tensorflow as tf\n@tf.function\ndef f(x): return tf.gone", {"gone": "fails"}),
    "comprehension": ("import tensorflow as tf\n[tf.gone for tf in range(3)]\ntf.lost", {"gone": "elsewhere", "lost": "fails"}),
    "parameter of that name": ("import tensorflow as tf\ndef f(tf): return tf.gone", {"gone": "elsewhere"}),
    "name of the user's": ("import tensorflow as tf\nclass Own: gone = 1\ntf = Own()\ntf.gone", {"gone": "other"}),
    "of another package": ("import unheard_of as u\nu.gone.lost", {"gone": "elsewhere", "lost": "elsewhere"}),
    "member": ("from keras.models import Sequential\nmodel = Sequential()\nmodel.predict_classes\nmodel.fit\nmodel.unbuilt",
               {"predict_classes": "fails", "unbuilt": "elsewhere"}),
    "stand-in": ("from keras.models import Model\nm = Model(inputs=unknown)\nm.inputs\nm.nope",
                {"inputs": "elsewhere", "nope": "fails"}),
    "keyword of a class": ("from keras.layers import Dense\nDense(1, init='x', activation='y', other=2)", {"init": "fails", "other": "fails"}),
    "keyword of a method": ("from keras.models import Model\nModel().fit(1, nb_epoch=2, epochs=3)", {"nb_epoch": "fails"}),
    "keyword of a function": ("import tensorflow as tf\ntf.function(jit_compile=True)\ntf.loose(a=1)", {"jit_compile": "fails", "a": "elsewhere"}),
    "keyword through wrappers": ("import tensorflow as tf\ntf.wrapped(1, rate=2, keep_prob=3)\ntf.nothing_needed(rate=2, keep_prob=3)",
                                 {"rate": "runs", "keep_prob": "fails"}),
    "keyword through a wrapper that takes one": ("import tensorflow as tf\ntf.renamed(keep_prob=3)", {"keep_prob": "elsewhere"}),
    "keyword beside what is not known": ("import tensorflow as tf\nfrom keras.layers import Dense, Odd\nDense(unknown, init=1, units=2)\n"
                                         "Odd(unknown, sized=1)\nunknown(more=1)",
                                         {"init": "elsewhere", "units": "runs", "sized": "fails", "more": "elsewhere"}),
    "keywords of a class that takes nothing": ("from keras.layers import Plain\nPlain(name='x', other=1)", {"name": "fails", "other": "fails"}),
    "magics": ("%matplotlib inline\n!ls\nx = !ls\nimport tensorflow as tf\ntf.gone", {"gone": "fails"}),
    "line magics that run": ("import tensorflow as tf\n%time tf.gone\n%timeit -n 10 tf.lost\nx = %time tf.never\n%time y = tf.more",
                             {"gone": "fails", "lost": "fails", "never": "fails", "more": "fails"}),
    "variables": ("%env TF_OWN=1\nimport os\nimport tensorflow as tf\nif os.environ.get('TF_OWN') == '1':\n    tf.gone", {"gone": "fails"}),
    "timed": ("%%time\nimport tensorflow as tf\ntf.gone", {"gone": "fails"}),
    "across cells": ("import tensorflow as tf\n---\nK = tf.nn\n---\nK.gone", {"gone": "fails"}),
    "import_module": ("import importlib\nimportlib.import_module('keras.gone')", {"keras.gone": "fails"}),
    "global": ("def f():\n    global K\n    from keras import layers as K\nf()\nK.gone", {"gone": "fails"}),
    "loop": ("import tensorflow as tf\nfor f in [tf.nn, tf.gone]:\n    f.relu\nwhile True:\n    tf.lost", {"gone": "fails", "lost": "fails"}),
    "f-string": ("import tensorflow as tf\nf'{tf.gone}'", {"gone": "fails"}),
}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    for name, text in PACKAGES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


@pytest.fixture(scope="module")
def outcomes(packages: Path) -> dict[str, list[tuple[str, str, int]]]:
    """Of each case its usages: name, state, line; all run at once, as the environments are."""
    notebooks = {name: rewritten(name, list(enumerate(code.split("\n---\n")))) for name, (code, _) in CASES.items()}
    given, out = packages / "given.json", packages / "out.jsonl"
    given.write_text(json.dumps([[each.begins, each.programs] for each in notebooks.values()]))
    subprocess.run([sys.executable, RUN, given, out], env={**os.environ, "PYTHONPATH": str(packages)}, check=True, timeout=120)
    told = dict(json.loads(line) for line in out.read_text().splitlines())
    found = {}
    for number, (name, notebook) in enumerate(notebooks.items()):
        assert not notebook.broken and told[number]["stopped"] == [], name
        found[name] = [(usage.name, judged(usage, told[number]["usages"].get(str(usage.id), ())).state, usage.line)
                       for usage in notebook.ledger.usages if usage.kind != "value"]
    return found


@pytest.mark.parametrize("name", CASES)
def test_outcomes(name: str, outcomes: dict[str, list[tuple[str, str, int]]]) -> None:
    expected = CASES[name][1]
    seen: dict[str, list[str]] = {}
    for own, state, _ in outcomes[name]:
        seen.setdefault(own, []).append(state)
    told = {own: states[0] if len(set(states)) == 1 else tuple(states) for own, states in seen.items()}
    assert {own: state for own, state in told.items() if own in expected} == expected
    others = {own: state for own, state in told.items() if own not in expected}
    assert set(others.values()) <= {"runs", "other"} or name in ("magics", "of another package")


def test_places_are_those_of_the_cell() -> None:
    notebook = rewritten("x", [(3, "%%time\nimport tensorflow as tf\nπ = 'é'; tf.nn.relu(\n  name='x')")])
    places = {(each.name, each.kind): (each.cell, each.line, each.column, each.end_column) for each in notebook.ledger.usages}
    assert places["tensorflow", "import"] == (3, 2, 8, 24)
    assert places["relu", "attribute"] == (3, 3, 16, 20)
    assert places["name", "keyword"] == (3, 4, 3, 7)
