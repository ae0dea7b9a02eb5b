"""A small `keras` on disk that has every mechanism by which names come and go."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "__init__.py": """
        import os, sys, types
        from keras import early, gone, api
        from keras.api import layers
        from keras.lazily import LazyLoader
        del gone
        __path__.append(os.path.join(os.path.dirname(__file__), "api"))
        VERSION = "1"
        def build(): pass
        class Model: pass
        helper = LazyLoader("helper", globals(), "keras.heavy")
        broken = LazyLoader("broken", globals(), "keras.nowhere")
        refusing = LazyLoader("refusing", globals(), "keras.heavy", refused=("Weight",))
        floating = types.ModuleType("floating")
        floating.value = 1
    """,
    "lazily.py": """
        import importlib, types
        class LazyLoader(types.ModuleType):
            def __init__(self, local, parent, name, refused=()):
                self._tfll_local, self._tfll_parent, self._tfll_refused = local, parent, refused
                super().__init__(name)
            def _load(self):
                module = importlib.import_module(self.__name__)
                self._tfll_parent[self._tfll_local] = module if not self._tfll_refused else self
                return module
            def __getattr__(self, item):
                if item in self._tfll_refused:
                    raise AttributeError("refused " + item)
                return getattr(self._load(), item)
            def __dir__(self):
                return dir(self._load())
    """,
    "early.py": "Early = object",
    "gone.py": "Gone = object",
    "late.py": "Late = object",
    "heavy.py": "from keras import late\nclass Weight: pass",
    "user.py": "import keras.late\nUser = object",
    "failing.py": "raise ValueError('no GPU in /some/where/on/disk')",
    "crashing.py": "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
    "foreign.py": "import there_is_no_such_package",
    "hiding/__init__.py": "from keras.hiding.inner import inner",
    "hiding/inner.py": "def inner(): pass",
    "api/__init__.py": "",
    "api/layers/__init__.py": "class Dense: pass\nfrom keras.api.layers import experimental",
    "api/layers/experimental.py": "class Random: pass",
    "extending/__init__.py": """
        import os
        __path__.append(os.path.join(os.path.dirname(os.path.dirname(__file__)), "elsewhere"))
    """,
    "elsewhere/mounted.py": "Mounted = object",
    "lost/data.txt": "no Python here",
    "raising.py": """
        import sys, types
        class Odd(types.ModuleType):
            @property
            def angry(self): raise RuntimeError("touched")
        sys.modules[__name__].__class__ = Odd
        __all__ = ["angry"]
    """,
    "dynamic.py": """
        __all__ = ["listed"]
        def __getattr__(name):
            if name in ("listed", "secret"): return 1
            raise AttributeError(name)
    """,
}

# Statements and whether they run; `{}` is a fresh process each.
STATEMENTS = [
    "import keras.late", "import keras; keras.late", "import keras, keras.late; keras.late.Late", "from keras import late",
    "import keras.gone", "import keras; keras.gone", "import keras, keras.gone; keras.gone", "from keras import gone",
    "import keras; keras.early.Early", "import keras; keras.layers.Dense", "import keras.layers",
    "import keras.layers.experimental; keras.layers.experimental.Random", "from keras.layers import Dense",
    "import keras; keras.helper.Weight", "import keras; keras.helper.Wait", "import keras.helper", "import keras; keras.broken",
    "import keras; keras.broken.x", "import keras; keras.refusing.Weight", "import keras; keras.refusing.late",
    "import keras; keras.floating.value", "import keras.floating", "import keras.failing", "import keras.foreign",
    "import keras, keras.user; keras.late", "import keras.hiding; keras.hiding.inner.inner", "from keras.hiding import inner",
    "import keras.extending.mounted", "import keras; keras.heavy", "import keras.nowhere", "import keras; keras.Nothing",
    "from keras import Model, build, VERSION",
]


def write(folder: Path) -> Path:
    """Write the package into a folder; the folder."""
    import textwrap

    for name, text in FILES.items():
        path = folder / "keras" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).strip() + "\n", encoding="utf-8")
    return folder
