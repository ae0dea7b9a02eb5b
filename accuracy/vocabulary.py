"""The names that generated notebooks use, drawn by lot: those that real code uses more often than all others of any release."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from functools import cached_property

from builder.configuration import DATA
from conformance import real_code
from conformance.mutation import mutated
from conformance.names import Names, of_all_releases

# Of a hundred names so many are from real code; of the others most are some release's, a few nobody's.
FROM_REAL_CODE = 70
MISTYPED = 4
# What makes an object without much ado, by the last part of its module, and what is given.
MADE = {
    "models": {"Sequential": "", "Model": ""},
    "layers": {"Dense": "3", "LSTM": "2", "Dropout": "0.5", "Embedding": "10, 4", "Conv2D": "2, 3", "Flatten": "", "BatchNormalization": "",
               "Activation": "'relu'", "Convolution2D": "2, 3", "GRU": "2", "MaxPooling2D": "", "Input": "(3,)"},
    "optimizers": {"Adam": "", "SGD": "", "RMSprop": "", "Adagrad": "", "Nadam": ""},
    "callbacks": {"EarlyStopping": "", "ModelCheckpoint": "'x.keras'", "TensorBoard": "", "ReduceLROnPlateau": ""},
    "preprocessing.text": {"Tokenizer": ""},
    "preprocessing.image": {"ImageDataGenerator": ""},
    "initializers": {"RandomNormal": "", "Zeros": ""},
    "metrics": {"Accuracy": "", "Mean": "", "AUC": ""},
    "losses": {"MeanSquaredError": "", "BinaryCrossentropy": ""},
}
# What the text given above stands for.
BY_POSITION = {"Dense": "units", "LSTM": "units", "GRU": "units", "Activation": "activation", "Embedding": "input_dim"}
# Nobody says the shape of an input twice (of 42 calls in the notebooks that forms.json counts none does).
SHAPES = ("input_shape", "input_dim", "batch_input_shape")
# Members that notebooks take of models, whatever the release has of them.
OF_MODELS = ("fit", "predict", "evaluate", "compile", "summary", "predict_classes", "predict_proba", "fit_generator", "evaluate_generator",
             "predict_generator", "layers", "save", "save_weights", "load_weights", "to_json", "to_yaml", "get_layer", "train_on_batch",
             "get_config", "metrics_names", "add", "pop", "uses_learning_phase", "reset_states", "get_weights", "count_params", "optimizer",
             "_make_predict_function", "model", "trainable_weights", "state_updates", "run_eagerly", "export", "reset_metrics", "jit_compile")
# The same of other objects, by where their classes lie.
OF_OTHERS = {
    "optimizers": ("lr", "learning_rate", "iterations", "get_config", "get_weights", "set_weights", "apply_gradients", "minimize", "get_updates",
                   "get_gradients", "decay", "beta_1", "weights", "variables", "build", "_create_slots", "clipnorm"),
    "layers": ("get_weights", "set_weights", "output_shape", "trainable_weights", "get_config", "name", "losses", "updates", "inbound_nodes",
               "outbound_nodes", "_inbound_nodes", "count_params", "get_output_at", "get_input_shape_at", "supports_masking", "dtype_policy",
               "W_constraint", "trainable", "build", "call", "get_build_config", "output_dim", "init"),
    "metrics": ("reset_states", "reset_state", "update_state", "result", "name", "variables", "merge_state"),
    "callbacks": ("on_epoch_end", "set_model", "on_train_batch_end", "on_batch_end", "validation_data", "patience", "best", "period"),
}
# A keyword with what it is given; None for those of which nothing better is known.
VALUES = {"name": "'x'", "input_shape": "(3,)", "activation": "'relu'", "lr": "0.01", "learning_rate": "0.01", "decay": "1e-6", "units": "3",
          "epochs": "1", "nb_epoch": "1", "batch_size": "2", "verbose": "0", "monitor": "'loss'", "patience": "2", "input_dim": "3",
          "init": "'uniform'", "kernel_initializer": "'zeros'", "padding": "'same'", "border_mode": "'same'", "subsample": "(1, 1)",
          "strides": "1", "momentum": "0.9", "nesterov": "True", "beta_1": "0.9", "rescale": "1.0", "num_words": "100", "nb_words": "100",
          "input_length": "5", "batch_input_shape": "(2, 3)", "return_sequences": "True", "dropout_W": "0.1", "W_regularizer": "'l2'",
          "kernel_regularizer": "'l2'", "clipnorm": "1.0", "period": "1", "save_freq": "'epoch'", "log_dir": "'.'", "use_bias": "False"}


@dataclass
class Vocabulary:
    """Names, and members and keywords of classes, in all measured releases."""

    union: Names = field(default_factory=of_all_releases)

    @cached_property
    def real(self) -> list[tuple[str, str]]:
        """(module, name) of what real code imports or looks up."""
        found = set()
        for statement in real_code.read():
            first, last = statement[0].split(), statement[-1]
            if first[0] == "from":
                path = f"{first[1]}.{first[3]}" + ("" if len(statement) == 1 else "." + last.partition(".")[2])
            elif len(statement) > 1:
                path = f"{first[1] if len(first) > 2 else first[1].split('.')[0]}.{last.partition('.')[2]}"
            else:
                path = first[1]
            module, _, name = path.rpartition(".")
            if module and name != "*" and "tensorflow.python" not in module and "contrib" not in path:
                found.add((module, name))
        return sorted(found)

    @cached_property
    def every(self) -> list[tuple[str, str]]:
        """(module, name) of what any release documents."""
        return [(module, name) for module, name in self.union.pairs()
                if self.union.is_public(module) and "compat." not in module and not module.startswith(("tensorflow.raw_ops", "tf_keras"))
                and not name.startswith("_")]

    def draw(self, chance: random.Random, root: str) -> tuple[str, str]:
        """A module below this root and one of its names."""
        number = chance.randrange(100)
        real, every = self.by_root(root)
        source = (real or every) if number < FROM_REAL_CODE else (every or real)
        module, name = chance.choice(source)
        return (module, mutated(name, chance)) if number >= 100 - MISTYPED else (module, name)

    def by_root(self, root: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        if root not in self._by_root:
            self._by_root[root] = tuple([each for each in source if each[0] == root or each[0].startswith(root + ".")]  # type: ignore[assignment]
                                        for source in (self.real, self.every))
        return self._by_root[root]

    @cached_property
    def _by_root(self) -> dict[str, tuple[list[tuple[str, str]], list[tuple[str, str]]]]:
        return {}

    @cached_property
    def classes(self) -> dict[str, tuple[list[str], list[str]]]:
        """Members and keywords of the classes above, by their name, in any measured release."""
        wanted = {name for names in MADE.values() for name in names}
        members: dict[str, set[str]] = {name: set() for name in wanted}
        keywords: dict[str, set[str]] = {name: set() for name in wanted}
        for path in sorted((DATA / "callables").glob("*.json")):
            for symbol, listed in json.loads(path.read_text())["classes"].items():
                name = symbol.rpartition(".")[2]
                if name in wanted and "legacy_tf_layers" not in symbol:
                    members[name].update(words(listed.get("members")))
                    keywords[name].update(words(listed.get("calls")))
        for place, names in MADE.items():
            for name in names:
                members[name].update(OF_MODELS if place == "models" else OF_OTHERS.get(place, ()))
        return {name: (sorted(members[name]), sorted(keywords[name] & VALUES.keys() - {BY_POSITION.get(name)})) for name in wanted}


def words(listed: object) -> list[str]:
    """A list of names as the measurements write it: one text or several."""
    texts = listed if isinstance(listed, list) else [listed] if isinstance(listed, str) else []
    return [word.lstrip("+*") for text in texts for word in text.split() if word.lstrip("+*").isidentifier()]
