"""The forms of code that generated notebooks are made of; each phrase is a few lines, beside the counted form that it stands for."""

from __future__ import annotations

from collections.abc import Callable

from .vocabulary import MADE
from .writer import Writer

Phrase = Callable[[Writer], list[str]]


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
    return w.chance.choice([["import keras", "import tensorflow as tf"], ["import tensorflow as tf, keras"], ["import tensorflow as tf; import keras"]])


def import_tensorflow(w: Writer) -> list[str]:
    w.modules["tensorflow"] = "tensorflow"
    return ["import tensorflow", "%matplotlib inline"]


def from_keras(w: Writer) -> list[str]:
    w.modules["tf"] = "tensorflow"
    return [*from_one(w), *from_one(w), "import tensorflow as tf"]


OPENINGS: list[tuple[float, Phrase]] = [(5, import_tf), (3, import_tf_keras), (3, import_keras), (2, import_both), (1, import_tensorflow), (2, from_keras)]


def from_one(w: Writer) -> list[str]:
    module, name = w.name(w.chance.choice(["tensorflow", "keras", "tensorflow.keras"]))
    return [f"from {module} import {name}"]


def from_several(w: Writer) -> list[str]:
    module, name = w.name(w.chance.choice(["keras", "tensorflow.keras"]))
    listed = sorted({name, *(found for other, found in (w.name(module) for _ in range(3)) if other == module)})
    return [f"from {module} import {', '.join(listed)}"] if w.chance.random() < 0.7 else [f"from {module} import (", *(f"    {each}," for each in listed), ")"]


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


def chain(w: Writer) -> list[str]:
    expression = w.chain()
    return [w.chance.choice(["{}", "x = {}", "print({})", "y = [{}, 1]", "callable({})", "z = {}  # note", "a, b = {}, 2", "q = {};", "w = ({}\n)"]).format(expression)]


def chain_in_function(w: Writer) -> list[str]:
    name = w.fresh("build")
    body = [f"    {line}" for line in (chain(w) + (chain(w) if w.chance.random() < 0.5 else []))]
    if any("\n" in line for line in body):
        body = [f"    return {w.chain()}"]
    called = w.chance.choice([[], [f"{name}(1)"]])
    return [f"def {name}(x):", *body, *called]


def import_in_function(w: Writer) -> list[str]:
    name, (module, what) = w.fresh("load"), w.name()
    return [f"def {name}():", f"    from {module} import {what}", f"    return {what}", *w.chance.choice([[], [f"{name}()"]])]


def nested_function(w: Writer) -> list[str]:
    name = w.fresh("outer")
    return [f"def {name}(a, b=1):", "    def inner(c):", f"        return {w.chain()}", "    return inner", *w.chance.choice([[], [f"{name}(1)"]])]


def chain_in_class(w: Writer) -> list[str]:
    return [f"class {w.fresh('Thing')}:", f"    kind = {w.chain()}", "    def method(self):", f"        return {w.chain()}"]


def base_class(w: Writer) -> list[str]:
    alias, path = w.chance.choice(sorted(w.modules.items()))
    inside = "keras." if path == "tensorflow" else ""
    base = w.chance.choice(["Model", "layers.Layer", "callbacks.Callback", "utils.Sequence", "losses.Loss", "metrics.Metric", "engine.topology.Layer"])
    name = w.fresh("My")
    return [f"class {name}({alias}.{inside}{base}):", "    def __init__(self, units=1):", f"        super({name}, self).__init__()",
            f"        self.kind = {w.chain()}", "    def call(self, inputs):", f"        return {w.chain()}(inputs)"]


def decorator(w: Writer) -> list[str]:
    return [f"@{w.chance.choice(['tf.function', 'tf.contrib.eager.defun', 'tf.custom_gradient', w.chain()])}", f"def {w.fresh('step')}(x):", f"    return {w.chain()}(x)"]


def annotation(w: Writer) -> list[str]:
    return [f"def {w.fresh('typed')}(x: {w.chain()}, y=None) -> {w.chain()}:", "    return x"]


