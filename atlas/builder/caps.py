"""Which caps a bare pin needs to import at all, tried out one by one. Writes the evidence to data/caps.json."""

from __future__ import annotations

import itertools
import json
import shutil
from pathlib import Path
from typing import Any

from .configuration import DATA, Recipe, environments_folder, recipes
from .environments import interpreter, run_uv, said
from .measure import versions
from .overlays import outcome
from .pythons import find_python
from .textform import read_text

FILE = DATA / "caps.json"
CANDIDATES = ("protobuf<3.21", "numpy<2", "h5py<3", "numpy<1.24", "setuptools<81")
SHOWN = ("numpy", "protobuf", "h5py", "setuptools", "ml-dtypes", "keras")


def _tried(recipe: Recipe, roots: list[str], caps: tuple[str, ...]) -> tuple[str | None, dict[str, str]]:
    """What a fresh environment with these caps says at import (None: nothing), and what it holds."""
    folder: Path = environments_folder() / f"caps-{recipe.id}"
    shutil.rmtree(folder, ignore_errors=True)
    run_uv("venv", "-q", "--python", find_python(recipe.python), folder)
    python = interpreter(folder)
    options: list[str | Path] = []
    if recipe.override:
        overrides = folder / "overrides.txt"
        overrides.write_text("\n".join(recipe.override) + "\n")
        options = ["--overrides", overrides]
    try:
        run_uv("pip", "install", "-q", "--python", python, *options, *recipe.distributions, *caps)
        installed = versions(python)
        errors = (outcome(recipe, python, f"import {root}") for root in roots)
        return next((e for e in errors if e), None), {n: installed[n] for n in SHOWN if n in installed}
    except RuntimeError:
        return "no resolution", {}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _evidence(recipe: Recipe) -> dict[str, Any]:
    """The bare pin's outcome and, where it fails, the smallest set of caps that cures it."""
    measured = read_text(recipe.measured)
    roots = [root for root, error in measured["roots"].items() if error is None]
    said(f"trying {recipe.id} without caps")
    error, installed = _tried(recipe, roots, ())
    evidence: dict[str, Any] = {"pins": list(recipe.distributions), "python": measured["python"], "bare": installed,
                                "error": error, "caps": [], "tried": {}}
    if error is None:
        return evidence
    for size in (1, 2):
        for caps in itertools.combinations(CANDIDATES, size):
            said(f"trying {recipe.id} with {' '.join(caps)}")
            failed, installed = _tried(recipe, roots, caps)
            evidence["tried"][" ".join(caps)] = failed
            if failed is None:
                return {**evidence, "caps": list(caps), "cured": installed}
    raise RuntimeError(f"no cap makes {recipe.id} import: {error}")


def refresh(again: bool = False) -> None:
    """Try the environments that data/caps.json lacks, or all."""
    known = {} if again or not FILE.exists() else json.loads(FILE.read_text(encoding="utf-8"))
    found: dict[str, Any] = {}
    for recipe in recipes().values():
        kept = known.get(recipe.id)
        found[recipe.id] = kept if kept and kept["pins"] == list(recipe.distributions) else _evidence(recipe)
        FILE.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
