"""What came of each environment, kept beside the oracle's answers: counts by kind, and every difference."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from builder.configuration import Recipe
from conformance.truth import environment

from . import engine, oracle
from .cells import Notebook
from .comparison import Comparison, Difference, Tally, compare
from .oracle import CACHE

Source = list[tuple[int, str]]


@dataclass(frozen=True)
class Result:
    """A set of notebooks in one environment."""

    notebooks: int
    # The interpreter's process did not live to tell.
    died: int
    # Code cells that Python does not parse; neither side is compared there.
    broken: int
    comparison: Comparison
    # The line of each difference, as it is written.
    lines: list[str]


def ask(recipe: Recipe, sources: Sequence[Source], notebooks: Sequence[Notebook]) -> Result:
    """Ask the interpreter and the engine, and compare."""
    outcomes = oracle.asked(recipe, notebooks)
    said = engine.asked(environment(recipe), sources)
    total, died, lines = Comparison(), 0, []
    for source, notebook, outcome, each in zip(sources, notebooks, outcomes, said, strict=True):
        if outcome is None:
            died += 1
            continue
        found = compare(notebook, outcome, each)
        held = {index: text.split("\n") for index, text in source}
        lines += [held[difference.cell][difference.line - 1].strip() for difference in found.differences]
        total.add(found)
    return Result(len(notebooks), died, sum(len(each.broken) for each in notebooks), total, lines)


def keep(name: str, recipe: Recipe, result: Result) -> None:
    """Remember a result for the report."""
    CACHE.mkdir(parents=True, exist_ok=True)
    (CACHE / f"{recipe.id}.{name}.result.json").write_text(json.dumps(dataclasses.asdict(result)))


def read(name: str, recipe: Recipe) -> Result | None:
    """A result that was kept."""
    path = CACHE / f"{recipe.id}.{name}.result.json"
    if not path.exists():
        return None
    held: dict[str, Any] = json.loads(path.read_text())
    comparison = held.pop("comparison")
    tallies = {kind: Tally(**counts) for kind, counts in comparison["tallies"].items()}
    return Result(**held, comparison=Comparison(tallies, [Difference(**each) for each in comparison["differences"]]))
