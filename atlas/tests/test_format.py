"""data/atlas.json is what atlas/README.md says, and says nothing about the machine that made it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from builder.configuration import ATLAS, DATA, ROOTS, recipes
from facts import Facts, members
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

ROWS = {"error": 2, "alias": 2, "names": 3, "raises": 3, "lacks": 2, "absent": 2, "loads": 2, "boot": 2}
FLAGS = ("at", "hidden", "dynamic", "opaque")
EXCEPTION = re.compile(r"[A-Za-z_.]+(: .+)?$|the interpreter crashes$")


@pytest.fixture(scope="module")
def atlas() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / "atlas.json").read_text(encoding="utf-8"))
    return found


def test_measurements(atlas: dict[str, Any]) -> None:
    assert atlas["schema"] == 1
    assert [m["id"] for m in atlas["measurements"]] == list(recipes()), "an environment is not measured: python -m builder measure"
    for m in atlas["measurements"]:
        assert set(m) == {"id", "python", *ROOTS, "variables", "roots", "constraints"}
        assert re.fullmatch(r"3\.\d+\.\d+", m["python"])
        assert set(m["roots"]) == set(ROOTS)
        for root in ROOTS:
            assert m[root] is None or Version(m[root])
            assert m[root] is not None or m["roots"][root] is not None
            assert m["roots"][root] is None or EXCEPTION.match(m["roots"][root])
        assert all(Requirement(c) for c in m["constraints"])


def test_sets(atlas: dict[str, Any]) -> None:
    every = set(range(len(atlas["measurements"])))
    found = [members(text) for text in atlas["sets"]]
    assert all(s and s <= every for s in found)
    assert len({frozenset(s) for s in found}) == len(found)


def test_modules(atlas: dict[str, Any]) -> None:
    sets = [members(text) for text in atlas["sets"]]
    for path, module in atlas["modules"].items():
        assert path.split(".")[0] in ROOTS and set(module) <= {*FLAGS, *ROWS}, path
        assert all(module[f] in range(len(sets)) for f in FLAGS if f in module), path
        for field, width in ROWS.items():
            for row in module.get(field, ()):
                assert len(row) == width and row[0] in range(len(sets)) and all(row[1:]), (path, field)
        for at, kind, text in module.get("names", ()):
            assert kind in set("cfoml"), path
            assert all(re.fullmatch(r"[^ =]+(=[\w.]+)?", word) for word in text.split(" ")), (path, text)
            assert kind in "ml" or "=" not in text, path
            del at
        for field in ("error", "alias"):
            once = [n for row in module.get(field, ()) for n in sets[row[0]]]
            assert len(once) == len(set(once)), f"{path}: two answers in one measurement"


def test_a_name_is_listed_once_and_leads_somewhere(atlas: dict[str, Any]) -> None:
    for index, measurement in enumerate(atlas["measurements"]):
        facts = Facts(atlas, index)
        for path in facts.modules:
            words = [w.partition("=")[0] for _, text in facts.rows(path, "names") for w in text.split(" ")]
            assert len(words) == len(set(words)), (measurement["id"], path)
            assert not set(words) & (facts.words(path, "absent") | set(facts.raises(path))), (measurement["id"], path)
            for name, (kind, target) in facts.names(path).items():
                if kind in "ml":
                    assert facts.listed(facts.canonical(target)), (measurement["id"], path, name, target)


def test_releases(atlas: dict[str, Any]) -> None:
    for m in atlas["measurements"]:
        for root in ROOTS:
            assert m[root] is None or m[root] in atlas["releases"][root]
    for releases in atlas["releases"].values():
        for release in releases.values():
            assert all(Requirement(r) for r in release["requires"])
            SpecifierSet(release["requiresPython"] or "")
            assert isinstance(release["yanked"], bool)
            for tags in release["wheels"].values():
                assert tags == sorted(tags) and all(len(tag.split("-")) == 3 for tag in tags)


def test_pairs_agree_with_the_measurements(atlas: dict[str, Any]) -> None:
    fields = ("importTensorflow", "importKeras", "tensorflowKeras", "attributeKeras")
    pairs = {(p["tensorflow"], p["keras"]): p for p in atlas["pairs"]}
    assert all(p[f] is None or EXCEPTION.match(p[f]) for p in pairs.values() for f in fields)
    for m in atlas["measurements"]:
        if m["tensorflow"] and not m["variables"]:
            pair = pairs[m["tensorflow"], m["keras"]]
            assert (pair["importTensorflow"], pair["importKeras"]) == (m["roots"]["tensorflow"], m["roots"]["keras"])


def test_nothing_tells_of_the_machine() -> None:
    told = re.compile(r"https?://|(?<![\w.])/(root|home|work|opt|tmp|usr|Users)/|\.pyenv/versions/\d")
    places = [p for folder in ("data", "locks") for p in sorted((ATLAS / folder).rglob("*")) if p.is_file()]
    found = [(p.name, m.group()) for p in [*places, ATLAS / "environments.toml"] for m in told.finditer(p.read_text(encoding="utf-8"))]
    assert found == []


def test_locks_are_exact() -> None:
    for recipe in recipes().values():
        pins = Path(recipe.lock).read_text(encoding="utf-8").splitlines()
        assert pins and all(re.fullmatch(r"[a-z0-9-]+==[\w.+!]+", pin) for pin in pins), recipe.id
        assert not any(pin.startswith(("ipykernel==", "pip==")) for pin in pins)
        assert set(recipe.distributions) <= set(pins) | {d for d in recipe.distributions if "==" not in d}, recipe.id


def test_caps_are_those_that_were_proven() -> None:
    proven = json.loads((DATA / "caps.json").read_text(encoding="utf-8"))
    for recipe in recipes().values():
        evidence = proven[recipe.id]
        assert sorted(recipe.caps) == sorted(evidence["caps"]), recipe.id
        assert (evidence["error"] is None) == (evidence["caps"] == []), recipe.id
        assert not evidence["caps"] or evidence["tried"][" ".join(evidence["caps"])] is None