def default(w: Writer) -> list[str]:
    return [f"def {w.fresh('given')}(x, f={w.chain()}):", "    return f"]


def f_string(w: Writer) -> list[str]:
    return [f"print(f'release {{{w.chain()}}}')"]


def comprehension(w: Writer) -> list[str]:
    return [w.chance.choice(["[{} for i in range(2)]", "{{i: {} for i in [1, 2]}}", "list({} for i in (1, 2) if i)", "[tf for tf in range(3)]"]).format(w.chain())]


def lambda_(w: Writer) -> list[str]:
    name = w.fresh("f")
    return [f"{name} = lambda x: {w.chain()}", *w.chance.choice([[], [f"{name}(1)"]])]


def loop(w: Writer) -> list[str]:
    return w.chance.choice([["for i in range(2):", f"    {w.chain()}"], ["n = 0", "while n < 2:", f"    {w.chain()}", "    n += 1"],
                            [f"for f in [{w.chain()}, {w.chain()}]:", "    print(f)"]])


def with_(w: Writer) -> list[str]:
    return [f"with {w.chance.choice(['tf.device', 'tf.name_scope', 'tf.Session', 'tf.GradientTape'])}({w.chance.choice(['', chr(39) + 'a' + chr(39)])}) as c:", f"    {w.chain()}"]


def guarded_import(w: Writer) -> list[str]:
    (module, name), (other, _) = w.name(), w.name()
    caught = w.chance.choice(["ImportError", "ModuleNotFoundError", "Exception", "(ImportError, AttributeError)", "AttributeError", ""])
    fallback = w.chance.choice([f"from {other} import {name}", f"{name} = None", f"from {w.root()}.utils import {name}", "pass"])
    return ["try:", f"    from {module} import {name}", f"except {caught}:".replace(" :", ":"), f"    {fallback}"]


def guarded_chain(w: Writer) -> list[str]:
    caught = w.chance.choice(["AttributeError", "Exception", "ImportError", "AttributeError as e", "(ValueError, AttributeError)", ""])
    again = w.chance.random() < 0.15
    return ["try:", f"    {w.chain()}", f"except {caught}:".replace(" :", ":"), "    raise" if again else f"    {w.chain()}",
            *w.chance.choice([[], ["else:", f"    {w.chain()}"], ["finally:", "    pass"]])]


def suppressed(w: Writer) -> list[str]:
    return ["import contextlib", f"with contextlib.suppress({w.chance.choice(['AttributeError', 'ImportError', 'Exception'])}):", f"    {w.chain()}"]


def version_condition(w: Writer) -> list[str]:
    alias = w.chance.choice([name for name, path in w.modules.items() if path in ("tensorflow", "keras")] or ["tf"])
    test = w.chance.choice(["{}.__version__.startswith('2')", "int({}.__version__.split('.')[0]) >= 2", "{}.__version__ >= '2.9'", "{}.__version__[0] == '1'",
                            "tuple(int(p) for p in {}.__version__.split('.')[:2]) < (2, 10)", "sys.version_info >= (3, 9)", "sys.version_info[0] < 3"]).format(alias)
    return ["import sys", f"if {test}:", f"    {w.chain()}", *w.chance.choice([[], ["else:", f"    {w.chain()}"]])]


def asked_for(w: Writer) -> list[str]:
    held, _, name = w.chain().rpartition(".")
    return [f"if hasattr({held}, '{name}'):", f"    {held}.{name}", *w.chance.choice([[], ["else:", f"    {w.chain()}"]])]


def got(w: Writer) -> list[str]:
    held, _, name = w.chain().rpartition(".")
    return [f"v = getattr({held}, '{name}', None)"]


def import_module(w: Writer) -> list[str]:
    return ["import importlib", f"k = importlib.import_module('{w.name()[0]}')"]


def line_magic(w: Writer) -> list[str]:
    return [w.chance.choice(["%matplotlib inline", "%load_ext tensorboard", "%time x = 1", "?print", "x = %pwd"]), *chain(w)]


