"""One release, taken out of a copy of the atlas, is added again by the one command, and every file is what it was.

What is taken out: the entry in environments.toml, the measurement, the callables, the remainder, its rows in pairs.json and releases.json,
and the compact form. The lock and the proof of its caps stay, for they are inputs: what the index resolved to when they were made.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from builder import entries
from builder.adding import Unknown, named
from builder.configuration import ATLAS, environments_folder, recipes

RELEASE = "keras==3.6.0"
ID = "tf2.17+keras3.6.0"
# A small world, so that it does not take long: the release, the TensorFlow beside which it is measured, and the first one that takes Keras 3,
# beside which backends are left out.
WORLD = ("tf2.16", "tf2.17", ID)


def run(atlas: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "KERAS_DOCTOR_ENVIRONMENTS": str(environments_folder())}
    return subprocess.run([sys.executable, "-m", "builder", *arguments], cwd=atlas, env=environment, capture_output=True, text=True,
                          check=False)


def blocks(text: str) -> list[str]:
    return re.split(r"\n{2,}", text.rstrip("\n"))


def ids(block: str) -> str:
    found = re.search(r'^id = "(.+)"$', block, re.MULTILINE)
    return found.group(1) if found else ""


def contents(atlas: Path) -> dict[str, bytes]:
    places = [p for p in sorted(atlas.rglob("*")) if p.is_file() and "__pycache__" not in p.parts and p.suffix != ".pyc"]
    return {str(p.relative_to(atlas)): p.read_bytes() for p in places}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    atlas = tmp_path_factory.mktemp("world") / "atlas"
    shutil.copytree(ATLAS, atlas, ignore=shutil.ignore_patterns("__pycache__", "tests"))
    file = atlas / "environments.toml"
    head, *listed = blocks(file.read_text(encoding="utf-8"))
    file.write_text("\n\n".join([head, *(b for b in listed if ids(b) in WORLD)]) + "\n", encoding="utf-8")
    answer = run(atlas, "all")
    assert answer.returncode == 0, answer.stderr
    assert "pair 1 of" not in answer.stderr and "measuring" not in answer.stderr, "data/ is not complete: make atlas"
    return atlas


def remove(atlas: Path) -> None:
    """Take the release out."""
    data, keras = atlas / "data", RELEASE.partition("==")[2]
    file = atlas / "environments.toml"
    kept = [b for b in blocks(file.read_text(encoding="utf-8")) if ids(b) != ID]
    file.write_text("\n\n".join(kept) + "\n", encoding="utf-8")
    for path in (*(data / part / f"{ID}.json" for part in ("measured", "callables", "remainder")), data / "atlas.json"):
        path.unlink()
    pairs = data / "pairs.json"
    pairs.write_text(json.dumps([row for row in json.loads(pairs.read_text(encoding="utf-8")) if row["keras"] != keras]))
    releases = data / "releases.json"
    known = json.loads(releases.read_text(encoding="utf-8"))
    del known["keras"][keras], known["published"]["keras"][keras]
    releases.write_text(json.dumps(known))


def test_a_release_removed_and_added_again_gives_the_same_bytes(world: Path) -> None:
    before = contents(world)
    remove(world)
    assert contents(world) != before
    answer = run(world, "add", RELEASE)
    assert answer.returncode == 0, answer.stderr
    after = contents(world)
    assert sorted(after) == sorted(before)
    assert [name for name in after if after[name] != before[name]] == []
    assert f"measuring {ID}: keras" in answer.stderr and "pair 1 of " in answer.stderr


def test_a_release_that_is_there_is_said_to_be_there(world: Path) -> None:
    before = contents(world)
    answer = run(world, "add", "Keras==3.6.0.0")
    assert answer.returncode == 0 and f"is there already: {ID}" in answer.stderr and "pair 1 of" not in answer.stderr
    assert contents(world) == before


@pytest.mark.parametrize("release", ["keras==3.6.99", "tensorflow==2.4.99", "tf-keras==2.20.0", "keras==3.0.0rc0"])
def test_a_release_that_is_not_offered_is_one_line_and_exit_2(world: Path, release: str) -> None:
    before = contents(world)
    answer = run(world, "add", release)
    assert (answer.returncode, answer.stdout, len(answer.stderr.splitlines())) == (2, "", 1)
    assert release.partition("==")[2] in answer.stderr and contents(world) == before


@pytest.mark.parametrize(("text", "release"), [
    ("keras==3.6.0", ("keras", "3.6.0")), ("tf-keras==2.19.0", ("tf_keras", "2.19.0")), ("tf_keras == 2.19.0", ("tf_keras", "2.19.0")),
    ("tensorflow-cpu==2.4.4", ("tensorflow", "2.4.4")), ("TensorFlow==2.4.4", ("tensorflow", "2.4.4")),
])
def test_a_release_is_named_as_in_requirements(text: str, release: tuple[str, str]) -> None:
    assert named(text) == release


@pytest.mark.parametrize("text", ["", "keras", "keras>=3", "keras==3.*", "torch==2.0", "keras==", "keras 3", "keras==3.0.5,==3.1.1"])
def test_what_names_no_release_is_unknown(text: str) -> None:
    with pytest.raises(Unknown):
        named(text)


@pytest.mark.parametrize("name", list(recipes()))
def test_an_entry_is_put_where_it_stood(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = (ATLAS / "environments.toml").read_text(encoding="utf-8")
    block = next(b for b in blocks(text) if ids(b) == name)
    recipe = recipes()[name]
    comments = [line for line in block.splitlines() if line.startswith("#")]
    assert "\n".join([*comments, entries.written(recipe)]) == block
    file = tmp_path / "environments.toml"
    file.write_text("\n\n".join(b for b in blocks(text) if ids(b) != name) + "\n", encoding="utf-8")
    monkeypatch.setattr("builder.configuration.ATLAS", tmp_path)
    monkeypatch.setattr(entries, "FILE", file)
    entries.insert(recipe)
    assert file.read_text(encoding="utf-8").replace(entries.written(recipe), block) == text
