"""Every module and name that any measured release has: what questions are made of."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from builder.configuration import MEASURED, ROOTS
from builder.textform import read_text

# Segments that lead out of what the projects document.
INTERNAL = {"src", "python", "engine", "api", "core", "compiler", "tools", "contrib", "include", "tests", "benchmarks", "examples"}
# TensorFlow's API tree holds itself again; a path that enters it twice is asked for nothing that the first did not tell.
AGAIN = re.compile(r"compat\.v\d\b.*compat\.v\d\b|\.v[12]\.v[12]\b")
# Where the documented modules of each package lie in its own files.
DOCUMENTED = (
    ("keras", re.compile(r"(?:keras\.api\._v[12]\.keras|keras\._tf_keras\.keras|keras\.api|tf_keras\.api\._v[12]\.keras)\b")),
    ("tensorflow", re.compile(r"tensorflow\._api\.v[12](?:\.v[12])?\b")),
)


@dataclass
class Names:
    """The union of all measurements, aliases followed: `tensorflow.keras.layers` has the names of what it is an alias of."""

    modules: set[str] = field(default_factory=set)
    names: dict[str, set[str]] = field(default_factory=dict)
    # Of the names, those of classes and functions.
    callables: dict[str, set[str]] = field(default_factory=dict)

    def add(self, module: str, names: set[str], callables: set[str]) -> None:
        self.modules.add(module)
        if names:
            self.names.setdefault(module, set()).update(names)
        if callables:
            self.callables.setdefault(module, set()).update(callables)

    @cached_property
    def documented(self) -> frozenset[str]:
        """Module paths, from their root on, that are part of some release's documented API."""
        found = set(ROOTS)
        for module in self.modules:
            for root, place in DOCUMENTED:
                lies = place.match(module)
                if lies:
                    found.add(root + module[lies.end():])
        return frozenset(found)

    def is_public(self, module: str) -> bool:
        """Whether some release documents this module; `keras.engine.topology` and `keras.layers.core` are real and private."""
        segments = module.split(".")
        if any(segment.startswith("_") or segment in INTERNAL for segment in segments):
            return False
        path = re.sub(r"^tensorflow\.keras\b|^tf_keras\b|^tensorflow\.compat\.v[12]\.keras\b", "keras", module)
        return path in self.documented

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every module with every name that it has anywhere and that a statement can spell, in a fixed order."""
        for module in sorted(self.names):
            for name in sorted(self.names[module]):
                if not keyword.iskeyword(name):
                    yield module, name


def of_all_releases() -> Names:
    """The names of everything under data/measured."""
    union = Names()
    aliases: set[tuple[str, str]] = set()
    for path in sorted(MEASURED.glob("*.json")):
        for module, fields in read_text(path)["modules"].items():
            by_kind = fields.get("names", {})
            words = {word.partition("=")[0] for line in by_kind.values() for word in line}
            union.add(module, words | set(fields.get("raises", {})), {*by_kind.get("c", ()), *by_kind.get("f", ())})
            if "alias" in fields:
                aliases.add((module, fields["alias"]))
    for _ in range(2):  # an alias may lead into another
        for alias, target in sorted(aliases):
            for module in [m for m in union.modules if m == target or m.startswith(target + ".")]:
                mounted = alias + module[len(target):]
                if not AGAIN.search(mounted):
                    union.add(mounted, union.names.get(module, set()), union.callables.get(module, set()))
    for module in list(union.modules):
        if AGAIN.search(module):
            union.modules.discard(module)
            union.names.pop(module, None)
    return union
