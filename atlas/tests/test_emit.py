"""The same bytes from the same measurements."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builder.coding import ascending, fronted, ranges, shared
from builder.columns import CONFIGURED, columns
from builder.configuration import DATA, recipes
from builder.emit import emit
from builder.merge import merge
from builder.objects import Objects
from builder.textform import read_text, write_text
from facts import Facts, members, numbers, paths, running, words


def test_emitting_again_gives_the_committed_bytes(tmp_path: Path) -> None:
    emit(tmp_path / "atlas.json")
    assert (tmp_path / "atlas.json").read_bytes() == (DATA / "atlas.json").read_bytes(), "run: python -m builder emit"


@pytest.mark.parametrize("name", list(recipes()))
def test_the_text_form_is_read_as_it_was_written(name: str, tmp_path: Path) -> None:
    path = recipes()[name].measured
    write_text(tmp_path / "again.json", read_text(path))
    assert (tmp_path / "again.json").read_bytes() == path.read_bytes()


@pytest.mark.parametrize("name", list(recipes()))
def test_measurements_are_those_of_the_locks(name: str) -> None:
    from builder.measure import is_current

    assert is_current(recipes()[name]), f"the lock or the extractor has changed: python -m builder measure {name}"


def test_merging_loses_nothing() -> None:
    measured = [read_text(r.measured) for r in recipes().values() if r.measured.exists()]
    found = columns(measured)
    heads = [{"columns": {column.root: n for n, column in enumerate(found) if m["id"] in column.ids}} for m in measured]
    atlas = json.loads(json.dumps({**merge(found, Objects()), "measurements": heads}))
    for index, measurement in enumerate(measured):
        facts = Facts(atlas, index)
        own = {path: {**fields, "dynamic": True} if path in CONFIGURED else fields for path, fields in measurement["modules"].items()
               if path.partition(".")[0] in heads[index]["columns"]}
        assert sorted(own) == sorted(facts.modules), measurement["id"]
        for path, module in own.items():
            place = (measurement["id"], path)
            assert facts.kinds(path) == module.get("names", {}), place
            assert all(facts.has(path, f) == bool(module.get(f)) for f in ("at", "hidden", "dynamic", "opaque")), place
            assert all(facts.rows(path, f) == ([[module[f]]] if f in module else []) for f in ("error", "alias")), place
            assert dict(facts.rows(path, "raises")) == module.get("raises", {}), place
            assert all(sorted(w for row in facts.rows(path, f) for w in row[-1].split(" ")) == sorted(module.get(f, ()))
                       for f in ("lacks", "absent", "loads", "boot")), place


LONG = "a" * 40


@pytest.mark.parametrize(("names", "text"), [
    ((), ""), (("Abs",), "!Abs"), (("Abs", "Activation", "_x"), "!Abs#ctivation!_x"), ((LONG, LONG + "b"), "!" + LONG + "}" + LONG[26:] + "b")])
def test_names_are_written_by_what_they_share(names: tuple[str, ...], text: str) -> None:
    assert shared(names) == text and words(text) == list(names)


@pytest.mark.parametrize(("numbers", "text"), [((0,), "0"), ((0, 1), "0-1"), ((0, 1, 2, 5, 7, 8), "0-2,5,7-8")])
def test_sets_are_written_as_ranges(numbers: tuple[int, ...], text: str) -> None:
    assert ranges(numbers) == text
    assert members(text) == set(numbers)


@pytest.mark.parametrize("places", [[0], [45], [46], [0, 1, 2115, 2116, 2117, 99999], list(range(0, 5000, 7))])
def test_places_are_read_as_they_were_written(places: list[int]) -> None:
    assert running(numbers(ascending(places))) == places


def test_paths_are_read_as_they_were_written() -> None:
    listed = ["a", "a.b", "a.b.c", "a.bc", "a.bc.d.e", "b", "b1.2x", "keras.layers"]
    assert paths(fronted(listed)) == listed
