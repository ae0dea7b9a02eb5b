"""Slow: a real environment, made from its lock, says again what was written down. Needs the index the first time."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from builder.configuration import DATA, recipes
from builder.environments import make
from builder.measure import extract
from builder.overlays import outcome
from builder.pythons import PythonMissing
from builder.reduce import reduce
from builder.textform import read_text
from facts import Facts

ID = "tf2.4+keras2.4.3"
HOW_MANY = 16


@pytest.fixture(scope="module")
def python() -> Path:
    try:
        return make(recipes()[ID])
    except PythonMissing as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="module")
def facts() -> Facts:
    atlas = json.loads((DATA / "atlas.json").read_text(encoding="utf-8"))
    return Facts(atlas, [m["id"] for m in atlas["measurements"]].index(ID))


def shown(module: dict[str, Any]) -> dict[str, Any]:
    """What does not depend on the other roots."""
    names = {word.partition("=")[0] for words in module.get("names", {}).values() for word in words}
    return {"names": names, **{field: module.get(field) for field in ("at", "error", "raises", "dynamic")}}


def test_measuring_a_root_again_gives_the_same(python: Path) -> None:
    measured = read_text(recipes()[ID].measured)["modules"]
    again = reduce({"keras": extract(recipes()[ID], python, "keras")})
    own = {path for path in measured if path.split(".")[0] == "keras"}
    assert set(again) == own
    for path in sorted(own):
        assert shown(again[path]) == shown(measured[path]), path


def statements(facts: Facts) -> list[tuple[str, bool]]:
    """Imports that must run and imports that must fail, drawn from all that was measured, always the same ones."""
    draw = random.Random(2015)
    public = [p for p in sorted(facts.modules) if facts.has(p, "at") and facts.names(p) and "._" not in p]
    found = []
    for path in draw.sample(public, HOW_MANY // 4):
        name = draw.choice(sorted(facts.names(path)))
        found.append((f"from {path} import {name}", True))
        found.append((f"import {path} as it; it.{name}", True))
    everywhere = sorted({name for path in public for name in facts.names(path)})
    while len(found) < HOW_MANY:
        path, name = draw.choice(public), draw.choice(everywhere)
        if name not in facts.names(path) and not facts.imports(f"{path}.{name}") and not facts.has(path, "dynamic"):
            found.append((f"from {path} import {name}", False))
    return found


def test_a_draw_of_statements_does_what_the_atlas_says(python: Path, facts: Facts) -> None:
    for statement, runs in statements(facts):
        assert (outcome(recipes()[ID], python, statement) is None) == runs, statement
