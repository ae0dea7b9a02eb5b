"""Merges columns into the compact form's tables: every module once, with the sets of columns in which each of its facts holds."""

from __future__ import annotations

from typing import Any

from .coding import Places, fronted, numbers, ranges, shared
from .columns import Column
from .moved import moved
from .objectform import Form, words_of
from .objecttext import coded_objects
from .objects import Objects
from .tables import Members, Sets, Table, Vocabulary

FLAGS = ("at", "hidden", "dynamic", "opaque", "once")
TEXTS = ("error", "alias")
# Kinds of names, by their number in the compact form.
KINDS = "cfoml"
LISTS = ("lacks", "absent", "loads", "boot")


def _groups(per: dict[Any, list[int]]) -> list[tuple[Members, Any, list[str]]]:
    """Words (`(head, word)` → columns) that hold in the same columns, together."""
    groups: dict[tuple[Members, Any], list[str]] = {}
    for (head, word), members in per.items():
        groups.setdefault((tuple(members), head), []).append(word)
    return sorted((members, head, sorted(words)) for (members, head), words in groups.items())


def _collected(records: list[tuple[int, dict[str, Any]]], field: str) -> dict[Any, list[int]]:
    per: dict[Any, list[int]] = {}
    for n, record in records:
        value = record.get(field, ())
        entries = ([(head, word) for head, words in value.items() for word in ([words] if isinstance(words, str) else words)]
                   if isinstance(value, dict) else [("", word) for word in ([value] if isinstance(value, str) else value)])
        for entry in entries:
            per.setdefault(entry, []).append(n)
    return per


def _merged(records: list[tuple[int, dict[str, Any]]], sets: Sets, vocabulary: Vocabulary, rows: Table) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for flag in FLAGS:
        members = [n for n, record in records if record.get(flag)]
        if members:
            fields[flag] = sets.add(members)
    for field in TEXTS:
        if per := _collected(records, field):
            fields[field] = [[sets.add(members), text] for (_, text), members in sorted(per.items())]
    if per := _collected(records, "names"):
        fields["names"] = [[sets.add(members), kind, rows.place((vocabulary.led if kind in "ml" else vocabulary.row)(words))]
                           for members, kind, words in _groups(per)]
    if per := _collected(records, "raises"):
        fields["raises"] = [[sets.add(members), name, text] for (name, text), members in sorted(per.items())]
    for field in LISTS:
        if per := _collected(records, field):
            fields[field] = [[sets.add(members), " ".join(words)] for members, _, words in _groups(per)]
    return fields


def _numbered(value: Any, index: dict[Members, int]) -> Any:
    """Sets (tuples) by their numbers, which are known only when all are counted."""
    if isinstance(value, tuple):
        return index[value]
    if isinstance(value, list):
        return [_numbered(item, index) for item in value]
    return {key: _numbered(item, index) for key, item in value.items()} if isinstance(value, dict) else value


def _coded(fields: dict[str, Any]) -> dict[str, Any]:
    """A module's `names` and `is` as texts of numbers."""
    coded = dict(fields)
    if "names" in fields:
        places = Places()
        coded["names"] = numbers(n for key, kind, row in fields["names"] for n in (key, KINDS.index(kind), places.distance(row)))
    if "is" in fields:
        places = Places()
        coded["is"] = numbers(n for key, place, row in fields["is"] for n in (key, place + 1, places.distance(row)))
    return coded


def _told(columns: list[Column]) -> tuple[set[str], set[str]]:
    """All names of modules, and all paths that are modules or lead to one."""
    entries = {word for column in columns for fields in column.modules.values() for words in fields.get("names", {}).values() for word in words}
    pairs = [word.partition("=")[::2] for word in entries]
    paths = {path for column in columns for path in column.modules}
    return {name for name, _ in pairs}, paths | {target for _, target in pairs if target}


def merge(columns: list[Column], objects: Objects) -> dict[str, Any]:
    """`columns`, `sets`, `words`, `paths`, `rows`, `modules` and `objects` of the compact form."""
    kept = [Column(column.root, moved(column.modules), column.ids) for column in columns]
    names, paths = _told(kept)
    vocabulary = Vocabulary(names | words_of(objects), paths)
    sets, rows = Sets(), Table()
    modules = {path: _merged([(n, column.modules[path]) for n, column in enumerate(kept) if path in column.modules],
                             sets, vocabulary, rows) for path in vocabulary.paths}
    told, special = Form(objects, vocabulary, sets, rows).compose(columns)
    for path, differing in special.items():
        modules[path]["is"] = differing
    ordered = sets.ordered()
    index = {key: n for n, key in enumerate(ordered)}
    return {
        "columns": [column.root for column in columns],
        "sets": [ranges(key) for key in ordered],
        "words": shared(vocabulary.words),
        "paths": fronted(vocabulary.paths),
        "rows": " ".join(rows.values),
        "modules": [_coded(_numbered(fields, index)) for fields in modules.values()],
        "objects": coded_objects(_numbered(told, index)),
    }
