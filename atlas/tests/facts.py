"""Reads the compact form as its README describes it, independently of the engine and of the builder's writer."""

from __future__ import annotations

import re
from typing import Any

ALPHABET = [chr(code) for code in range(33, 127) if chr(code) not in '"\\']
HALF = len(ALPHABET) // 2
SHARED = "!#$%&'()*+,-/:;<=>?@[]^`{|}"

KINDS = "cfoml"
# The fields of an object's record by number; what stands in each row after its set: r a row of names, t a text, b a count and records.
FIELDS = {"open": "", "made": "", "bases": "b", "members": "r", "lacks": "r", "sets": "r", "holds": "r", "calls": "r", "methods": "rr",
          "deprecated": "t", "unusable": "t", "refusals": "tr", "deprecatedMethods": "tr", "deprecatedKeywords": "r",
          "doubtful": "r"}
# Packages that have moved as a whole; their modules are kept under this one.
MOVED = ("tf_keras", "tensorflow.python.keras")
HOME = "keras"


def below(path: str, package: str) -> bool:
    return path == package or path.startswith(package + ".")


class Facts:
    """One measurement of a compact atlas."""

    def __init__(self, atlas: dict[str, Any], index: int) -> None:
        self._columns: dict[str, int] = atlas["measurements"][index]["columns"]
        self._members = [members(text) for text in atlas["sets"]]
        self._words = words(atlas["words"])
        self._paths = paths(atlas["paths"])
        self._rows = atlas["rows"].split(" ")
        self._modules: dict[str, Any] = dict(zip(self._paths, atlas["modules"], strict=True))
        kept = [path for path in self._paths if below(path, HOME)]
        everywhere = [*self._paths, *(package + path[len(HOME):] for package in MOVED for path in kept)]
        self.modules = sorted({path for path in everywhere if self.listed(path)})

    @staticmethod
    def _package(path: str) -> str:
        """The moved package that a module belongs to, or nothing."""
        return next((package for package in MOVED if below(path, package)), "")

    def _module(self, path: str) -> dict[str, Any]:
        package = self._package(path)
        found: dict[str, Any] = self._modules.get(HOME + path[len(package):] if package else path, {})
        return found

    def _told(self, path: str, told: str) -> str:
        """A path that a module tells, as it is in the release: a moved package tells its own modules as those of keras."""
        package = self._package(path)
        if package and below(told, HOME):
            return package + told[len(HOME):]
        return told.lstrip("~")

    def _holds(self, path: str, number: int) -> bool:
        return self._columns.get(path.partition(".")[0], -1) in self._members[number]

    def has(self, path: str, field: str) -> bool:
        module = self._module(path)
        return field in module and self._holds(path, module[field])

    def rows(self, path: str, field: str) -> list[list[Any]]:
        found = [row[1:] for row in self._module(path).get(field, ()) if self._holds(path, row[0])]
        if field == "alias":
            return [[self._told(path, target)] for target, in found]
        if field == "loads":
            return [[" ".join(self._told(path, other) for other in text.split(" "))] for text, in found]
        return found

    def listed(self, path: str) -> bool:
        return self.has(path, "at") or self.has(path, "hidden") or bool(self.rows(path, "error"))

    def canonical(self, path: str) -> str:
        """Where the contents of a path are."""
        alias = self.rows(path, "alias")
        if alias:
            return self.canonical(alias[0][0])
        if self.listed(path) or "." not in path:
            return path
        parent, _, name = path.rpartition(".")
        moved = f"{self.canonical(parent)}.{name}"
        return path if moved == path else self.canonical(moved)

    def imports(self, path: str) -> bool:
        """Whether `import <path>` works."""
        return self.has(path if self.listed(path) else self.canonical(path), "at")

    def kinds(self, path: str) -> dict[str, list[str]]:
        """Names of exactly this module by kind, as the text form writes them."""
        found: dict[str, list[str]] = {}
        for number, place, row in triples(self._module(path).get("names", "")):
            if not self._holds(path, number):
                continue
            kind = KINDS[place]
            found.setdefault(kind, []).extend(self._led(path, row) if kind in "ml" else self._plain(row))
        return {kind: sorted(words) for kind, words in found.items()}

    def _plain(self, row: int) -> list[str]:
        return [self._words[place] for place in running(numbers(self._rows[row]))]

    def _led(self, path: str, row: int) -> list[str]:
        coded = numbers(self._rows[row])
        names = [self._words[place] for place in running(coded[::2])]
        targets = [self._told(path, self._paths[place - 1]) if place else "" for place in coded[1::2]]
        return [f"{name}={target}" if target else name for name, target in zip(names, targets, strict=True)]

    def names(self, path: str) -> dict[str, tuple[str, str]]:
        """Kind and target of every name of a module."""
        path = self.canonical(path)
        found = {}
        for kind, words in self.kinds(path).items():
            for word in words:
                name, _, target = word.partition("=")
                found[name] = (kind, target or (f"{path}.{name}" if kind in "ml" else ""))
        return found

    def raises(self, path: str) -> dict[str, str]:
        return {name: text for name, text in self.rows(self.canonical(path), "raises")}

    def words(self, path: str, field: str) -> set[str]:
        return {word for row in self.rows(self.canonical(path), field) for word in row[-1].split(" ")}


