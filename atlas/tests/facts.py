"""Reads the compact form as its README describes it, independently of the engine."""

from __future__ import annotations

from typing import Any


class Facts:
    """One measurement of a compact atlas."""

    def __init__(self, atlas: dict[str, Any], index: int) -> None:
        self.modules: dict[str, Any] = atlas["modules"]
        self._members = [members(text) for text in atlas["sets"]]
        self._index = index

    def has(self, path: str, field: str) -> bool:
        module = self.modules.get(path, {})
        return field in module and self._index in self._members[module[field]]

    def rows(self, path: str, field: str) -> list[list[str]]:
        return [row[1:] for row in self.modules.get(path, {}).get(field, ()) if self._index in self._members[row[0]]]

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

    def names(self, path: str) -> dict[str, tuple[str, str]]:
        """Kind and target of every name of a module."""
        path = self.canonical(path)
        found = {}
        for kind, text in self.rows(path, "names"):
            for word in text.split(" "):
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
