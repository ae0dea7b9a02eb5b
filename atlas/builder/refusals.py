"""Refused values as the compact form has them: for each probe and group of callables the columns in which a class of calls raises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .coding import ranges
from .columns import Column
from .configuration import recipes
from .objectform import numbered
from .objects import Objects, key_of
from .probes import Argument, Probe, probes
from .tables import Sets, Table
from .values import UNKNOWN, read_values, written

# Column → class of calls → the refusal's words.
Told = dict[int, dict[int, str]]
HIDDEN = -1
LONGEST = 60


def brief(text: str) -> str:
    """The words of a refusal that ship: whole ones."""
    return text if len(text) <= LONGEST else text[:text.rfind(" ", 0, LONGEST - 2)] + " …"


@dataclass
class Group:
    """Callables that never contradict each other, and what is told of them."""

    keys: list[str] = field(default_factory=list)
    told: Told = field(default_factory=dict)
    # Columns that one of them is in, and of which nothing is told.
    silent: set[int] = field(default_factory=set)

    @property
    def refuses(self) -> bool:
        return any(text != UNKNOWN for verdicts in self.told.values() for text in verdicts.values())

    def takes(self, told: Told, silent: set[int]) -> bool:
        return not (silent & self.told.keys() or self.silent & told.keys()
                    or any(self.told[column] != told[column] for column in self.told.keys() & told.keys()))

    def add(self, key: str, told: Told, silent: set[int]) -> None:
        self.keys.append(key)
        self.told.update(told)
        self.silent |= silent


class Refusals:
    """Gathers what all environments say of each probe."""

    def __init__(self, columns: list[Column], objects: Objects) -> None:
        self._columns, self._objects = columns, objects
        self._numbers = numbered(objects)
        self._sets, self._texts = Sets(), Table()

    def compose(self, answers: dict[str, dict[str, Any]]) -> dict[str, Any]:
        """`values` of the compact form; `answers` by environment."""
        told = [self._probe(probe, [group for group in self._groups(probe, answers) if group.refuses]) for probe in probes()]
        ordered = self._sets.ordered()
        index = {key: n for n, key in enumerate(ordered)}
        for each in told:
            for group in each["groups"]:
                group["tried"] = index[group["tried"]]
                group["rows"] = [[index[row[0]], *row[1:]] for row in group["rows"]]
        return {"sets": [ranges(key) for key in ordered], "texts": self._texts.values, "probes": [each for each in told if each["groups"]]}

    def _column(self, ident: str, place: str) -> int | None:
        """The column in which an environment has the package of a place."""
        root = place.partition(".")[0]
        return next((n for n, column in enumerate(self._columns) if column.root == root and ident in column.ids), None)

    def _heard(self, probe: Probe, answers: dict[str, dict[str, Any]]) -> Iterator[tuple[str, int, dict[int, str]]]:
        """Record, column and refusals, as each environment tells them."""
        for ident, packages in answers.items():
            for found in packages.values():
                for group in found["probes"].get(probe.id, ()):
                    verdicts = {probe.place(label): text for text, labels in group["told"].items() for label in labels}
                    for place in {place for name in group["of"] for place in found["places"][name]}:
                        column = self._column(ident, place)
                        if column is not None and key_of(place) in self._numbers:
                            yield key_of(place), column, verdicts

    def _groups(self, probe: Probe, answers: dict[str, dict[str, Any]]) -> list[Group]:
        per: dict[str, Told] = {}
        for key, column, verdicts in self._heard(probe, answers):
            before = per.setdefault(key, {}).setdefault(column, verdicts)
            if before != verdicts:
                differing = {n for n in {*before, *verdicts} if before.get(n) != verdicts.get(n)}
                per[key][column] = {n: UNKNOWN if n in differing else text for n, text in {**before, **verdicts}.items()}
        groups: list[Group] = []
        for key, told in sorted(per.items()):
            silent = {column for column in self._objects.records[key] if column not in told}
            group = next((group for group in groups if group.takes(told, silent)), None)
            if group is None:
                group = Group()
                groups.append(group)
            group.add(key, told, silent)
        return groups

    def _probe(self, probe: Probe, groups: list[Group]) -> dict[str, Any]:
        methods = {name.rpartition(".")[2] for name in probe.of if probe.is_method(name)}
        kept = _kept(probe, groups)
        told: dict[str, Any] = {
            "arguments": [_argument(argument, kept) for argument in probe.arguments],
            "groups": [{"records": sorted(self._numbers[key] for key in group.keys), "tried": self._sets.add(group.told),
                        "rows": self._rows(group.told, kept)} for group in groups],
        }
        told |= {"reads": True} if probe.reads else {}
        told |= {"unless": list(probe.unless)} if probe.unless else {}
        return {**told, "member": methods.pop()} if methods else told

    def _rows(self, told: Told, kept: list[int] | None) -> list[list[Any]]:
        """Set, text (-1 where it is not known), classes of calls."""
        per: dict[tuple[int, str], list[int]] = {}
        for column, verdicts in sorted(told.items()):
            for place, text in verdicts.items():
                if kept is None or place in kept:
                    per.setdefault((place if kept is None else kept.index(place), brief(text)), []).append(column)
        rows: dict[tuple[tuple[int, ...], str], list[int]] = {}
        for (place, text), members in sorted(per.items()):
            rows.setdefault((tuple(members), text), []).append(place)
        return [[self._sets.add(members), HIDDEN if text == UNKNOWN else self._texts.place(text), *places]
                for (members, text), places in rows.items()]


def _kept(probe: Probe, groups: list[Group]) -> list[int] | None:
    """Where there is one argument, the values that are refused somewhere or may be written in place of one; None for all."""
    argument = probe.arguments[0]
    if len(probe.arguments) > 1 or argument.form != "values":
        return None
    refused = {place for group in groups for verdicts in group.told.values() for place, text in verdicts.items() if text != UNKNOWN}
    others = {argument.told.index(value) for value in argument.like.values()}
    return sorted(refused | others)


def _argument(argument: Argument, kept: list[int] | None) -> dict[str, Any]:
    told: dict[str, Any] = {argument.form: [argument.told[n] for n in kept] if kept is not None else list(argument.told)}
    told |= {"name": argument.name} if argument.name else {}
    told |= {"at": argument.at} if argument.at is not None else {}
    told |= {"absent": True} if kept is None and argument.classes[-1] == (None,) else {}
    return {**told, "like": argument.like} if argument.like else told


def refusals(columns: list[Column], objects: Objects) -> dict[str, Any]:
    """`values` of the compact form, from the committed answers."""
    answers = {ident: read_values(path)["packages"] for ident, recipe in recipes().items() if (path := written(recipe)).exists()}
    return Refusals(columns, objects).compose(answers)
