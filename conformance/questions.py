"""The questions about names: statements that some release runs, and statements that none does."""

from __future__ import annotations

import hashlib
import keyword
import random
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from . import real_code
from .mutation import mutated
from .names import Names

CLASSES = (
    "public import",
    "private import",
    "attribute chain",
    "lazy or order-dependent",
    "member",
    "keyword",
    "non-existent",
    "from real code",
)
SEED = 20261121
# The part of the public names that are mistyped once, and of the private ones how many of that.
MUTATED = 0.7
MUTATED_PRIVATE = 0.3


@dataclass(frozen=True)
class Question:
    """A statement; its last line is asked, the others run before it."""

    kind: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def put(self) -> str | Mapping[str, str]:
        """What the engine is asked."""
        return self.text

    @property
    def root(self) -> str:
        """The package that it starts from."""
        return self.lines[0].split()[1].split(".")[0]

    @property
    def is_inside_tensorflow(self) -> bool:
        """Whether it asks for what lies below `tensorflow.python`, whose names are not all recorded."""
        return "tensorflow.python" in self.text or "tf.python" in self.text


Asked = TypeVar("Asked", bound=Question)


def of_imports(union: Names) -> Iterator[Question]:
    """`import M` and `from M import N`, for every module and every name that any release has."""
    for module in sorted(union.modules):
        kind = "public import" if union.is_public(module) else "private import"
        yield Question(kind, (f"import {module}",))
    for module, name in union.pairs():
        public = union.is_public(module) and not name.startswith("_")
        yield Question("public import" if public else "private import", (f"from {module} import {name}",))


def of_chains(union: Names) -> Iterator[Question]:
    """`root.a.b.N` after the import of the root, and `x.N` after that of the module."""
    for module, name in union.pairs():
        root, _, rest = module.partition(".")
        if not union.is_public(module) and root == "tensorflow":
            continue  # TensorFlow takes its own insides off: a few of those are asked by import
        short = "tf" if root == "tensorflow" else root
        start = f"import {root} as tf" if root == "tensorflow" else f"import {root}"
        yield Question("attribute chain", (start, ".".join(filter(None, (short, rest, name)))))
        if rest and union.is_public(module):
            yield Question("attribute chain", (f"import {module} as x", f"x.{name}"))


def lot(*words: object) -> bytes:
    """A number of its own for these words, the same on every machine."""
    return hashlib.sha256(" ".join(map(str, (SEED, *words))).encode()).digest()


class Lots:
    """Chooses among words by lot, so that what is chosen for one thing stays when words come to be there."""

    def __init__(self, words: Iterable[str]) -> None:
        self.held = sorted((lot(word), word) for word in words)

    def choose(self, *thing: object) -> str:
        """The word whose lot comes next after that of the thing."""
        return self.held[bisect(self.held, (lot(*thing), "")) % len(self.held)][1]


def of_orders(union: Names) -> Iterator[Question]:
    """What was imported before decides: submodules that something else has loaded, lazy names, two Kerases side by side."""
    kind = "lazy or order-dependent"
    by_root: dict[str, list[str]] = {}
    for module in sorted(union.modules):
        by_root.setdefault(module.split(".")[0], []).append(module)
    others = {root: Lots(modules) for root, modules in by_root.items()}
    for module in sorted(union.modules):
        root, _, rest = module.partition(".")
        if not rest:
            continue
        package, _, last = module.rpartition(".")
        yield Question(kind, (f"import {root}", module))
        yield Question(kind, (f"import {others[root].choose(module)}", module))
        yield Question(kind, (f"import {others[root].choose(module, 'from')}", f"from {package} import {last}"))
        spelled = [name for name in union.names.get(module, ()) if not keyword.iskeyword(name)]
        if not spelled:
            continue
        names = Lots(spelled)
        yield Question(kind, (f"import {module}", f"{module}.{names.choose(module)}"))
        yield Question(kind, (f"from {package} import {last}", f"{last}.{names.choose(module, 'last')}"))
        yield Question(kind, (f"from {module} import {names.choose(module, 'one')}", f"import {root}", f"{module}.{names.choose(module, 'other')}"))
        if union.is_public(module) and module.startswith("tensorflow.keras."):
            below = rest.partition(".")[2]
            name = names.choose(module, "keras")
            yield Question(kind, ("from tensorflow import keras", f"keras.{below}.{name}"))
            yield Question(kind, ("import tensorflow.keras as keras", f"keras.{below}.{name}"))
            yield Question(kind, ("import keras", "import tensorflow as tf", f"tf.keras.{below}.{name}"))
            yield Question(kind, ("import tensorflow as tf", "import keras", f"keras.{below}.{name}"))


def of_mutations(union: Names, part: float) -> Iterator[Question]:
    """Names and modules that no release has, in every form of statement, made of this part of all names."""
    kind = "non-existent"
    for module, name in union.pairs():
        chance = random.Random(lot(module, name))
        if chance.random() >= (part if union.is_public(module) else part * MUTATED_PRIVATE):
            continue
        root, _, rest = module.partition(".")
        form = chance.randrange(5)
        nowhere = mutated(name, chance)
        if nowhere in union.names[module] or f"{module}.{nowhere}" in union.modules:
            continue
        if form == 0:
            yield Question(kind, (f"from {module} import {nowhere}",))
        elif form == 1:
            yield Question(kind, (f"import {root}", ".".join(filter(None, (root, rest, nowhere)))))
        elif form == 2 and rest:
            yield Question(kind, (f"import {module} as x", f"x.{nowhere}"))
        elif rest:
            package, _, last = module.rpartition(".")
            other = f"{package}.{mutated(last, chance)}"
            if other not in union.modules and other.rpartition(".")[2] not in union.names.get(package, ()):
                yield Question(kind, (f"import {other}",) if form == 3 else (f"from {other} import {name}",))


def of_real_code() -> Iterator[Question]:
    """The statements that were drawn from real code."""
    for lines in real_code.read():
        yield Question("from real code", tuple(lines))


def once(questions: Iterable[Question]) -> list[Question]:
    """Each statement once, by the first class that asks it."""
    return list({question.text: question for question in reversed(list(questions))}.values())[::-1]


def of_names(union: Names) -> list[Question]:
    """All questions about names, the same on every machine."""
    return once([*of_real_code(), *of_imports(union), *of_chains(union), *of_orders(union), *of_mutations(union, MUTATED)])


def sample(questions: Sequence[Asked], per_kind: int, seed: int) -> list[Asked]:
    """At most so many of each class; which ones does not change when others come to be asked."""
    by_kind: dict[str, list[tuple[bytes, Asked]]] = {}
    for question in questions:
        lot = hashlib.sha256(f"{seed} {question.text}".encode()).digest()
        by_kind.setdefault(question.kind, []).append((lot, question))
    return [question for held in by_kind.values() for _, question in sorted(held, key=lambda pair: pair[0])[:per_kind]]
