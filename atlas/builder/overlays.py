"""Environments that no resolver would make: a TensorFlow without its keras, a keras laid over it by PYTHONPATH, or neither."""

from __future__ import annotations

import importlib.metadata
import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .configuration import INSIDE, Recipe, digest, environments_folder
from .environments import DONE, install, interpreter, make, run_uv, said
from .measure import quiet

KERASES = ("keras", "tf-keras", "keras-nightly")
TENSORFLOWS = ("tensorflow", "tensorflow-cpu", "tensorflow-intel")
CRASH = "the interpreter crashes"


def base(recipe: Recipe, tensorflow: bool = True) -> Path:
    """The interpreter of the environment without any keras distribution; without any TensorFlow either where that is asked for."""
    left = (*KERASES, *(() if tensorflow else TENSORFLOWS))
    kept = [pin for pin in _pins(recipe) if pin.partition("==")[0] not in left]
    folder = environments_folder() / f"base-{recipe.tensorflow if tensorflow else recipe.id}-{digest(recipe.python, *kept)}"
    if not (folder / DONE).exists():
        whole = make(recipe).parent.parent
        shutil.rmtree(folder, ignore_errors=True)
        said(f"making {recipe.id} without {' '.join(sorted({*left} & {pin.partition('==')[0] for pin in _pins(recipe)})) }")
        _linked(whole, folder, left)
    return interpreter(folder)


def _linked(whole: Path, folder: Path, left: tuple[str, ...]) -> None:
    """An environment again, by hard links, so that it costs no disk, without some of its distributions."""
    site = packages(interpreter(whole))
    tops: dict[bool, set[str]] = {True: set(), False: set()}
    for distribution in importlib.metadata.distributions(path=[str(site)]):
        name = canonicalize_name(distribution.metadata["Name"])
        tops[name in left] |= {file.parts[0] for file in distribution.files or ()}
    gone = tops[True] - tops[False]

    def ignored(place: str, names: list[str]) -> set[str]:
        return {DONE, *gone} & set(names) if Path(place) in (site, whole) else set()

    shutil.copytree(whole, folder, symlinks=True, ignore=ignored, copy_function=os.link)
    (folder / DONE).write_text("")


def _pins(recipe: Recipe) -> list[str]:
    return recipe.lock.read_text(encoding="utf-8").splitlines()


def release(name: str, version: str) -> Path:
    """A folder that holds this release of keras or tf-keras alone, the same one for every interpreter: it is pure Python."""
    folder = environments_folder() / f"release-{name}-{version}"
    if not (folder / DONE).exists():
        shutil.rmtree(folder, ignore_errors=True)
        # Whether a Python may install it is asked by who lays it over that Python.
        run_uv("pip", "install", "-q", "--no-deps", "--python-version", "3.12", "--target", folder, f"{name}=={version}")
        (folder / DONE).write_text("")
    return folder


def overlay(recipe: Recipe, python: Path, name: str, version: str) -> list[Path]:
    """Folders that hold this release of keras and what it requires beyond the base, TensorFlow excepted."""
    found = [release(name, version)]
    pins = {pin.partition("==")[0] for pin in _pins(recipe)}
    missing = sorted(f"{r.name}{r.specifier}" for r in map(Requirement, metadata(found[0], name)[0])
                     if (r.marker is None or r.marker.evaluate({"extra": "", "python_version": recipe.python}))
                     and canonicalize_name(r.name) not in {*pins, *TENSORFLOWS})
    if missing:
        needs = environments_folder() / f"needs-{digest(recipe.python, recipe.lock.read_bytes(), *missing)}"
        if not (needs / DONE).exists():
            shutil.rmtree(needs, ignore_errors=True)
            install(recipe.python, python, "--target", needs, "-c", recipe.lock, *missing)
            (needs / DONE).write_text("")
        found.append(needs)
    return found


def metadata(folder: Path, name: str) -> tuple[list[str], str | None]:
    """`Requires-Dist` and `Requires-Python` of a distribution in a folder of packages."""
    found = next(iter(importlib.metadata.distributions(name=name, path=[str(folder)])))
    return found.requires or [], found.metadata["Requires-Python"]


def packages_in(folder: Path) -> dict[str, str]:
    """Distributions in a folder of packages, and their releases."""
    return {canonicalize_name(d.metadata["Name"]): d.version for d in importlib.metadata.distributions(path=[str(folder)])}


def packages(python: Path) -> Path:
    """The folder of packages of a virtual environment."""
    return next((python.parent.parent / "lib").glob("python3.*/site-packages"))


def outcomes(recipe: Recipe, python: Path, statements: Sequence[str], overlays: Sequence[Sequence[Path]] = ((),),
             variables: dict[str, str] | None = None) -> list[list[str | None]]:
    """For each overlay what each statement raises in a fresh process, `Type: message`, None where it works.

    All statements begin with the first one.
    """
    common = os.path.commonprefix([list(map(str, folders)) for folders in overlays])
    with tempfile.TemporaryDirectory() as home:
        out, request = Path(home) / "out", Path(home) / "request.json"
        own = [list(map(str, folders[len(common):])) for folders in overlays]
        request.write_text(json.dumps({"statements": list(statements), "overlays": own, "common": len(common)}), encoding="utf-8")
        environment = quiet(recipe, home) | (variables or {}) | ({"PYTHONPATH": os.pathsep.join(common)} if common else {})
        command: list[str | Path] = [python, INSIDE / "outcomes.py", request, out]
        answer = subprocess.run(command, cwd=home, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, check=False)
        if answer.returncode > 0 or answer.returncode == -signal.SIGALRM:
            raise RuntimeError(f"{python} could not be asked for {statements[0]!r}")
        told = [[out.with_name(f"out.{n}.{k}") for k in range(len(statements))] for n in range(len(overlays))]
        return [[(path.read_text(encoding="utf-8") or None) if path.exists() else CRASH for path in paths] for paths in told]


def outcome(recipe: Recipe, python: Path, statement: str) -> str | None:
    """What one statement raises in a fresh process; None where it works."""
    return outcomes(recipe, python, [statement])[0][0]
