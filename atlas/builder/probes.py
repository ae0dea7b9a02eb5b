"""values.toml: arguments whose value some release refuses, and the calls that decide it."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .configuration import ATLAS

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PROBES = ATLAS / "values.toml"
STEMS = ("zq", "zq_d/zq")
SIZES = (3, 10)


@dataclass(frozen=True)
class Argument:
    """One argument and its classes: for each the values that stand for it, as Python writes them; None is no argument at all."""

    name: str | None
    at: int | None
    form: str
    told: tuple[Any, ...]
    classes: tuple[tuple[str | None, ...], ...]
    like: dict[str, str]


    def label(self, n: int) -> str:
        """A class in words."""
        if self.classes[n] == (None,):
            return f"no {self.name}"
        if self.form == "has":
            return f"{'without' if n else 'with'} {self.told[0]}"
        return str(self.told[n]) if n < len(self.told) else "other"


@dataclass(frozen=True)
class Trial:
    """One call: the class of each argument, and the argument whose value is the first one's."""

    place: int
    value: str | None
    call: str


@dataclass(frozen=True)
class Probe:
    """Callables and the arguments to try."""

    id: str
    of: dict[str, str]
    first: str
    states: tuple[str, ...]
    after: str
    by_position: bool
    unless: tuple[str, ...]
    reads: bool
    arguments: tuple[Argument, ...]

    def trials(self, name: str) -> Iterator[Trial]:
        """The calls of one of the callables."""
        radix = [range(len(argument.classes)) for argument in self.arguments]
        for place, cell in enumerate(itertools.product(*radix)):
            usual = [n == _usual(argument) for argument, n in zip(self.arguments[1:], cell[1:], strict=True)]
            first, *others = [argument.classes[n] for argument, n in zip(self.arguments, cell, strict=True)]
            # Where another argument is not in its usual class, one value stands for all of this one's.
            for value in first if all(usual) else first[:1]:
                yield Trial(place, value, self._call(name, [value, *(values[0] for values in others)]))

    @staticmethod
    def is_method(name: str) -> bool:
        return name.split(".")[-2][:1].isupper()

    def place(self, label: str) -> int:
        """The class of calls that these words tell."""
        place = 0
        for argument, word in zip(self.arguments, label.split(" & "), strict=True):
            place = place * len(argument.classes) + next(n for n in range(len(argument.classes)) if argument.label(n) == word)
        return place

    def label(self, place: int) -> str:
        """A class of calls in words."""
        words: list[str] = []
        for argument in reversed(self.arguments):
            place, n = divmod(place, len(argument.classes))
            words.append(argument.label(n))
        return " & ".join(reversed(words))

    def fits(self, parameters: list[str] | None) -> bool:
        """Whether the arguments that have a position stand there; true where a wrapper hides it."""
        placed = [(argument.at, argument.name) for argument in self.arguments if argument.at is not None and argument.name]
        return parameters is None or all(len(parameters) > at and parameters[at] == name for at, name in placed)

    def _call(self, name: str, values: list[str | None]) -> str:
        pairs = [(argument.name, value) for argument, value in zip(self.arguments, values, strict=True) if value is not None]
        words = [value if self.by_position or key is None else f"{key}={value}" for key, value in pairs]
        called = f"model.{name.rpartition('.')[2]}" if self.is_method(name) else "called"
        return f"{called}({', '.join(filter(None, [self.of[name], *words, self.after]))})"


def _usual(argument: Argument) -> int:
    """The class of a call that says nothing of the argument; the first where there is none."""
    absent = [n for n, values in enumerate(argument.classes) if values == (None,)]
    return absent[0] if absent else 0


def _read(entry: dict[str, Any]) -> Argument:
    classes: list[tuple[str | None, ...]] = []
    told: list[Any] = []
    if "ends" in entry:
        form, told = "ends", list(entry["ends"])
        classes = [tuple(repr(stem + end) for stem in STEMS) for end in told]
        classes.append(tuple(repr(word) for word in entry["others"]))
    elif "has" in entry:
        form, told = "has", [entry["has"]]
        classes = [tuple(repr(word) for word in entry[key]) for key in ("with", "without")]
    elif "types" in entry:
        form, told = "types", list(entry["types"])
        classes = [tuple(repr(size) for size in SIZES), tuple(entry["others"])]
    else:
        form, told = "values", [*entry["values"], *([None] if entry.get("none") else [])]
        classes = [(repr(value),) for value in told]
    if entry.get("absent"):
        classes.append((None,))
    return Argument(entry.get("name"), entry.get("at"), form, tuple(told), tuple(classes), entry.get("like", {}))


def probes() -> list[Probe]:
    """All probes, in the order of the file."""
    with open(PROBES, "rb") as file:
        entries = tomllib.load(file)["probe"]
    return [Probe(e["id"], e["of"], e.get("first", ""), tuple(e.get("states", [""])), e.get("after", ""), e.get("by_position", False),
                  tuple(e.get("unless", ())), e.get("reads", False), tuple(map(_read, e["argument"]))) for e in entries]