def shell(w: Writer) -> list[str]:
    return [w.chance.choice(["!pip install -q wget", "!ls", "files = !ls", "!nvidia-smi"]), *chain(w)]


def instance(w: Writer) -> list[str]:
    call, cls = w.made(w.chance.random() < 0.4)
    name = w.chance.choice(["model", "opt", "layer", w.fresh("obj")])
    w.objects[name] = cls
    return [f"{name} = {call}"]


def member(w: Writer) -> list[str]:
    found = w.member()
    if found is None:
        return instance(w)
    return [w.chance.choice(["{}", "p = {}", "p = {}(1)", "print({})"]).format(found)]


def keyword(w: Writer) -> list[str]:
    return [w.made(True)[0]]


def method_keyword(w: Writer) -> list[str]:
    models = [name for name, cls in w.objects.items() if cls in ("Sequential", "Model")]
    if not models:
        return instance(w)
    call = w.chance.choice(["fit(x, y, nb_epoch=1)", "fit(x, y, epochs=1, verbose=0)", "predict(x, batch_size=2)", "compile(loss='mse', optimizer='sgd')",
                            "evaluate(x, y, sample_weight=None)", "summary(line_length=80)", "save('m', overwrite=True)", "fit(x, validation_data=None, show_accuracy=True)"])
    return [f"{w.chance.choice(models)}.{call}"]


def added(w: Writer) -> list[str]:
    alias = next((name for name, path in sorted(w.modules.items()) if path in ("keras", "tensorflow.keras")), "tf.keras")
    w.objects["model"] = "Sequential"
    given = [f"model.add({alias}.layers.{cls}({', '.join(filter(None, (MADE['layers'][cls], w.keywords(cls) if w.chance.random() < 0.5 else '')))}))"
             for cls in w.chance.sample(["Dense", "Dropout", "Activation", "Flatten", "BatchNormalization"], 2)]
    return [f"model = {alias}.Sequential()", *given]


def shadowing(w: Writer) -> list[str]:
    name = w.chance.choice(sorted(w.modules))
    if w.chance.random() < 0.5:
        return [f"def {w.fresh('local')}({name}):", f"    return {name}.anything_at_all", f"{w.fresh('g')} = lambda {name}: {name}.whatever"]
    del w.modules[name]
    if not w.modules:
        w.modules["tf"] = "tensorflow"
        return ["class Own:", "    mine = 1", f"{name} = Own()", f"{name}.mine", "import tensorflow as tf"]
    return ["class Own:", "    mine = 1", f"{name} = Own()", f"{name}.mine"]


def deleted(w: Writer) -> list[str]:
    if not w.objects:
        return instance(w)
    name = w.chance.choice(sorted(w.objects))
    del w.objects[name]
    return [f"del {name}"]


def global_(w: Writer) -> list[str]:
    return ["def setup():", "    global K", f"    from {w.chance.choice(['keras', 'tensorflow.keras'])} import backend as K", "setup()", f"K.{w.name('keras')[1]}"]


PHRASES: list[tuple[str, Phrase]] = [
    ("from", from_one), ("from several", from_several), ("from as", from_as), ("from of an alias", from_alias), ("import dotted", import_dotted),
    ("import dotted as", import_dotted_as), ("star import", star), ("rebinding", rebinding), ("chain", chain),
    ("chain in function", chain_in_function), ("from in function", import_in_function), ("nested function", nested_function),
    ("chain in class", chain_in_class), ("base class", base_class), ("decorator", decorator), ("annotation", annotation), ("default", default),
    ("f-string", f_string), ("comprehension", comprehension), ("lambda", lambda_), ("loop", loop), ("with", with_),
    ("guarded import", guarded_import), ("try", guarded_chain), ("suppress", suppressed), ("version condition", version_condition),
    ("hasattr", asked_for), ("getattr", got), ("import_module", import_module), ("line magic", line_magic), ("shell", shell),
    ("instance", instance), ("member", member), ("keywords of a call", keyword), ("keywords of a method", method_keyword), ("instance", added),
    ("shadowing", shadowing), ("del", deleted), ("global", global_),
]
