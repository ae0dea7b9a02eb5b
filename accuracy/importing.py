"""How generated notebooks import: each phrase is a few lines."""

from __future__ import annotations

from .chains import chain
from .vocabulary import MADE
from .writer import Writer


def import_tf(w: Writer) -> list[str]:
    w.modules["tf"] = "tensorflow"
    return ["import tensorflow as tf"]


def import_tf_keras(w: Writer) -> list[str]:
    w.modules.update(tf="tensorflow", keras="tensorflow.keras")
    return ["import tensorflow as tf", w.chance.choice(["from tensorflow import keras", "keras = tf.keras", "import tensorflow.keras as keras"])]


def import_keras(w: Writer) -> list[str]:
    w.modules["keras"] = "keras"
    return ["import keras"]


def import_both(w: Writer) -> list[str]:
    w.modules.update(keras="keras", tf="tensorflow")
    return w.chance.choice(
        [["import keras", "import tensorflow as tf"], ["import tensorflow as tf, keras"], ["import tensorflow as tf; import keras"]]
    )


def import_tensorflow(w: Writer) -> list[str]:
    w.modules["tensorflow"] = "tensorflow"
    return ["import tensorflow", "%matplotlib inline"]


def from_keras(w: Writer) -> list[str]:
    w.modules["tf"] = "tensorflow"
    return [*from_one(w), *from_one(w), "import tensorflow as tf"]


def from_one(w: Writer) -> list[str]:
    module, name = w.name(w.chance.choice(["tensorflow", "keras", "tensorflow.keras"]))
    return [f"from {module} import {name}"]


def from_several(w: Writer) -> list[str]:
    module, name = w.name(w.chance.choice(["keras", "tensorflow.keras"]))
    listed = sorted({name, *(found for other, found in (w.name(module) for _ in range(3)) if other == module)})
    return (
        [f"from {module} import {', '.join(listed)}"]
        if w.chance.random() < 0.7
        else [f"from {module} import (", *(f"    {each}," for each in listed), ")"]
    )


def from_as(w: Writer) -> list[str]:
    module, name = w.name()
    return [f"from {module} import {name} as {name.lower()}_", f"{name.lower()}_"]


def from_alias(w: Writer) -> list[str]:
    place = w.chance.choice(sorted(MADE))
    return [f"from tf.keras.{place} import {w.chance.choice(sorted(MADE[place]))}"]


def import_dotted(w: Writer) -> list[str]:
    module, _ = w.name()
    return [f"import {module}", *w.chance.choice([[], [f"{module}.{w.name(module)[1]}"]])]


def import_dotted_as(w: Writer) -> list[str]:
    module, _ = w.name()
    alias = w.bind(module) if "." in module else w.fresh("m")
    w.modules[alias] = module
    return [f"import {module} as {alias}", *chain(w)]


def star(w: Writer) -> list[str]:
    module, _ = w.name(w.chance.choice(["keras.layers", "tensorflow.keras.layers", "keras.models", "tensorflow.keras.models", "keras"]))
    return [f"from {module} import *", w.chance.choice(["Dense", "Sequential", "Model", "Convolution2D", "Lambda"])]


def rebinding(w: Writer) -> list[str]:
    alias, path = w.chance.choice(sorted(w.modules.items()))
    places = ["layers", "backend", "models", "optimizers", "utils", "losses"]
    step = w.chance.choice(["keras", "nn", "data", "compat.v1", "image"] if path == "tensorflow" else places)
    new = {"backend": "K", "compat.v1": "tf1"}.get(step, step.rpartition(".")[2])
    w.modules[new] = f"{path}.{step}" if path.count(".") < 2 else path
    return [f"{new} = {alias}.{step}" if path.count(".") < 2 else f"{new} = {alias}"]


def import_in_function(w: Writer) -> list[str]:
    name, (module, what) = w.fresh("load"), w.name()
    return [f"def {name}():", f"    from {module} import {what}", f"    return {what}", *w.chance.choice([[], [f"{name}()"]])]


def import_module(w: Writer) -> list[str]:
    return ["import importlib", f"k = importlib.import_module('{w.name()[0]}')"]


def global_(w: Writer) -> list[str]:
    alias, path = w.chance.choice(sorted(w.modules.items()))
    step = w.chance.choice(["keras", "nn", "keras.backend", "data"] if path == "tensorflow" else ["backend", "layers", "models", "utils"])
    return [
        "def setup():",
        "    global K",
        w.chance.choice([f"    from {w.chance.choice(['keras', 'tensorflow.keras'])} import backend as K", f"    K = {alias}.{step}"]),
        "setup()",
        f"K.{w.name('keras')[1]}",
    ]
