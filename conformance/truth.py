"""What real interpreters say, asked once and kept: the answers of one environment by statement."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from builder.configuration import Recipe
from builder.environments import make, said

INSIDE = Path(__file__).with_name("inside")
CACHE = Path(__file__).resolve().parent.parent / ".keras-doctor-cache" / "conformance"
# So many questions are put to an environment at a time; what has been answered is kept when the rest is interrupted.
AT_ONCE = 60_000

# `None` where it runs, `Type: message`, or `!crash` and `!timeout`: no answer.
Answer = str | None
# What a program of inside/ says of one question: an `Answer`, or what the survey lists.
Said = Any


def variables(recipe: Recipe, home: str) -> dict[str, str]:
    """A clean set: the environment's own, a home of its own, no accelerator, no other site."""
    dropped = ("PYTHON", "TF_", "KERAS_", "VIRTUAL_ENV", "XLA_", "JAX_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    own = {"HOME": home, "KERAS_HOME": f"{home}/.keras", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONHASHSEED": "0",
           "CUDA_VISIBLE_DEVICES": "-1", "PYTHONNOUSERSITE": "1", "MPLBACKEND": "Agg", "OMP_NUM_THREADS": "1"}
    return {**kept, **own, **recipe.variables}


def inside(recipe: Recipe, program: str, *inputs: object) -> str:
    """Run one of the programs of inside/ in the environment's interpreter: inputs as JSON files, what it writes to the last path."""
    python = make(recipe)
    with tempfile.TemporaryDirectory() as home:
        paths = []
        for number, value in enumerate(inputs):
            paths.append(Path(home, f"input{number}.json"))
            paths[-1].write_text(json.dumps(value))
        out = Path(home, "answers.jsonl")
        ended = subprocess.run([python, INSIDE / program, *paths, out], cwd=home, env=variables(recipe, home), check=False).returncode
        if ended:
            said(f"{recipe.id}: {program} ended with {ended}; what it has answered is kept")
        return out.read_text() if out.exists() else ""


def environment(recipe: Recipe) -> dict[str, Any]:
    """The Environment that the engine judges by: what is really installed there."""
    found: dict[str, Any] = json.loads(inside(recipe, "installed.py"))
    return {**found, "variables": recipe.variables}


class Truth:
    """The answers of one environment; those that are not known yet are asked for."""

    # Whether they are; else what has been answered before is all there is.
    asks = True

    def __init__(self, recipe: Recipe, program: str = "oracle.py") -> None:
        self.recipe = recipe
        self.program = program
        code = hashlib.sha256((INSIDE / program).read_bytes() + recipe.lock.read_bytes() + repr(recipe.variables).encode())
        self.path = CACHE / f"{recipe.id}-{program[:-3]}-{code.hexdigest()[:12]}.json.gz"
        self.known: dict[str, Said] = {}
        if self.path.exists():
            with gzip.open(self.path, "rt") as file:
                self.known = json.load(file)

    def of(self, texts: Iterable[str]) -> dict[str, Said]:
        """The answers to these questions, each a statement or whatever the program takes, as text."""
        wanted = list(texts)
        waiting = [text for text in wanted if text not in self.known] if self.asks else []
        for start in range(0, len(waiting), AT_ONCE):
            batch = waiting[start:start + AT_ONCE]
            said(f"{self.recipe.id}: asking {len(batch)} questions ({start + len(batch)} of {len(waiting)})")
            answered = inside(self.recipe, self.program, [text.split("\n") for text in batch])
            for line in answered.splitlines():
                number, answer = json.loads(line)
                self.known[batch[number]] = answer
            self.keep()
        return {text: self.known[text] for text in wanted if text in self.known}

    def keep(self) -> None:
        CACHE.mkdir(parents=True, exist_ok=True)
        half = self.path.with_suffix(".half")
        with gzip.open(half, "wt", compresslevel=3) as file:
            json.dump(self.known, file)
        half.replace(self.path)
