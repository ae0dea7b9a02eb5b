"""Patches with other public names have a measurement of their own, and each patch is spoken for by one with the same."""

from __future__ import annotations

import json
from typing import Any

import pytest
from builder.configuration import DATA, recipes
from builder.patches import public, standing
from builder.survey import DISTRIBUTIONS, FILE

Group = dict[str, Any]
LAYERS, PRIVATE = {"keras.layers": "-Softmax"}, {"keras.src.layers": "-Softmax"}
GROUPS: list[Group] = [
    {"patches": ["3.1.0", "3.1.1"], "differs": {**LAYERS, **PRIVATE}},
    {"patches": ["3.1.2"], "differs": PRIVATE},
    {"patches": ["3.1.3"], "differs": {"keras.src": "+old"}},
    {"patches": ["3.1.4", "3.1.5"]},
]


@pytest.mark.parametrize(("measured", "found"), [
    (["3.1.1", "3.1.5"], {"3.1.0": "3.1.1", "3.1.2": "3.1.5 keras.src.layers", "3.1.3": "3.1.5 keras.src", "3.1.4": "3.1.5"}),
    (["3.1.1", "3.1.2", "3.1.5"], {"3.1.0": "3.1.1", "3.1.3": "3.1.5 keras.src", "3.1.4": "3.1.5"}),
    (["3.1.2"], {"3.1.0": "", "3.1.1": "", "3.1.3": "3.1.2 keras.src keras.src.layers", "3.1.4": "3.1.2 keras.src.layers",
                 "3.1.5": "3.1.2 keras.src.layers"}),
    (["3.1.4", "3.1.5"], {"3.1.0": "", "3.1.1": "", "3.1.2": "3.1.5 keras.src.layers", "3.1.3": "3.1.5 keras.src"}),
    ([], dict.fromkeys(["3.1.0", "3.1.1", "3.1.2", "3.1.3", "3.1.4", "3.1.5"], "")),
])
def test_a_patch_is_spoken_for_by_its_public_names(measured: list[str], found: dict[str, str]) -> None:
    assert standing(GROUPS, measured) == found


@pytest.mark.parametrize(("path", "is_public"), [
    ("keras", True), ("keras.layers", True), ("keras._tf_keras.keras.layers", True), ("keras.srcset", True),
    ("tensorflow._api.v2.nn", True),
    ("keras.src", False), ("keras.src.layers", False), ("tf_keras.src.layers", False), ("tensorflow.python.keras.layers", False),
])
def test_what_is_public(path: str, is_public: bool) -> None:
    assert bool(public({path: "+name"})) == is_public


def unmeasured(surveyed: dict[str, dict[str, list[Group]]], measured: dict[str, set[str]]) -> list[str]:
    """The groups whose public names no measured release has."""
    return [f"{distribution} {' '.join(group['patches'])}" for distribution in DISTRIBUTIONS
            for groups in surveyed[distribution].values() for group in groups
            if any(standing(groups, measured[distribution]).get(patch) == "" for patch in group["patches"])]


def test_every_group_with_other_public_names_has_a_measured_member() -> None:
    surveyed = json.loads(FILE.read_text(encoding="utf-8"))
    names = {d: (d, "tensorflow-cpu") if d == "tensorflow" else (d,) for d in DISTRIBUTIONS}
    measured = {d: {v for r in recipes().values() if r.measured.exists() and (v := r.pinned(*names[d]))} for d in DISTRIBUTIONS}
    assert unmeasured(surveyed, measured) == [], "an environment of its own is missing: docs/adding-a-release.md"
    without = {**measured, "keras": measured["keras"] - {"2.0.2", "3.3.1"}}
    assert unmeasured(surveyed, without) == ["keras 2.0.1 2.0.2", "keras 3.3.1"]


def test_what_ships_says_who_speaks_for_each_surveyed_release() -> None:
    surveyed = json.loads(FILE.read_text(encoding="utf-8"))
    atlas = json.loads((DATA / "atlas.json").read_text(encoding="utf-8"))
    for distribution in DISTRIBUTIONS:
        root = distribution.replace("-", "_")
        held = {m[root] for m in atlas["measurements"] if root in m["columns"]}
        listed = {patch for groups in surveyed[distribution].values() for group in groups for patch in group["patches"]}
        assert {*atlas["patches"][root]} == listed - held
        assert {words.split()[0] for words in atlas["patches"][root].values()} <= held
