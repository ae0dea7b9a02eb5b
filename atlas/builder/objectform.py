"""Writes gathered objects as the compact form has them: every fact once, with the set of columns in which it holds."""

from __future__ import annotations

from collections import Counter
from typing import Any

from .coding import number
from .columns import Column
from .moved import stored
from .objects import Objects, base_keys, shown_names
from .tables import Members, Sets, Table, Vocabulary

LISTS = ("members", "lacks", "sets", "holds", "deprecatedKeywords", "doubtful")
FLAGS = ("open", "made")
TEXTS = ("deprecated", "unusable")
NAMED = ("refusals", "deprecatedMethods")
# What stands before a word of `calls`, and the two words that end it, as numbers below the first word's.
MARKS = ("+", "-", "~", "?", "**", "*")


def words_of(objects: Objects) -> set[str]:
    """Every name that the objects' rows are written with."""
    found: set[str] = set()
    for columns in objects.records.values():
        for record in columns.values():
            for field in LISTS:
                found.update(record.get(field, "").split())
            for calls in (record.get("calls", ""), *record.get("methods", {}).values()):
                found.update(word.lstrip("+-~?*") for word in calls.split())
            found.update(record.get("methods", {}))
            for field in NAMED:
                found.update(word for word in record.get(field, {}) if word != "*")
    for modules in objects.names.values():
        for names in modules.values():
            found.update(names)
    found.update(last_name(key) for key in objects.records)
    return found - {"", "*"}


def last_name(key: str) -> str:
    return key.rpartition(".")[2].rpartition("/")[2]


def _is_enumeration(record: dict[str, Any]) -> bool:
    """Calling an enumeration looks a member up; its metaclass takes keywords that its signature does not show."""
    return record["calls"] == "value" and not record.get("bases")


def _cautious(calls: str) -> str:
    """A method that refuses in its body: what was not tried may be taken, and what is refused may raise anything."""
    words = calls.split()
    return f"{calls} *" if any(word[0] in "+-?" for word in words) and words[-1] not in MARKS[4:] else calls


def numbered(objects: Objects) -> dict[str, int]:
    """The place of each record."""
    return {key: n for n, key in enumerate(sorted(objects.records, key=lambda key: (last_name(key), key)))}


