"""A notebook's usages, run one by one in an interpreter."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from accuracy.cells import Notebook
from accuracy.comparison import KINDS, alone, judged
from accuracy.oracle import INSIDE
from builder.configuration import recipes
from conformance.truth import variables as clean

# Usage id → what it raised; an empty text where it ran.
Ran = dict[int, str]


def replayed(python: Path, notebooks: list[Notebook], variables: Mapping[str, str]) -> list[Ran | None]:
    """None for a notebook whose process died."""
    answers: list[Ran | None] = [None] * len(notebooks)
    with tempfile.TemporaryDirectory() as home:
        given, out = Path(home, "notebooks.json"), Path(home, "answers.jsonl")
        given.write_text(json.dumps([[each.begins, each.programs] for each in notebooks]))
        plain = clean(next(each for each in recipes().values() if not each.variables), home)
        subprocess.run([python, INSIDE / "run.py", given, out], cwd=home, env={**plain, **variables}, check=False)
        for line in out.read_text().splitlines() if out.exists() else []:
            number, told = json.loads(line)
            if told is not None:
                answers[number] = ran(notebooks[number], told["usages"])
    return answers


def ran(notebook: Notebook, outcomes: dict[str, list[str]]) -> Ran:
    found = alone(judged(usage, outcomes.get(str(usage.id), ())) for usage in notebook.ledger.usages)
    return {
        each.usage.id: each.error if each.state == "fails" else ""
        for each in found if each.kind in KINDS and each.state in ("runs", "fails")
    }
