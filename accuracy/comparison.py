"""One notebook in one environment: what the interpreter did beside what the engine marks, usage by usage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from .cells import Notebook
from .engine import Said
from .usage import Usage

KINDS = ("import", "attribute", "member", "keyword")
COUNTS = ("asked", "failing", "caught", "missed", "unsure", "false_alarms", "unknown", "not_compared")
# Rules about what a call is given, or about calling at all; all others are about names.
OF_CALLS = {"refused-value", "unusable-symbol"}


@dataclass
class Tally:
    """The counts of one kind: `unsure` are failures of which the engine said that it does not know, `unknown` all usages of that sort."""

    asked: int = 0
    failing: int = 0
    caught: int = 0
    missed: int = 0
    unsure: int = 0
    false_alarms: int = 0
    unknown: int = 0
    # Findings where the interpreter was in no position to tell: it did not get there, or with a value of which nothing is known.
    not_compared: int = 0

    def add(self, other: Tally) -> None:
        for name in COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def precision(self) -> float:
        return self.caught / (self.caught + self.false_alarms) if self.caught + self.false_alarms else 1.0

    @property
    def recall(self) -> float:
        return self.caught / self.failing if self.failing else 1.0


@dataclass(frozen=True)
class Difference:
    """A mark on a line that runs, or a failure without a mark."""

    what: str
    kind: str
    notebook: str
    cell: int
    line: int
    engine: str
    truth: str


@dataclass
class Comparison:
    """What came of it, by kind."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    differences: list[Difference] = field(default_factory=list)

    def add(self, other: Comparison) -> None:
        for kind, tally in other.tallies.items():
            self.tallies.setdefault(kind, Tally()).add(tally)
        self.differences += other.differences


@dataclass(frozen=True)
class Judged:
    """A usage and what became of it: `runs`, `fails`, `caught` by a handler, `both`, `blocked`, `elsewhere` or `unreached`."""

    usage: Usage
    kind: str
    state: str
    error: str = ""


def judged(usage: Usage, outcomes: Sequence[str]) -> Judged:
    """What the outcomes of one usage come to."""
    kind = "member" if "member" in outcomes else usage.kind
    errors = [each for each in outcomes if ": " in each]
    raised = [each for each in errors if not each.startswith("~")]
    if errors:
        mixed = "ok" in outcomes or "other" in outcomes or len(raised) not in (0, len(errors))
        return Judged(usage, kind, "both" if mixed else "fails" if raised else "caught", errors[0])
    for outcome, state in (("ok", "runs"), ("other", "other"), ("blocked", "blocked"), ("elsewhere", "elsewhere")):
        if outcome in outcomes:
            return Judged(usage, kind, state)
    return Judged(usage, kind, "unreached")


def alone(found: Iterable[Judged]) -> list[Judged]:
    """Names of one `from` that fail alike fail with their module: once."""
    kept: list[Judged] = []
    seen: set[tuple[int, str]] = set()
    for each in found:
        if each.kind == "import" and each.state == "fails":
            if (each.usage.group, each.error) in seen:
                each = Judged(each.usage, each.kind, "blocked", each.error)
            seen.add((each.usage.group, each.error))
        kept.append(each)
    return kept


def touches(usage: Usage, finding: dict[str, Any], heads: dict[int, tuple[int, int]]) -> bool:
    """Whether a finding stands on a usage; one on the module of a `from` stands on all its names. `heads`: where a group's first name is."""
    if usage.cell != finding["cell"] or not usage.line <= finding["line"] <= usage.end_line:
        return False
    if usage.column is None or usage.end_column is None:
        return True
    if usage.kind == "import" and (finding["line"], finding["column"]) < heads.get(usage.group, (0, 0)):
        return True
    return bool(finding["line"] == usage.end_line and finding["column"] < usage.end_column and usage.column < finding["endColumn"])


def heads_of(usages: Iterable[Usage]) -> dict[int, tuple[int, int]]:
    """Of each `from … import` where its first name stands."""
    found: dict[int, tuple[int, int]] = {}
    for usage in usages:
        if usage.kind == "import" and usage.column is not None:
            found.setdefault(usage.group, (usage.end_line, usage.column))
    return found


def compare(notebook: Notebook, outcomes: dict[str, list[str]], said: Said) -> Comparison:
    """Every usage that was asked, and every finding that says that a line raises."""
    found = alone(judged(usage, outcomes.get(str(usage.id), ())) for usage in notebook.ledger.usages)
    heads = heads_of(notebook.ledger.usages)
    marks = [each for each in said.findings if each["severity"] == "error"]
    result = Comparison()
    used: set[int] = set()
    for each in found:
        usage = each.usage
        if each.kind in ("value", "getattr"):
            continue
        tally = result.tallies[each.kind]
        unknown = any(cell == usage.cell and first <= usage.end_line and usage.line <= last for cell, first, last, _ in said.unknown)
        if each.state in ("runs", "fails", "caught") and not (usage.step and each.state == "runs"):
            tally.asked += 1
            tally.unknown += unknown
        if each.state != "fails":
            continue
        tally.failing += 1
        there = [number for number, mark in enumerate(marks) if touches(usage, mark, heads)]
        used.update(there)
        if there:
            tally.caught += 1
        elif unknown:
            tally.unsure += 1
        else:
            tally.missed += 1
            result.differences.append(Difference("missed", each.kind, notebook.name, usage.cell, usage.line, "", each.error))
    for number, mark in enumerate(marks):
        if number not in used:
            alarm(notebook, mark, found, heads, result)
    return result


def alarm(notebook: Notebook, mark: dict[str, Any], found: list[Judged], heads: dict[int, tuple[int, int]], result: Comparison) -> None:
    """A mark that belongs to no failing import, attribute, member or keyword."""
    there = [each for each in found if touches(each.usage, mark, heads)]
    if mark["rule"] not in OF_CALLS:
        there = [each for each in there if each.kind != "value"]
    line = [each for each in found if each.usage.cell == mark["cell"] and each.usage.line <= mark["line"] <= each.usage.end_line]
    if any(each.state == "fails" for each in there or line):
        return
    kind = next((each.kind for each in there if each.kind in KINDS), "attribute")
    states = [each.state for each in there]
    # The call itself comes before those around it. It is not made where something that it is given is not known.
    call = next((each.state for each in there if each.kind == "value"), "runs")
    untold = call == "unreached" and "runs" in states
    unreached = untold or not states or set(states) == {"unreached"} and not any(each.usage.choice for each in there)
    if unreached or {"both", "blocked", "elsewhere"} & set(states):
        result.tallies[kind].not_compared += 1
        what = "not compared"
    else:
        result.tallies[kind].false_alarms += 1
        what = "false alarm"
    result.differences.append(Difference(what, kind, notebook.name, mark["cell"], mark["line"], f"{mark['rule']} {mark['symbol']}",
                                         "; ".join(f"{each.usage.name}: {each.state}" for each in there)))
