"""Merges the callables of all environments into the compact form's `objects`: classes and functions, once for all their releases.

An object is known by its defining place without the packages that have moved as a whole (`keras.src.layers.core.dense.Dense`,
`tf_keras.src.layers.core.dense.Dense` and `tensorflow.python.keras.layers.core.dense.Dense` are one).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from .columns import Column

# Modules whose names are implementation, and contributed code: what they hold is told by the public modules, or not at all.
IMPLEMENTATION = re.compile(r"(^|\.)(src|python(?!\.(keras|estimator)\.api)|keras\.protobuf|contrib)(\.|$)")
# Of these it is told which of the objects that public modules show their names are, and nothing of their own objects.
INNER = re.compile(r"^(keras\.src|tf_keras\.src|tensorflow\.python\.keras)(\.|$)")
MOVED = re.compile(r"^(tensorflow\.python\.keras|keras\.src|tf_keras\.src|keras|tf_keras)\.")
# Calling these yields an instance of another class, that of the backend: the survey, which looks at instances of the class, found none.
CHOOSING = frozenset({"keras/export.saved_model.ExportArchive"})
Records = dict[str, dict[int, dict[str, Any]]]


@dataclass
class Objects:
    """What all environments say together; columns are numbers."""

    # key → column → what the survey says of it there
    records: Records = field(default_factory=dict)
    # column → module → name → key
    names: dict[int, dict[str, dict[str, str]]] = field(default_factory=dict)
    # the same of the implementation
    inner: dict[int, dict[str, dict[str, str]]] = field(default_factory=dict)


def key_of(ident: str) -> str:
    """The record of a defining place."""
    return MOVED.sub("keras/", ident)


def base_keys(record: dict[str, Any]) -> list[str]:
    """The bases of a class."""
    return [key_of(base) for base in record.get("bases", "").split()]


def pairs_of(words: str) -> Iterator[tuple[str, str]]:
    """(name, id) of `identities`: `Dense=keras.src.layers.core.dense` or `name=<module>:<qualname>`."""
    for word in words.split():
        name, _, place = word.partition("=")
        module, _, qualname = place.partition(":")
        yield name, f"{module}.{qualname or name}"


def shown_names(column: Column, inner: bool = False) -> Iterator[tuple[str, set[str]]]:
    """Modules that are not implementation (with `inner`: those that are, of the three packages themselves), with their names of
    classes, of callables, and of instances of known classes."""
    for path, fields in column.modules.items():
        implementation = IMPLEMENTATION.search(path) is not None
        if "names" in fields and (implementation and INNER.match(path) is not None if inner else not implementation):
            others = set(fields["names"].get("o", ()))
            instances = {word.partition("=")[0] for word in fields.get("instances", ())} & others
            yield path, {word for kind in "cf" for word in fields["names"].get(kind, ())} | instances


class Gathering:
    """Fills Objects, one environment after the other."""

    def __init__(self, columns: list[Column], measurements: list[dict[str, Any]]) -> None:
        self._columns = columns
        self._numbers = {(ident, column.root): n for n, column in enumerate(columns) for ident in column.ids}
        self._releases = {(root, m[root]): n for m in measurements for root in ("tensorflow", "keras", "tf_keras")
                          if (n := self._numbers.get((m["id"], root))) is not None}
        self.objects = Objects()

    def _column(self, measurement: dict[str, Any], root: str) -> int | None:
        """The column of a root in an environment: its own, or that of the release where it was looked at elsewhere."""
        own = self._numbers.get((measurement["id"], root))
        return own if own is not None else self._releases.get((root, measurement[root]))

    def add(self, measurement: dict[str, Any], callables: dict[str, Any]) -> None:
        idents = {**callables["classes"], **callables["functions"]}
        for root in ("tensorflow", "keras", "tf_keras"):
            column = self._numbers.get((measurement["id"], root))
            if column is not None and column not in self.objects.names:
                told = callables["identities"], idents
                self.objects.names[column] = dict(self._named(self._columns[column], *told))
                self.objects.inner[column] = dict(self._named(self._columns[column], *told, inner=True))
        for ident, record in idents.items():
            place = self._column(measurement, ident.partition(".")[0])
            if place is not None:
                self.objects.records.setdefault(key_of(ident), {}).setdefault(place, record)

    @staticmethod
    def _named(column: Column, identities: dict[str, str], idents: dict[str, Any],
               inner: bool = False) -> Iterator[tuple[str, dict[str, str]]]:
        for path, names in shown_names(column, inner):
            elsewhere = dict(pairs_of(identities.get(path, "")))
            # An instance is known by its class: its kind (`o`) says that it is one.
            elsewhere |= dict(word.split("=") for word in column.modules[path].get("instances", ()))
            found = {name: elsewhere.get(name, f"{path}.{name}") for name in sorted(names)}
            yield path, {name: key_of(ident) for name, ident in found.items() if ident in idents}


def _reachable(objects: Objects) -> set[str]:
    """Objects that a public name leads to, and the bases of those."""
    waiting = {key for modules in objects.names.values() for names in modules.values() for key in names.values()}
    found: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key not in found and key in objects.records:
            found.add(key)
            waiting |= {base for record in objects.records[key].values() for base in base_keys(record)}
    return found


def _doubt(objects: Objects) -> None:
    """What any Python gives a class is doubtful in all its releases: each was looked at under one Python. So is what another class has."""
    for key, columns in objects.records.items():
        words = {word for record in columns.values() for word in record.get("doubtful", "").split()} - {"*"}
        for column, record in columns.items():
            if words and record.get("doubtful") != "*":
                columns[column] = {**record, "doubtful": " ".join(sorted(words))}
            if key in CHOOSING and not record.get("made"):
                columns[column] = {**columns[column], "open": True}


def gathered(columns: list[Column], surveyed: Iterable[tuple[dict[str, Any], dict[str, Any]]]) -> Objects:
    """Objects of all environments (`surveyed`: measurement and callables) that public names lead to."""
    pairs = list(surveyed)
    gathering = Gathering(columns, [measurement for measurement, _ in pairs])
    for measurement, callables in pairs:
        gathering.add(measurement, callables)
    objects = gathering.objects
    _doubt(objects)
    kept = _reachable(objects)
    return Objects({key: record for key, record in sorted(objects.records.items()) if key in kept}, objects.names, objects.inner)