def members(text: str) -> set[int]:
    """`0-3,7` as a set."""
    found: set[int] = set()
    for part in filter(None, text.split(",")):
        first, _, last = part.partition("-")
        found |= set(range(int(first), int(last or first) + 1))
    return found


def numbers(text: str) -> list[int]:
    """Most significant digit first; the first half of the alphabet ends a number, the second half goes on."""
    found, value = [], 0
    for character in text:
        code = ALPHABET.index(character)
        value = value * HALF + code % HALF
        if code < HALF:
            found.append(value)
            value = 0
    return found


def running(distances: list[int]) -> list[int]:
    """Places from the distances between them."""
    found, place = [], -1
    for distance in distances:
        place += distance + 1
        found.append(place)
    return found


def words(text: str) -> list[str]:
    """Each word as the character that tells how many characters it shares with the one before it, and the rest."""
    found: list[str] = []
    for word in re.findall(r"\W\w*", text):
        found.append((found[-1] if found else "")[: SHARED.index(word[0])] + word[1:])
    return found


def paths(text: str) -> list[str]:
    """Each path as the number of segments that it shares with the one before it, and the rest."""
    found: list[str] = []
    before: list[str] = []
    for word in text.split(" "):
        digits = word[: len(word) - len(word.lstrip("0123456789"))]
        rest = word[len(digits):]
        before = [*before[: int(digits)], *(rest.split(".") if rest else [])]
        found.append(".".join(before))
    return found


class Steps:
    """Places of rows from their distances to the one that comes next: even ones go on, odd ones go back."""

    def __init__(self) -> None:
        self._next = 0

    def place(self, distance: int) -> int:
        place = self._next + (-(distance + 1) // 2 if distance % 2 else distance // 2)
        self._next = place + 1
        return place


def triples(text: str) -> list[tuple[int, int, int]]:
    """A set, a number and the place of a row, each."""
    coded, steps = numbers(text), Steps()
    assert len(coded) % 3 == 0
    return [(coded[n], coded[n + 1], steps.place(coded[n + 2])) for n in range(0, len(coded), 3)]


def record(text: str) -> tuple[int, dict[str, list[list[int]]]]:
    """The columns of an object and its fields: rows of a set and what it says; -1 stands for every name."""
    coded, steps = iter(numbers(text)), Steps()
    everywhere, fields = next(coded), list(FIELDS.items())
    found: dict[str, list[list[int]]] = {}
    for number in coded:
        field, form = fields[number]
        for _ in range(next(coded)):
            row = [next(coded)]
            for kind in form:
                if kind == "b":
                    row += [next(coded) for _ in range(next(coded))]
                else:
                    told = next(coded)
                    row.append(told if kind == "t" else steps.place(told - 1) if told else -1)
            found.setdefault(field, []).append(row)
    return everywhere, found
