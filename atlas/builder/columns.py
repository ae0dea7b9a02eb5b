"""Columns: what one release of one package was measured to contain. Environments that measured the same share one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from packaging.version import Version

from .configuration import ROOTS
from .elsewhere import completed

Measurement = dict[str, Any]
# Names of these modules are there only where the user has a keras.json, or SciPy: conformance/regressions.json.
CONFIGURED = ("keras.backend.load_backend", "tensorflow.python.keras.preprocessing.image")


@dataclass
class Column:
    """The modules of one root; `ids` are the environments that measured exactly these."""

    root: str
    modules: dict[str, Any]
    ids: list[str] = field(default_factory=list)


def _measured(root: str, measurements: list[Measurement]) -> Iterator[Measurement]:
    """Where the root imports and was looked at, oldest release first, so that the sets of a name's columns are short ranges."""
    found = [m for m in measurements if m[root] and m["roots"][root] is None and root in m.get("measures", ROOTS)]
    yield from sorted(found, key=lambda m: (Version(m[root]), Version(m["tensorflow"] or "0"), m["id"]))


def columns(measurements: list[Measurement]) -> list[Column]:
    """All columns: those of tensorflow, of keras, of tf_keras."""
    found: dict[str, Column] = {}
    for root in ROOTS:
        for measurement in _measured(root, measurements):
            modules = {path: fields for path, fields in measurement["modules"].items() if path.partition(".")[0] == root}
            modules |= {path: {**modules[path], "dynamic": True} for path in CONFIGURED if path in modules}
            column = found.setdefault(root + json.dumps(modules, sort_keys=True), Column(root, modules))
            column.ids.append(measurement["id"])
    return list(found.values())


def with_elsewhere(found: list[Column], elsewhere: dict[str, dict[str, Any]]) -> list[Column]:
    """The same columns, with what was found outside TensorFlow's API, and of Keras's tests (by environment)."""
    told = []
    for column in found:
        each = ({path: fields for path, fields in elsewhere[ident].items() if path.partition(".")[0] == column.root}
                for ident in column.ids if ident in elsewhere)
        modules = next(filter(None, each), None)
        told.append(Column(column.root, completed(column.modules, modules), column.ids) if modules else column)
    return told


def _beside(told: dict[str, list[str]], names: dict[str, str]) -> dict[str, list[str]]:
    """The names by kind, each as it was told before, where it was."""
    known = {word.partition("=")[0] for words in told.values() for word in words}
    fresh = {kind: [word for word in words.split() if word.partition("=")[0] not in known] for kind, words in names.items()}
    return {kind: words for kind in sorted({*told, *fresh}) if (words := sorted([*told.get(kind, ()), *fresh.get(kind, ())]))}


def with_private(found: list[Column], surveyed: list[tuple[Measurement, dict[str, Any]]], shipped: set[str]) -> list[Column]:
    """The same columns, with the names of those private modules that ship.

    A package stays opaque: which of its submodules are attributes depends on what was imported before.
    """
    callables = {measurement["id"]: answer for measurement, answer in surveyed}
    told = []
    for column in found:
        answer = next((callables[ident] for ident in column.ids if ident in callables), None)
        modules = dict(column.modules)
        for path, names in (answer["private"] if answer else {}).items():
            if path in shipped and modules.get(path, {}).get("opaque"):
                closed = "__getattr__" not in names.get("f", "").split() and not any(other.startswith(path + ".") for other in column.modules)
                kept = {key: value for key, value in modules[path].items() if key != "opaque" or not closed}
                modules[path] = {**kept, "names": _beside(kept.get("names", {}), names)}
        told.append(Column(column.root, modules, column.ids))
    return told
