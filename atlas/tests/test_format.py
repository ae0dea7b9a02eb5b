"""data/atlas.json is what atlas/README.md says, and says nothing about the machine that made it."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest
from builder.configuration import ATLAS, DATA, ROOTS, recipes
from facts import FIELDS, Facts, members, numbers, paths, record, triples, words
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

ROWS = {"error": 2, "alias": 2, "raises": 3, "lacks": 2, "absent": 2, "loads": 2, "boot": 2}
FLAGS = ("at", "hidden", "dynamic", "opaque", "once")
# Pythons of wheels or `sdist`, what is asked of Python, `yanked`.
WORDS = re.compile(r"(sdist|(cp|py)\d+)( (cp|py)\d+)*( [<>=!~][\d.<>=!~,*]+)?( yanked)?")
EXCEPTION = re.compile(r"[A-Za-z_.]+(: .+)?$|the interpreter crashes$")


@pytest.fixture(scope="module")
def atlas() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / "atlas.json").read_text(encoding="utf-8"))
    return found


def test_measurements(atlas: dict[str, Any]) -> None:
    assert atlas["schema"] == 2
    assert [m["id"] for m in atlas["measurements"]] == list(recipes()), "an environment is not measured: python -m builder measure"
    for m in atlas["measurements"]:
        recipe = recipes()[m["id"]]
        assert set(m) >= {"id", "python", *ROOTS, "variables", "roots", "constraints", "plain", "columns"}
        assert re.fullmatch(r"3\.\d+\.\d+", m["python"]) and m["plain"] == recipe.plain
        assert set(m["roots"]) == set(ROOTS)
        for root in ROOTS:
            assert m[root] is None or Version(m[root])
            assert m[root] is not None or m["roots"][root] is not None
            assert m["roots"][root] is None or EXCEPTION.match(m["roots"][root])
            # A root that imports and is measured here has a column of its own kind; any other has none.
            assert (root in m["columns"]) == (root in recipe.measures and m["roots"][root] is None), (m["id"], root)
            assert root not in m["columns"] or atlas["columns"][m["columns"][root]] == root
        assert all(Requirement(c) for c in m["constraints"])
    assert {n for m in atlas["measurements"] for n in m["columns"].values()} == set(range(len(atlas["columns"])))


def test_sets(atlas: dict[str, Any]) -> None:
    every = set(range(len(atlas["columns"])))
    found = [members(text) for text in atlas["sets"]]
    assert all(s and s <= every for s in found)
    assert len({frozenset(s) for s in found}) == len(found)


def test_tables(atlas: dict[str, Any]) -> None:
    named, listed = words(atlas["words"]), paths(atlas["paths"])
    assert named == sorted(set(named)) and listed == sorted(set(listed), key=lambda path: path.split("."))
    assert len(listed) == len(atlas["modules"])
    count, names = len(atlas["rows"].split(" ")), [row for module in atlas["modules"] for row in triples(module.get("names", ""))]
    assert all(number in range(len(atlas["sets"])) and kind in range(5) and row in range(count) for number, kind, row in names)


def test_objects(atlas: dict[str, Any]) -> None:
    objects, sets = atlas["objects"], [members(text) for text in atlas["sets"]]
    named, rows, texts = words(atlas["words"]), atlas["rows"].split(" "), objects["texts"]
    called = [named[place] for place in itertools.accumulate(numbers(objects["called"]))]
    records = [record(text) for text in objects["records"].split(" ")]
    assert len(called) == len(records) and called == sorted(called)
    assert len(texts) == len(set(texts)) and all(texts)
    for name, (everywhere, fields) in zip(called, records, strict=True):
        for field, found in fields.items():
            assert found and all(sets[number] <= sets[everywhere] for number, *_ in found), (name, field)
            for kind, places in zip(FIELDS[field], zip(*(row[1:] for row in found), strict=field != "bases"), strict=False):
                limit = {"b": len(called), "t": len(texts), "r": len(rows)}[kind]
                assert all(place in range(-1 if kind == "r" else 0, limit) for place in places), (name, field)
        once = [column for number, _ in fields.get("calls", ()) for column in sets[number]]
        assert len(once) == len(set(once)), f"{name}: two signatures in one column"
    for word, *usual in objects["names"]:
        assert named[word] and all(number in range(len(sets)) and place in range(len(called)) for number, place in usual), named[word]


def test_modules(atlas: dict[str, Any]) -> None:
    sets, listed = [members(text) for text in atlas["sets"]], set(paths(atlas["paths"]))
    known = len(atlas["objects"]["records"].split(" "))
    for path, module in zip(paths(atlas["paths"]), atlas["modules"], strict=True):
        # A package that has moved keeps its modules under keras, apart by the columns; a place outside it that it tells holds nothing.
        home = path.partition(".")[0]
        own = {n for n, root in enumerate(atlas["columns"]) if home in (root, "keras")}
        if path.startswith("~"):
            assert module == {} and path[1:] in listed, path
            continue
        assert own and set(module) <= {*FLAGS, *ROWS, "names", "is"}, path
        assert all(sets[module[f]] <= own for f in FLAGS if f in module), path
        for field, width in ROWS.items():
            for row in module.get(field, ()):
                assert len(row) == width and sets[row[0]] <= own and all(row[1:2]), (path, field)
        assert all(sets[number] <= own for number, _, _ in triples(module.get("names", ""))), path
        assert all(place in range(known + 1) for _, place, _ in triples(module.get("is", ""))), path
        for field in ("error", "alias"):
            once = [n for row in module.get(field, ()) for n in sets[row[0]]]
            assert len(once) == len(set(once)), f"{path}: two answers in one column"


def test_a_name_is_listed_once_and_leads_somewhere(atlas: dict[str, Any]) -> None:
    # One measurement for each column of each root: the others repeat them.
    seen: set[tuple[str, int]] = set()
    for index, measurement in enumerate(atlas["measurements"]):
        own = set(measurement["columns"].items())
        if own <= seen:
            continue
        seen |= own
        facts = Facts(atlas, index)
        for path in facts.modules:
            named = [w.partition("=")[0] for listed in facts.kinds(path).values() for w in listed]
            assert len(named) == len(set(named)), (measurement["id"], path)
            assert not set(named) & set(facts.raises(path)), (measurement["id"], path)
            # Both at once: the name is bound when a module below it is imported, and leads where no import does.
            late = [facts.names(path)[name] for name in set(named) & facts.words(path, "absent")]
            assert all(kind == "m" and "~" in target for kind, target in late), (measurement["id"], path, late)
            for name, (kind, target) in facts.names(path).items():
                # Of other distributions only what TensorFlow shows is recorded, at `tensorflow.~…`.
                if kind in "ml" and "~" not in target and target.partition(".")[0] in measurement["columns"]:
                    assert facts.listed(facts.canonical(target)), (measurement["id"], path, name, target)


def test_releases(atlas: dict[str, Any]) -> None:
    for m in atlas["measurements"]:
        for root in ROOTS:
            assert m[root] is None or m[root] in atlas["releases"][root]
    assert set(atlas["releases"]) == set(ROOTS) == set(atlas["published"])
    for releases in atlas["releases"].values():
        for release in releases.values():
            assert all(Requirement(r) for r in release["requires"])
            SpecifierSet(release["requiresPython"] or "")
            assert isinstance(release["yanked"], bool)
            for tags in release["wheels"].values():
                assert tags == sorted(tags) and all(len(tag.split("-")) == 3 for tag in tags)
    for published in atlas["published"].values():
        assert all(WORDS.fullmatch(words) and Version(version) for version, words in published.items())


def test_pairs_are_those_of_the_text_form(atlas: dict[str, Any]) -> None:
    texts = atlas["pairs"]["exceptions"]
    assert texts[0] == "" and len(texts) == len(set(texts)) and all(EXCEPTION.match(text) for text in texts[1:])
    rows = json.loads((DATA / "pairs.json").read_text(encoding="utf-8"))
    assert len(rows) == len(atlas["pairs"]["rows"])
    outcomes = ("importTensorflow", "importKeras", "importTfKeras", "tensorflowKeras", "attributeKeras")
    for row, (tensorflow, keras, tf_keras, python, variables, *numbers) in zip(rows, atlas["pairs"]["rows"], strict=True):
        about = [row["tensorflow"], row["keras"], row.get("tf_keras"), row["python"], row.get("variables")]
        assert about == [tensorflow, keras, tf_keras, python, variables]
        assert [row[f] if f in row else -1 for f in outcomes] == [-1 if n < 0 else texts[n] or None for n in numbers], about


def test_pairs_agree_with_the_measurements(atlas: dict[str, Any]) -> None:
    rows = json.loads((DATA / "pairs.json").read_text(encoding="utf-8"))
    pairs = {(p["tensorflow"], p["keras"], p.get("tf_keras"), tuple(p.get("variables", {}).items())): p for p in rows}
    agreed = 0
    for m in atlas["measurements"]:
        pair = pairs.get((m["tensorflow"], m["keras"], m["tf_keras"], tuple(m["variables"].items())))
        assert pair or not m["tensorflow"] or m["tf_keras"], f"{m['id']} is not among the pairs: python -m builder pairs"
        if pair and m["tensorflow"]:
            assert (pair["importTensorflow"], pair["importKeras"]) == (m["roots"]["tensorflow"], m["roots"]["keras"]), m["id"]
            assert not m["tf_keras"] or pair["importTfKeras"] == m["roots"]["tf_keras"], m["id"]
            agreed += 1
    assert agreed > 30


def test_nothing_tells_of_the_machine() -> None:
    # What a release says itself may point to pages of documentation; an index is no such page.
    told = re.compile(r"https?://[^/]*(pypi|pythonhosted|simple|index)|"
                      r"(?<![\w.])/(root|home|work|opt|tmp|usr|Users)/|\.pyenv/versions/\d")
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
