"""Merges measurements into the compact form's `sets` and `modules`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

FLAGS = ("at", "hidden", "dynamic", "opaque")
TEXTS = ("error", "alias")
LISTS = ("lacks", "absent", "loads", "boot")


class Sets:
    """Sets of measurements, each written once; numbered by how often they are used, so that the numbers stay short."""

    def __init__(self) -> None:
        self._uses: Counter[tuple[int, ...]] = Counter()

    def add(self, members: Iterable[int]) -> tuple[int, ...]:
        key = tuple(sorted(members))
        self._uses[key] += 1
        return key

    def ordered(self) -> list[tuple[int, ...]]:
        return sorted(self._uses, key=lambda key: (-self._uses[key], key))


def written(members: tuple[int, ...]) -> str:
    """`0-3,7`."""
    parts: list[list[int]] = []
    for n in members:
        if parts and parts[-1][1] == n - 1:
            parts[-1][1] = n
        else:
            parts.append([n, n])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in parts)


def _grouped(per: dict[Any, list[int]], sets: Sets) -> dict[tuple[Any, ...], list[str]]:
    """Words that hold in the same measurements, together."""
    groups: dict[tuple[Any, ...], list[str]] = {}
    for (head, word), members in per.items():
        groups.setdefault((tuple(sorted(members)), *head), []).append(word)
    for key in groups:
        sets.add(key[0])
    return groups


def merge_modules(measurements: list[dict[str, Any]]) -> tuple[list[str], dict[str, Any]]:
    """`sets` and `modules` of the compact form."""
    sets = Sets()
    paths = sorted({path for m in measurements for path in m["modules"]})
    merged = {path: _merge_one([m["modules"].get(path, {}) for m in measurements], sets) for path in paths}
    ordered = sets.ordered()
    index = {key: n for n, key in enumerate(ordered)}
    for fields in merged.values():
        for field, value in fields.items():
            if field in FLAGS:
                fields[field] = index[value]
            else:
                fields[field] = [[index[row[0]], *row[1:]] for row in sorted(value)]
    return [written(key) for key in ordered], merged


def _merge_one(records: list[dict[str, Any]], sets: Sets) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for flag in FLAGS:
        members = [n for n, r in enumerate(records) if r.get(flag)]
        if members:
            fields[flag] = sets.add(members)
    for field in TEXTS:
        per: dict[str, list[int]] = {}
        for n, r in enumerate(records):
            if field in r:
                per.setdefault(r[field], []).append(n)
        if per:
            fields[field] = [[sets.add(members), text] for text, members in per.items()]
    names: dict[Any, list[int]] = {}
    raises: dict[Any, list[int]] = {}
    for n, r in enumerate(records):
        for kind, words in r.get("names", {}).items():
            for word in words:
                names.setdefault(((kind,), word), []).append(n)
        for name, text in r.get("raises", {}).items():
            raises.setdefault((name, text), []).append(n)
    if names:
        fields["names"] = [[*key, " ".join(sorted(words))] for key, words in _grouped(names, sets).items()]
    if raises:
        fields["raises"] = [[sets.add(members), *key] for key, members in raises.items()]
    for field in LISTS:
        per_word: dict[Any, list[int]] = {}
        for n, r in enumerate(records):
            for word in r.get(field, ()):
                per_word.setdefault(((), word), []).append(n)
        if per_word:
            fields[field] = [[*key, " ".join(sorted(words))] for key, words in _grouped(per_word, sets).items()]
    return fields