class Form:
    """The tables that the rows point into."""

    def __init__(self, objects: Objects, vocabulary: Vocabulary, sets: Sets, rows: Table) -> None:
        self._objects, self._vocabulary, self._sets, self._rows = objects, vocabulary, sets, rows
        self._places = numbered(objects)
        self._keys = list(self._places)
        self._texts = Table()

    def _row(self, words: list[str]) -> int:
        return self._rows.place(self._vocabulary.row(words))

    def _calls(self, calls: str) -> int:
        """Keywords in their order: marks as numbers below 6, words as their places above."""
        text = ""
        for word in calls.split():
            if word in MARKS[4:]:
                text += number(MARKS.index(word))
            else:
                mark = word[0] if word[0] in "+-~?" else ""
                text += (number(MARKS.index(mark)) if mark else "") + number(self._vocabulary.place(word[len(mark):]) + len(MARKS))
        return self._rows.place(text)

    def _facts(self, record: dict[str, Any]) -> list[tuple[Any, ...]]:
        """One release's facts, each a field and what it says."""
        facts: list[tuple[Any, ...]] = [(field,) for field in FLAGS if record.get(field)]
        facts += [(field, word) for field in LISTS for word in record.get(field, "").split()]
        facts += [("bases", key) for key in base_keys(record) if key in self._places]
        facts += [("calls", record["calls"])] if "calls" in record and not _is_enumeration(record) else []
        facts += [("methods", _cautious(calls), name) for name, calls in record.get("methods", {}).items()]
        facts += [(field, record[field]) for field in TEXTS if field in record]
        facts += [(field, text, name) for field in NAMED for name, text in record.get(field, {}).items()]
        return facts

    def _merged(self, columns: dict[int, dict[str, Any]]) -> dict[str, Any]:
        per: dict[tuple[Any, ...], list[int]] = {}
        for column, record in sorted(columns.items()):
            for fact in self._facts(record):
                per.setdefault(fact, []).append(column)
        groups: dict[tuple[Any, ...], list[str]] = {}
        for fact, members in per.items():
            field = fact[0]
            head = (field, tuple(members), fact[1]) if field in ("methods", *NAMED) else (field, tuple(members))
            groups.setdefault(head, []).append(fact[-1])
        found: dict[str, Any] = {"in": self._sets.add(columns)}
        for (field, members, *head), words in sorted(groups.items()):
            key = self._sets.add(members)
            if field in FLAGS:
                found[field] = key
            elif field == "bases":
                found.setdefault(field, []).append([key, *(self._places[word] for word in words)])
            elif field in LISTS:
                found.setdefault(field, []).append([key, -1 if "*" in words else self._row(words)])
            elif field == "calls":
                found.setdefault(field, []).append([key, self._calls(words[0])])
            elif field == "methods":
                found.setdefault(field, []).append([key, self._calls(head[0]), self._row(words)])
            elif field in TEXTS:
                found.setdefault(field, []).append([key, self._texts.place(words[0])])
            else:
                named = [word for word in words if word != "*"]
                place = self._texts.place(head[0])
                found.setdefault(field, []).extend([[key, place, self._row(named)]] if named else [])
                found[field].extend([[key, place, -1]] if "*" in words else [])
        return found

    def _usual(self) -> dict[str, dict[int, str]]:
        """For each name its most usual object, by column."""
        usual: dict[str, dict[int, str]] = {}
        for column, modules in self._objects.names.items():
            counted: dict[str, Counter[str]] = {}
            for names in modules.values():
                for name, key in names.items():
                    if key in self._places:
                        counted.setdefault(name, Counter())[key] += 1
            for name, keys in counted.items():
                usual.setdefault(name, {})[column] = min(keys, key=lambda key: (-keys[key], self._places[key]))
        return usual

    def _by_name(self) -> dict[str, dict[int, str]]:
        """The first object of each name, by column: what a reader takes where nothing else is said."""
        first: dict[str, dict[int, str]] = {}
        for key in self._keys:
            for column in self._objects.records[key]:
                first.setdefault(last_name(key), {}).setdefault(column, key)
        return first

    def _unusual(self, columns: list[Column], usual: dict[str, dict[int, str]]) -> dict[str, dict[tuple[str, int], list[int]]]:
        """By module, names that are another object there than usual, or none (-1)."""
        found: dict[str, dict[tuple[str, int], list[int]]] = {}
        for column, public in self._objects.names.items():
            known = {**public, **self._objects.inner[column]}
            for path, names in (*shown_names(columns[column]), *shown_names(columns[column], inner=True)):
                for name in sorted(names):
                    expected = usual.get(name, {}).get(column)
                    place = self._places.get(known.get(path, {}).get(name, ""), -1)
                    if expected is not None and place != self._places[expected]:
                        found.setdefault(stored(path), {}).setdefault((name, place), []).append(column)
        return found

    def compose(self, columns: list[Column]) -> tuple[dict[str, Any], dict[str, list[Any]]]:
        """`objects` of the compact form, and for each module the names (`is`) that are another object than usual."""
        usual, first = self._usual(), self._by_name()
        names: list[list[Any]] = []
        for name, per_column in sorted(usual.items()):
            per: dict[int, list[int]] = {}
            for column, key in sorted(per_column.items()):
                if first.get(name, {}).get(column) != key:
                    per.setdefault(self._places[key], []).append(column)
            if per:
                names.append([self._vocabulary.place(name), *([self._sets.add(members), place] for place, members in per.items())])
        expected = {name: {**first.get(name, {}), **usual.get(name, {})} for name in {*first, *usual}}
        told = {
            "surveyed": self._sets.add(self._objects.names),
            "called": self._called(),
            "records": [self._merged(self._objects.records[key]) for key in self._keys],
            "names": names,
            "texts": self._texts.values,
        }
        return told, {path: self._grouped(found) for path, found in self._unusual(columns, expected).items()}

    def _called(self) -> str:
        """The last name of each record, as its distance from the one before it."""
        text, before = "", 0
        for key in self._keys:
            place = self._vocabulary.place(last_name(key))
            text += number(place - before)
            before = place
        return text

    def _grouped(self, found: dict[tuple[str, int], list[int]]) -> list[Any]:
        groups: dict[tuple[Members, int], list[str]] = {}
        for (name, place), members in sorted(found.items()):
            groups.setdefault((tuple(sorted(members)), place), []).append(name)
        return [[self._sets.add(members), place, self._row(words)] for (members, place), words in sorted(groups.items())]
