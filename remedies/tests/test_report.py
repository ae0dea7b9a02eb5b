"""When a promise counts as kept, and what the document says of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from remedies import report
from remedies.replay import Ran
from remedies.report import Row

GONE = "AttributeError: gone"


def remedy(leaves: int = 0, breaks: int = 0) -> dict[str, Any]:
    return {"title": "tensorflow 2.9.3", "cell": '# what for\n%pip install "tensorflow==2.9.3"', "clears": 1, "leaves": leaves, "breaks": breaks}


# What was promised, what ran before and after, and whether that is kept.
CASES: dict[str, tuple[dict[str, Any], Ran | None, Ran | None, bool]] = {
    "cleared": (remedy(), {1: GONE, 2: ""}, {1: "", 2: ""}, True),
    "not cleared": (remedy(), {1: GONE, 2: ""}, {1: GONE, 2: ""}, False),
    "left, as it said": (remedy(leaves=1), {1: GONE, 2: GONE}, {1: "", 2: GONE}, True),
    "nothing cleared, though no more fails than it said": (remedy(leaves=1), {1: GONE}, {1: GONE}, False),
    "another one lost": (remedy(), {1: GONE, 2: ""}, {1: "", 2: GONE}, False),
    "lost instead of one that was to be left": (remedy(leaves=1), {1: GONE, 2: ""}, {1: "", 2: GONE}, False),
    "lost, as it said": (remedy(breaks=1), {1: GONE, 2: ""}, {1: "", 2: GONE}, True),
    "what was not reached before may fail": (remedy(leaves=1), {1: GONE}, {1: "", 2: GONE}, True),
    "the process died before": (remedy(), None, {1: ""}, True),
    "the process died after": (remedy(), {1: GONE}, None, False),
}


@pytest.mark.parametrize("name", CASES)
def test_kept(name: str) -> None:
    promised, before, after, kept = CASES[name]
    row = Row("k", "n", promised, accepted=True, before=before, after=after)
    assert (row.kept, row.broken) == (kept, not kept)


def test_an_environment_that_was_mended_is_shown_by_another_notebook() -> None:
    mending = {**remedy(), "mends": ["`import keras` works again."]}
    quiet = Row("k", "quiet", mending, True, before={1: ""}, after={1: ""})
    shows = Row("k", "shows", {**mending, "cell": mending["cell"].replace("what", "else")}, True, before={1: GONE}, after={1: ""})
    fails = Row("k", "fails", mending, True, before={1: GONE}, after={1: GONE})
    assert [row.kept for row in report.with_mends([quiet, shows])] == [True, True]
    assert [row.kept for row in report.with_mends([quiet, fails])] == [False, False]
    assert [row.kept for row in report.with_mends([replace(quiet, kernel="l"), shows])] == [False, True]
    assert [row.kept for row in report.with_mends([replace(quiet, remedy=remedy()), shows])] == [False, True]


def test_refused() -> None:
    row = Row("k", "n", remedy(), words="ERROR: none")
    assert row.broken
    assert row.line() == "k: n: tensorflow 2.9.3: PIP REFUSED [ERROR: none]"
    assert not Row("k", "n", None).broken


def test_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "remedies.md"
    monkeypatch.setattr(report, "FILE", file)
    kept = Row("k", "a", remedy(), True, "", {1: GONE}, {1: ""}, "2026-01-02")
    broken = Row("k", "b", remedy(), True, "", {1: GONE}, {1: GONE}, "2026-01-02")
    report.write([kept, broken, Row("l", "a", None)], ["m"])
    text = file.read_text("utf-8")
    assert "3 notebooks in 2 kernels, 2 offers (1 installs, 2026-01-02): pip took 2, 1 of these kept (50.0 %)." in text
    assert "\n\nNot proven yet: m.\n\n" in text
    assert "| k | a | tensorflow 2.9.3 | 1 | 0 | 0 | took it | yes |" in text
    assert "| l | a | – | | | | | |" in text
    assert text.endswith("- k: b: tensorflow 2.9.3: NOT KEPT (AttributeError: gone)\n")
