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


# Functions whose keywords have had other names.
CALLS = [
    "nn.dropout(x, keep_prob=0.5)",
    "nn.dropout(x, rate=0.5)",
    "nn.softmax(x, dim=1)",
    "nn.softmax(x, axis=1)",
    "nn.max_pool(x, ksize=2, strides=2, padding='SAME')",
    "nn.conv2d(x, filter=f, strides=1, padding='SAME')",
    "reduce_sum(x, axis=1, keep_dims=True)",
    "reduce_mean(x, axis=1, keepdims=True)",
    "reduce_max(x, reduction_indices=1)",
    "argmax(x, dimension=1)",
    "expand_dims(x, dim=1)",
    "squeeze(x, squeeze_dims=1)",
    "concat(axis=0, values=[x, y])",
    "random.normal(shape=(2, 3), stddev=1.0)",
    "zeros_like(x, dtype='float32', optimize=True)",
    "cast(x, dtype='float32')",
    "GradientTape(persistent=True)",
    "Variable(0.0, name='x', trainable=False)",
    "keras.utils.to_categorical(y, num_classes=3)",
    "keras.utils.to_categorical(y, nb_classes=3)",
    "keras.utils.plot_model(m, to_file='m.png', show_shapes=True)",
    "keras.utils.get_file('f', origin='u', untar=True)",
    "keras.models.load_model('m.h5', custom_objects={}, compile=False)",
    "keras.datasets.imdb.load_data(num_words=100)",
    "keras.datasets.imdb.load_data(nb_words=100)",
    "keras.applications.VGG16(weights=None, include_top=False)",
]


def keyword(w: Writer) -> list[str]:
    alias = next((name for name, path in sorted(w.modules.items()) if path == "tensorflow"), None)
    return [f"{alias}.{w.chance.choice(CALLS)}"] if alias and w.chance.random() < 0.4 else [w.made(True)[0]]


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
