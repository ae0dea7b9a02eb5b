"""What counts as a catch, a miss and a false alarm."""

from __future__ import annotations

from typing import Any

import pytest

from accuracy.cells import rewritten
from accuracy.comparison import compare
from accuracy.engine import Said

CODE = "import tensorflow as tf\nfrom keras.a import (b,\n  c)\ntf.gone; tf.nn\ntf.lost"
FAILS = ["AttributeError: none"]


def mark(line: int, column: int, width: int, severity: str = "error") -> dict[str, Any]:
    return {"rule": "r", "severity": severity, "cell": 0, "line": line, "column": column, "endLine": line, "endColumn": column + width, "symbol": "s"}


GONE, NN, LOST, MODULE = mark(4, 4, 4), mark(4, 13, 2), mark(5, 4, 4), mark(2, 6, 7)

# Outcomes by name (what is not named runs), marks, lines of which the engine does not know, and the counts that differ from nought.
CASES: dict[str, tuple[dict[str, list[str]], list[dict[str, Any]], list[int], dict[str, int]]] = {
    "nothing fails": ({}, [], [], {}),
    "caught": ({"gone": FAILS}, [GONE], [], {"failing": 1, "caught": 1}),
    "missed": ({"gone": FAILS}, [], [], {"failing": 1, "missed": 1}),
    "unsure": ({"gone": FAILS}, [], [4], {"failing": 1, "unsure": 1}),
    "information is no catch": ({"gone": FAILS}, [mark(4, 4, 4, "info")], [], {"failing": 1, "missed": 1}),
    "false alarm": ({}, [LOST], [], {"false_alarms": 1}),
    "handled": ({"lost": ["~AttributeError: none"]}, [LOST], [], {"false_alarms": 1}),
    "name of the user's": ({"lost": ["other"]}, [LOST], [], {"false_alarms": 1}),
    "once so and once otherwise": ({"lost": ["ok", *FAILS]}, [LOST], [], {"not_compared": 1}),
    "not known": ({"lost": ["elsewhere"]}, [LOST], [], {"not_compared": 1}),
    "not reached": ({"lost": []}, [LOST], [], {"not_compared": 1}),
    "on another name of a line that raises": ({"gone": FAILS}, [NN], [], {"failing": 1, "missed": 1, "false_alarms": 1}),
    "module of two names": ({"b": ["ModuleNotFoundError: a"], "c": ["ModuleNotFoundError: a"]}, [MODULE], [], {"failing": 1, "caught": 1}),
    "mark on the other name": ({"c": ["ImportError: c"]}, [mark(2, 22, 1)], [], {"failing": 1, "missed": 1, "false_alarms": 1}),
    "two names": ({"b": ["ImportError: b"], "c": ["ImportError: c"]}, [mark(2, 22, 1), mark(3, 3, 1)], [], {"failing": 2, "caught": 2}),
}


@pytest.mark.parametrize("name", CASES)
def test_counts(name: str) -> None:
    outcomes, marks, unknown, expected = CASES[name]
    notebook = rewritten("x", [(0, CODE)])
    told = {str(each.id): outcomes.get(each.name, ["ok"]) for each in notebook.ledger.usages}
    found = compare(notebook, told, Said(marks, [(0, line, line, "why") for line in unknown]))
    counts: dict[str, int] = {}
    for tally in found.tallies.values():
        for count in ("failing", "caught", "missed", "unsure", "false_alarms", "not_compared"):
            counts[count] = counts.get(count, 0) + getattr(tally, count)
    assert {count: number for count, number in counts.items() if number} == expected


def test_what_is_reached_by_choice_alone_is_a_false_alarm() -> None:
    notebook = rewritten("x", [(0, "import tensorflow as tf\nif hasattr(tf, 'gone'):\n    tf.gone")])
    found = compare(notebook, {"0": ["ok"]}, Said([mark(3, 8, 4)], []))
    assert found.tallies["attribute"].false_alarms == 1


CALLED = {"rule": "unusable-symbol"}


@pytest.mark.parametrize(("told", "count"), [([], "not_compared"), (["ok"], "false_alarms")])
def test_a_call_that_is_not_made_is_not_compared(told: list[str], count: str) -> None:
    notebook = rewritten("x", [(0, "import tensorflow as tf\ndef f(x):\n    return tf.own(x)")])
    outcomes = {str(each.id): told if each.kind == "value" else ["ok"] for each in notebook.ledger.usages}
    found = compare(notebook, outcomes, Said([{**mark(3, 15, 3), **CALLED}], []))
    assert getattr(found.tallies["attribute"], count) == 1
