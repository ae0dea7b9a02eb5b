"""How generated notebooks branch, guard, loop, shadow and speak to IPython."""

from __future__ import annotations

from .chains import chain
from .objects import instance
from .writer import Writer


def guarded_import(w: Writer) -> list[str]:
    (module, name), (other, _) = w.name(), w.name()
    caught = w.chance.choice(["ImportError", "ModuleNotFoundError", "Exception", "(ImportError, AttributeError)", "AttributeError", ""])
    fallback = w.chance.choice([f"from {other} import {name}", f"{name} = None", f"from {w.root()}.utils import {name}", "pass"])
    return ["try:", f"    from {module} import {name}", f"except {caught}:".replace(" :", ":"), f"    {fallback}"]


def guarded_chain(w: Writer) -> list[str]:
    caught = w.chance.choice(["AttributeError", "Exception", "ImportError", "AttributeError as e", "(ValueError, AttributeError)", ""])
    again = w.chance.random() < 0.15
    return [
        "try:",
        f"    {w.chain()}",
        f"except {caught}:".replace(" :", ":"),
        "    raise" if again else f"    {w.chain()}",
        *w.chance.choice([[], ["else:", f"    {w.chain()}"], ["finally:", "    pass"]]),
    ]


def suppressed(w: Writer) -> list[str]:
    return [
        "import contextlib",
        f"with contextlib.suppress({w.chance.choice(['AttributeError', 'ImportError', 'Exception'])}):",
        f"    {w.chain()}",
    ]


def version_condition(w: Writer) -> list[str]:
    alias = w.chance.choice([name for name, path in w.modules.items() if path in ("tensorflow", "keras")] or ["tf"])
    test = w.chance.choice(
        [
            "{}.__version__.startswith('2')",
            "int({}.__version__.split('.')[0]) >= 2",
            "{}.__version__ >= '2.9'",
            "{}.__version__[0] == '1'",
            "tuple(int(p) for p in {}.__version__.split('.')[:2]) < (2, 10)",
            "sys.version_info >= (3, 9)",
            "sys.version_info[0] < 3",
        ]
    ).format(alias)
    return ["import sys", f"if {test}:", f"    {w.chain()}", *w.chance.choice([[], ["else:", f"    {w.chain()}"]])]


def asked_for(w: Writer) -> list[str]:
    held, _, name = w.chain().rpartition(".")
    return [f"if hasattr({held}, '{name}'):", f"    {held}.{name}", *w.chance.choice([[], ["else:", f"    {w.chain()}"]])]


def got(w: Writer) -> list[str]:
    held, _, name = w.chain().rpartition(".")
    return [f"v = getattr({held}, '{name}', None)"]


def loop(w: Writer) -> list[str]:
    return w.chance.choice(
        [
            ["for i in range(2):", f"    {w.chain()}"],
            ["n = 0", "while n < 2:", f"    {w.chain()}", "    n += 1"],
            [f"for f in [{w.chain()}, {w.chain()}]:", "    print(f)"],
        ]
    )


def with_(w: Writer) -> list[str]:
    manager, name = w.chance.choice(["tf.device", "tf.name_scope", "tf.Session", "tf.GradientTape"]), w.chance.choice(["", "'a'"])
    return [
        f"with {manager}({name}) as c:",
        f"    {w.chain()}",
    ]


def comprehension(w: Writer) -> list[str]:
    return [
        w.chance.choice(
            ["[{} for i in range(2)]", "{{i: {} for i in [1, 2]}}", "list({} for i in (1, 2) if i)", "[tf for tf in range(3)]"]
        ).format(w.chain())
    ]


def lambda_(w: Writer) -> list[str]:
    name = w.fresh("f")
    return [f"{name} = lambda x: {w.chain()}", *w.chance.choice([[], [f"{name}(1)"]])]


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


def line_magic(w: Writer) -> list[str]:
    return [w.chance.choice(["%matplotlib inline", "%load_ext tensorboard", "%time x = 1", "?print", "x = %pwd"]), *chain(w)]


def shell(w: Writer) -> list[str]:
    return [w.chance.choice(["!pip install -q wget", "!ls", "files = !ls", "!nvidia-smi"]), *chain(w)]


def f_string(w: Writer) -> list[str]:
    return [f"print(f'release {{{w.chain()}}}')"]
