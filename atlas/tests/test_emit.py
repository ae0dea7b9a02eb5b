"""The same bytes from the same measurements."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builder.configuration import DATA, recipes
from builder.emit import emit
from builder.merge import merge_modules, written
from builder.textform import read_text, write_text
from facts import Facts, members


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
    measured = [read_text(r.measured) for r in recipes().values()]
    sets, modules = merge_modules(measured)
    atlas = json.loads(json.dumps({"sets": sets, "modules": modules}))
    for index, measurement in enumerate(measured):
        facts = Facts(atlas, index)
        for path, module in measurement["modules"].items():
            kinds: dict[str, list[str]] = {}
            for kind, text in facts.rows(path, "names"):
                kinds[kind] = sorted([*kinds.get(kind, []), *text.split(" ")])
            assert kinds == module.get("names", {}), (measurement["id"], path)
            assert all(facts.has(path, f) == bool(module.get(f)) for f in ("at", "hidden", "dynamic", "opaque"))
            assert [row[0] for row in facts.rows(path, "error")] == [module[f] for f in ("error",) if f in module]
        unlisted = [p for p in facts.modules if facts.listed(p) and p not in measurement["modules"]]
        assert unlisted == []


@pytest.mark.parametrize(("numbers", "text"), [((0,), "0"), ((0, 1), "0-1"), ((0, 1, 2, 5, 7, 8), "0-2,5,7-8")])
def test_sets_are_written_as_ranges(numbers: tuple[int, ...], text: str) -> None:
    assert written(numbers) == text
    assert members(text) == set(numbers)
