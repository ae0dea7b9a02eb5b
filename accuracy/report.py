"""Writes docs/accuracy.md from the results that are kept."""

from __future__ import annotations

import math
import subprocess
from collections.abc import Iterable
from pathlib import Path

from builder.configuration import Recipe

from .comparison import KINDS, Tally
from .results import Result, read

DOCS = Path(__file__).resolve().parent.parent / "docs"
SETS = {"generated": "Generated notebooks", "collections": "Real notebooks"}
# What is promised of each set: by kind the least recall, and the least precision.
PRECISION = {"generated": 1.0, "collections": 0.999}
RECALL = {"import": 0.995, "attribute": 0.995, "member": 0.9, "keyword": 0.9}
INTRODUCTION = """# Accuracy

Whole notebooks, run by CPython and read by the engine. Written by `make accuracy-all`; [accuracy/README.md](../accuracy/README.md) says how.

A usage is one import, one chain of attributes, one member of an object or one keyword of a call. _Asked_ are those that the
interpreter reached with a value that it knew; _failing_ those that raised there and were caught by no handler. _Caught_: the engine
marks that name as an error. _False alarms_: it marks a name that runs, that a handler catches or that is not reached. _Unsure_: it
fails, and the engine counts it as unknown; it is no catch. _Unknown_: usages, failing or not, that stand on a line of which the engine
says so. _Not compared_: marks where the interpreter did not get to.
Recall is caught of failing, precision caught of caught and false alarms.

"""
HEAD = ("| environment | kind | asked | failing | caught | missed | unsure | false alarms | precision | recall | unknown | not compared |\n"
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")


def row(place: str, kind: str, tally: Tally) -> str:
    return (f"| {place} | {kind} | {tally.asked} | {tally.failing} | {tally.caught} | {tally.missed} | {tally.unsure} | {tally.false_alarms} "
            f"| {tally.precision:.2%} | {tally.recall:.2%} | {tally.unknown} | {tally.not_compared} |\n")


def sums(held: Iterable[Result]) -> dict[str, Tally]:
    total = {kind: Tally() for kind in KINDS}
    for result in held:
        for kind, tally in result.comparison.tallies.items():
            total[kind].add(tally)
    return total


def broken(name: str, total: dict[str, Tally], sampled: bool = False) -> list[str]:
    """The promises that these counts do not keep; a sample may have as many failures without a mark as chance brings."""
    found = []
    for kind, tally in total.items():
        if tally.precision < PRECISION[name]:
            found.append(f"{kind}: {tally.false_alarms} false alarms")
        expected = (1 - RECALL[kind]) * tally.failing
        if tally.failing - tally.caught > expected + (3 * math.sqrt(expected) if sampled else 0):
            found.append(f"{kind}: recall {tally.recall:.2%} instead of {RECALL[kind]:.1%}")
    return found


def differences(held: dict[str, Result]) -> str:
    """Every difference, those of the same line and kind once."""
    found: dict[tuple[str, str, str], dict[str, int]] = {}
    for environment, result in held.items():
        for each, line in zip(result.comparison.differences, result.lines, strict=True):
            said = (each.engine or each.truth).replace("`", "'")
            key = (each.what, each.kind, f"`{line[:110].replace('`', chr(39))}`: `{said}`")
            places = found.setdefault(key, {})
            places[environment] = places.get(environment, 0) + 1
    text = ""
    for what in ("false alarm", "missed", "not compared"):
        rows = sorted((kind, line, places) for (own, kind, line), places in found.items() if own == what)
        if rows:
            text += f"#### {what.capitalize()}: {sum(sum(places.values()) for *_, places in rows)}\n\n"
            text += "".join(f"- {kind}: {line}; {', '.join(sorted(places))}\n" for kind, line, places in rows[:60])
            text += f"- … and {len(rows) - 60} more\n\n" if len(rows) > 60 else "\n"
    return text or "None.\n\n"


def part(name: str, chosen: Iterable[Recipe]) -> str:
    """One set of notebooks in all environments that were asked."""
    held = {recipe.id: result for recipe in chosen if (result := read(name, recipe))}
    if not held:
        return ""
    numbers = {result.notebooks for result in held.values()}
    number = str(numbers.pop()) if len(numbers) == 1 else ", ".join(f"{result.notebooks} ({name})" for name, result in held.items())
    broken_cells = max(result.broken for result in held.values())
    total = sums(held.values())
    wrong = broken(name, total)
    promise = f"Precision ≥ {PRECISION[name]:.1%}; recall of imports and attributes ≥ 99.5 %, of members and keywords ≥ 90 %. "
    text = (f"## {SETS[name]}\n\n{number} notebooks, {broken_cells} cells that do not parse, in each of {len(held)} environments. "
            f"{sum(each.died for each in held.values())} could not be followed to their end.\n\n")
    text += promise + ("All of it is kept.\n\n" if not wrong else "Not kept:\n\n" + "".join(f"- {each}\n" for each in wrong) + "\n")
    text += HEAD + "".join(row("all", kind, tally) for kind, tally in total.items())
    for environment, result in held.items():
        text += "".join(row(environment, kind, tally) for kind, tally in result.comparison.tallies.items())
    return f"{text}\n### Where they differ\n\n{differences(held)}"


def write(chosen: Iterable[Recipe]) -> None:
    recipes = list(chosen)
    path = DOCS / "accuracy.md"
    path.write_text(INTRODUCTION + "".join(part(name, recipes) for name in SETS))
    subprocess.run(["npx", "--no-install", "prettier", "--write", "--log-level", "warn", path], cwd=DOCS.parent, check=True)
