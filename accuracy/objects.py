"""How generated notebooks make objects, and use their members and keywords."""

from __future__ import annotations

from .vocabulary import MADE
from .writer import Writer


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
    call = w.chance.choice(
        [
            "fit(x, y, nb_epoch=1)",
            "fit(x, y, epochs=1, verbose=0)",
            "predict(x, batch_size=2)",
            "compile(loss='mse', optimizer='sgd')",
            "evaluate(x, y, sample_weight=None)",
            "summary(line_length=80)",
            "save('m', overwrite=True)",
            "fit(x, validation_data=None, show_accuracy=True)",
        ]
    )
    return [f"{w.chance.choice(models)}.{call}"]


def added(w: Writer) -> list[str]:
    alias = next((name for name, path in sorted(w.modules.items()) if path in ("keras", "tensorflow.keras")), "tf.keras")
    w.objects["model"] = "Sequential"
    given = [
        f"model.add({alias}.layers.{cls}({', '.join(filter(None, (MADE['layers'][cls], w.keywords(cls) if w.chance.random() < 0.5 else '')))}))"
        for cls in w.chance.sample(["Dense", "Dropout", "Activation", "Flatten", "BatchNormalization"], 2)
    ]
    return [f"model = {alias}.Sequential()", *given]
