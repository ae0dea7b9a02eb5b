"""What the interpreter of an environment says of rewritten notebooks, kept so that it is asked once."""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from builder.configuration import Recipe
from builder.environments import make, said
from conformance.truth import variables

from .cells import Notebook

INSIDE = Path(__file__).with_name("inside")
CACHE = Path(__file__).resolve().parent.parent / ".keras-doctor-cache" / "accuracy"
# So many notebooks go to one process tree; what has been answered is kept when the rest is interrupted.
AT_ONCE = 500

# Outcomes by the usage's number, as text; None where the process died.
Outcomes = dict[str, list[str]] | None


def key(notebook: Notebook) -> str:
    return hashlib.sha256(json.dumps([notebook.begins, notebook.programs]).encode()).hexdigest()[:20]


def asked(recipe: Recipe, notebooks: Sequence[Notebook]) -> list[Outcomes]:
    """Run those that have not been run."""
    code = b"".join(path.read_bytes() for path in sorted(INSIDE.glob("*.py")))
    path = CACHE / f"{recipe.id}-{hashlib.sha256(code + recipe.lock.read_bytes() + repr(recipe.variables).encode()).hexdigest()[:12]}.json.gz"
    known: dict[str, Any] = {}
    if path.exists():
        with gzip.open(path, "rt") as file:
            known = json.load(file)
    keys = [key(notebook) for notebook in notebooks]
    waiting = [(name, notebook) for name, notebook in dict(zip(keys, notebooks, strict=True)).items() if name not in known]
    for start in range(0, len(waiting), AT_ONCE):
        batch = waiting[start:start + AT_ONCE]
        said(f"{recipe.id}: running {len(batch)} notebooks ({start + len(batch)} of {len(waiting)})")
        for number, told in run(recipe, [[notebook.begins, notebook.programs] for _, notebook in batch]):
            known[batch[number][0]] = told
        CACHE.mkdir(parents=True, exist_ok=True)
        with gzip.open(path, "wt", compresslevel=3) as file:
            json.dump(known, file)
    for name in keys:
        for error in known.get(name) and known[name]["stopped"] or ():
            said(f"{recipe.id}: a cell ended early: {error}")
    return [known[name] and known[name]["usages"] if name in known else None for name in keys]


def run(recipe: Recipe, notebooks: list[list[Any]]) -> list[tuple[int, Any]]:
    """One process tree of the environment's interpreter."""
    with tempfile.TemporaryDirectory() as home:
        given, out = Path(home, "notebooks.json"), Path(home, "answers.jsonl")
        given.write_text(json.dumps(notebooks))
        subprocess.run([make(recipe), INSIDE / "run.py", given, out], cwd=home, env=variables(recipe, home), check=False)
        return [json.loads(line) for line in out.read_text().splitlines()] if out.exists() else []
