"""Which TensorFlow and keras import together: every pair is forced into one interpreter and tried. Writes data/pairs.json."""

from __future__ import annotations

import json
from typing import Any

from packaging.specifiers import SpecifierSet
from packaging.version import Version

from .configuration import DATA, Recipe, recipes
from .environments import said
from .measure import versions
from .overlays import base, outcome, overlay
from .releases import KERAS_RELEASES, requires_python

FILE = DATA / "pairs.json"
STATEMENTS = {
    "importTensorflow": "import tensorflow",
    "importKeras": "import keras",
    "tensorflowKeras": "import tensorflow.keras",
    "attributeKeras": "import tensorflow; tensorflow.keras.layers",
}


def wanted() -> list[tuple[Recipe, str | None]]:
    """The pairs to try: each plain TensorFlow with no keras and with every release that its Python may install."""
    everything = recipes().values()
    releases = sorted({*KERAS_RELEASES, *filter(None, (r.pinned("keras") for r in everything if r.tensorflow))}, key=Version)
    found: list[tuple[Recipe, str | None]] = []
    for recipe in everything:
        if recipe.plain:
            found.append((recipe, None))
            found += [(recipe, v) for v in releases if recipe.python in SpecifierSet(requires_python("keras", v) or "")]
    return found


def _tried(recipe: Recipe, keras: str | None, known: dict[str, Any]) -> dict[str, Any]:
    """The outcome of every statement; those that are known are not tried again."""
    said(f"trying TensorFlow {recipe.tensorflow} with keras {keras or 'none'}")
    python = base(recipe)
    folder = overlay(recipe, python, "keras", keras) if keras else None
    outcomes = {field: known[field] if field in known else outcome(recipe, python, statement, folder)
                for field, statement in STATEMENTS.items()}
    return {"tensorflow": recipe.tensorflow, "keras": keras, "python": versions(python)["python"], **outcomes}


def refresh(again: bool = False) -> None:
    """Try the pairs that data/pairs.json lacks, or all."""
    known = {} if again or not FILE.exists() else {(p["tensorflow"], p["keras"]): p for p in json.loads(FILE.read_text())}
    pairs = []
    for recipe, keras in wanted():
        found = known.get((recipe.tensorflow, keras), {})
        pairs.append(found if STATEMENTS.keys() <= found.keys() else _tried(recipe, keras, found))
    rows = ",\n".join("  " + json.dumps(p) for p in pairs)
    FILE.write_text(f"[\n{rows}\n]\n", encoding="utf-8")
