"""Where the attributes of TensorFlow 1.15 to 2.1 lead that give another module than importing the same path: inside/behind.py asks.

A module of tensorflow_core that shows what is recorded of a module of tensorflow stands for it. Any other one is kept where no import
reaches it, at `tensorflow.~<path>`.
"""

from __future__ import annotations

from typing import Any

CORE = "tensorflow_core"
ROOT = "tensorflow"
# Where modules are kept that no import reaches.
OUTSIDE = f"{ROOT}.~"
# Names of its modules are not recorded.
INTERNAL = f"{CORE}.python"

Modules = dict[str, Any]


class Behind:
    """The modules of tensorflow_core that were seen, each beside its twin of tensorflow."""

    def __init__(self, seen: Modules, known: Modules) -> None:
        self.seen = seen
        self.known = known

    def place(self, path: str) -> str:
        """Where the contents of a module that an attribute leads to are kept."""
        if path in self.seen:
            return self._twin(path) if self._is_same(path) else OUTSIDE + path
        return self._twin(path) if path.split(".")[0] in (CORE, ROOT) else OUTSIDE + path

    def kept(self) -> Modules:
        """The modules that stand for no other, by the place that they are kept at."""
        return {OUTSIDE + path: self._told(path) for path in sorted(self.seen) if not self._is_same(path)}

    def _twin(self, path: str) -> str:
        own = ROOT + path[len(CORE):] if path.split(".")[0] == CORE else path
        known = self.known.get(own, {})
        return self._twin(known["alias"]) if "alias" in known else own

    def _is_same(self, path: str) -> bool:
        """Whether the twin can be imported and shows these very names."""
        twin = self.known.get(self._twin(path), {})
        listed = {(word.partition("=")[0], _kind(kind)) for kind, words in twin.get("names", {}).items() for word in words}
        shown = {(name, _kind(kind)) for name, kind, _ in self.seen[path].get("names", ())}
        return bool(twin.get("at")) and not twin.get("opaque") and listed == shown

    def _below(self, path: str) -> set[str]:
        """Names of the modules that can be imported directly below the twin."""
        prefix = self._twin(path) + "."
        return {other[len(prefix):] for other in self.known if other.startswith(prefix) and "." not in other[len(prefix):]}

    def _told(self, path: str) -> dict[str, Any]:
        entries = self.seen[path].get("names", ())
        internal = path == INTERNAL or path.startswith(INTERNAL + ".")
        below = self._below(path)
        names: dict[str, list[str]] = {}
        for name, kind, target in entries:
            if name in below or not internal:
                names.setdefault(_kind(kind), []).append(f"{name}={self.place(target)}" if kind in "ml" else name)
        told: dict[str, Any] = {"hidden": True, "opaque": internal, "names": {kind: sorted(words) for kind, words in sorted(names.items())}}
        if internal:
            told["lacks"] = sorted(below - {name for name, _, _ in entries})
        return {key: value for key, value in told.items() if value}


def _kind(kind: str) -> str:
    return "m" if kind == "l" else kind


def attributes(known: Modules, raw: dict[str, Any]) -> Modules:
    """The modules that are kept beside those that are known, the root's names that lead to another module than their path does, and
    the forwarders at these paths, which the root's import has made."""
    behind = Behind(raw["modules"], known)
    led = {name: behind.place(target) for name, target in {**raw["shown"], **raw["late"]}.items()}
    shown = sorted(f"{name}={where}" for name, where in led.items() if where != f"{ROOT}.{name}")
    forwarders: Modules = {f"{ROOT}.{name}": {"boot": [ROOT]} for name in led}
    return {**behind.kept(), **forwarders, ROOT: {"names": {"m": shown}}}
