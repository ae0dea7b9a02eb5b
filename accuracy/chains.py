"""How generated notebooks look names up, in plain code and in functions and classes."""

from __future__ import annotations

from .writer import Writer


def chain(w: Writer) -> list[str]:
    expression = w.chain()
    return [
        w.chance.choice(
            ["{}", "x = {}", "print({})", "y = [{}, 1]", "callable({})", "z = {}  # note", "a, b = {}, 2", "q = {};", "w = ({}\n)"]
        ).format(expression)
    ]


def chain_in_function(w: Writer) -> list[str]:
    name = w.fresh("build")
    body = [f"    {line}" for line in (chain(w) + (chain(w) if w.chance.random() < 0.5 else []))]
    if any("\n" in line for line in body):
        body = [f"    return {w.chain()}"]
    called = w.chance.choice([[], [f"{name}(1)"]])
    return [f"def {name}(x):", *body, *called]


def nested_function(w: Writer) -> list[str]:
    name = w.fresh("outer")
    return [
        f"def {name}(a, b=1):",
        "    def inner(c):",
        f"        return {w.chain()}",
        "    return inner",
        *w.chance.choice([[], [f"{name}(1)"]]),
    ]


def chain_in_class(w: Writer) -> list[str]:
    return [f"class {w.fresh('Thing')}:", f"    kind = {w.chain()}", "    def method(self):", f"        return {w.chain()}"]


def base_class(w: Writer) -> list[str]:
    alias, path = w.chance.choice(sorted(w.modules.items()))
    inside = "keras." if path == "tensorflow" else ""
    base = w.chance.choice(
        ["Model", "layers.Layer", "callbacks.Callback", "utils.Sequence", "losses.Loss", "metrics.Metric", "engine.topology.Layer"]
    )
    name = w.fresh("My")
    return [
        f"class {name}({alias}.{inside}{base}):",
        "    def __init__(self, units=1):",
        f"        super({name}, self).__init__()",
        f"        self.kind = {w.chain()}",
        "    def call(self, inputs):",
        f"        return {w.chain()}(inputs)",
    ]


# Keywords of tf.function, under the names of several releases.
COMPILING = ["jit_compile=True", "experimental_compile=True", "autograph=False", "reduce_retracing=True", "experimental_relax_shapes=True"]


def decorator(w: Writer) -> list[str]:
    called = f"tf.function({', '.join(w.chance.sample(COMPILING, w.chance.randrange(1, 3)))})"
    return [
        f"@{w.chance.choice(['tf.function', 'tf.contrib.eager.defun', 'tf.custom_gradient', called, w.chain()])}",
        f"def {w.fresh('step')}(x):",
        f"    return {w.chain()}(x)",
    ]


def annotation(w: Writer) -> list[str]:
    return [f"def {w.fresh('typed')}(x: {w.chain()}, y=None) -> {w.chain()}:", "    return x"]


def default(w: Writer) -> list[str]:
    return [f"def {w.fresh('given')}(x, f={w.chain()}):", "    return f"]
