"""Writes the names of one generated notebook: what it has bound so far, and expressions made of that."""

from __future__ import annotations

import random

from .vocabulary import MADE, SHAPES, VALUES, Vocabulary

# What people bind modules to.
SHORT = {"tensorflow": "tf", "keras": "keras", "tensorflow.keras": "keras", "backend": "K", "numpy": "np", "keras.backend": "K",
         "tensorflow.keras.backend": "K", "keras.layers": "layers", "tensorflow.keras.layers": "layers"}


class Writer:
    """The state of the notebook that is being written."""

    def __init__(self, chance: random.Random, vocabulary: Vocabulary) -> None:
        self.chance = chance
        self.vocabulary = vocabulary
        # Names that hold modules: name → path as it was imported.
        self.modules: dict[str, str] = {}
        # Names that hold objects: name → class.
        self.objects: dict[str, str] = {}
        self.classes: list[str] = []
        self.count = 0

    def fresh(self, word: str) -> str:
        self.count += 1
        return f"{word}{self.count}"

    def root(self) -> str:
        """The package that this notebook mostly uses."""
        return self.chance.choice([path if path.count(".") < 2 else path.rpartition(".")[0] for path in self.modules.values()] or ["tensorflow"])

    def name(self, root: str | None = None) -> tuple[str, str]:
        return self.vocabulary.draw(self.chance, root or self.root().split(".")[0])

    def bind(self, path: str) -> str:
        """What a module is bound to."""
        return SHORT.get(path) or path.rpartition(".")[2]

    def chain(self) -> str:
        """A name of ours, looked up through whatever holds its package."""
        alias, path = self.chance.choice(sorted(self.modules.items()) or [("tf", "tensorflow")])
        for _ in range(20):
            module, name = self.vocabulary.draw(self.chance, path.split(".")[0])
            whole = f"{module}.{name}"
            if whole.startswith(path + "."):
                return alias + whole[len(path):]
        return f"{alias}.{name}"

    def maker(self) -> tuple[str, str, str]:
        """The dotted name of a class that is cheap to make, what it is given, and the class."""
        holders = {alias: path for alias, path in self.modules.items() if path in ("tensorflow", "keras", "tensorflow.keras", "tf_keras")}
        alias = self.chance.choice(sorted(holders) or ["tf"])
        place = self.chance.choice(sorted(MADE))
        cls = self.chance.choice(sorted(MADE[place]))
        return f"{alias}{'.keras' if holders.get(alias, 'tensorflow') == 'tensorflow' else ''}.{place}.{cls}", MADE[place][cls], cls

    def keywords(self, cls: str, most: int = 3) -> str:
        own = self.vocabulary.classes[cls][1]
        drawn = self.chance.sample(own, min(len(own), self.chance.randrange(1, most + 1)))
        shapes = [name for name in drawn if name in SHAPES]
        drawn = [name for name in drawn if name not in shapes[1:]]
        return ", ".join(f"{name}={VALUES.get(name, 'True')}" for name in drawn)

    def made(self, with_keywords: bool = False) -> tuple[str, str]:
        """A call that makes an object, and its class."""
        path, given, cls = self.maker()
        words = self.keywords(cls) if with_keywords else ""
        return f"{path}({', '.join(filter(None, (given, words)))})", cls

    def member(self) -> str | None:
        """A member of something that the notebook has made."""
        if not self.objects:
            return None
        held = self.chance.choice(sorted(self.objects))
        members = self.vocabulary.classes[self.objects[held]][0]
        return f"{held}.{self.chance.choice(members)}" if members else None
