"""What importing TensorFlow raises beside other releases of its requirements: each is laid over a measured environment. Writes data/limits.json."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.version import Version

from .configuration import DATA, Recipe, digest, environments_folder, recipes
from .environments import DONE, install, make, run_uv, said
from .measure import versions
from .overlays import outcomes, packages_in
from .pythons import OWN_PIP
from .releases import known
from .replacement import replace_text

FILE = DATA / "limits.json"
MODULES = {"protobuf": "google.protobuf", "numpy": "numpy", "ml_dtypes": "ml_dtypes", "h5py": "h5py"}
# The last release before each change that broke somebody, or the first one after it, what matters most first.
WANTED = ("protobuf", "numpy", "protobuf<5", "numpy>=2,<2.0.1", "numpy>=2,<2.1", "protobuf<4.21.1", "ml_dtypes", "numpy<1.24.1", "protobuf<3.21",
          "protobuf<6", "ml_dtypes<0.5", "ml_dtypes<0.3", "h5py", "numpy<1.24", "numpy>=2,<2.3", "numpy<2", "protobuf<4.22", "h5py<3",
          "protobuf<7", "protobuf<3.20", "numpy<1.20")
# The oldest Python that numpy 2 has wheels for: TensorFlow 2.5 to 2.9, measured on an older one, run on it too.
LATER = "3.9"
NOT_LAID = "not laid over"
NO_WHEEL = re.compile(r"no matching distribution|no solution found", re.IGNORECASE)
Row = dict[str, Any]


def statement(distribution: str, version: str) -> str:
    """Imports TensorFlow beside this release; a `google` that a .pth file has made would hide the one laid over."""
    module = MODULES[distribution]
    return (f"import sys; sys.modules.pop('google', None); import {module} as laid\n"
            f"if laid.__version__ != {version!r}: raise SystemExit({NOT_LAID!r})\nimport tensorflow")


def laid(recipe: Recipe, python: Path, requirement: str) -> Path | None:
    """A folder that holds the newest release that fits, alone; None where no wheel of it is for this Python."""
    folder = environments_folder() / f"laid-{digest(recipe.python, requirement)}"
    if not (folder / DONE).exists():
        shutil.rmtree(folder, ignore_errors=True)
        try:
            if recipe.python in OWN_PIP:
                install(recipe.python, python, "--no-deps", "--only-binary", ":all:", "--target", folder, requirement)
            else:
                run_uv("pip", "install", "-q", "--no-deps", "--no-build", "--python", python, "--target", folder, requirement)
        except RuntimeError as error:
            if not NO_WHEEL.search(str(error)):
                raise
            folder.mkdir(parents=True, exist_ok=True)
        (folder / DONE).write_text("")
    return folder if packages_in(folder) else None


def _name(requirement: str) -> str:
    return Requirement(requirement).name


def _runs_on(recipe: Recipe, minor: str) -> bool:
    """Whether the environment's TensorFlow has a wheel for this Python."""
    return f"cp{minor.replace('.', '')}" in known()["published"]["tensorflow"].get(recipe.tensorflow, "").split()


def _placed(recipe: Recipe, requirement: str) -> tuple[Recipe, Path | None]:
    """What is to be laid over which environment: the same lock on a later Python, where its own has no wheel of that."""
    folder = laid(recipe, make(recipe), requirement)
    if folder is None and Version(recipe.python) < Version(LATER) and _runs_on(recipe, LATER):
        recipe = replace(recipe, python=LATER)
        folder = laid(recipe, make(recipe), requirement)
    return recipe, folder


def wanted() -> list[tuple[str, Recipe]]:
    """Each requirement with each plain environment that has a TensorFlow."""
    plain = [r for r in recipes().values() if r.plain and r.tensorflow and r.lock.exists()]
    return [(requirement, recipe) for requirement in WANTED for recipe in plain
            if _name(requirement) != "ml_dtypes" or "ml-dtypes==" in recipe.lock.read_text(encoding="utf-8")]


def read() -> list[Row]:
    """The rows of data/limits.json."""
    found: list[Row] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else []
    return found


def write(rows: list[Row]) -> None:
    """Write data/limits.json, sorted by TensorFlow, distribution and release."""
    ordered = sorted(rows, key=lambda r: (Version(r["tensorflow"]), r["distribution"], Version(r["version"])))
    replace_text(FILE, "[\n" + ",\n".join("  " + json.dumps(row) for row in ordered) + "\n]\n")


def _tried(requirement: str, recipe: Recipe, rows: list[Row]) -> Row | None:
    """The row of one trial; None where there is nothing to lay over, or the same release was tried."""
    recipe, folder = _placed(recipe, requirement)
    if folder is None:
        return None
    python = make(recipe)
    distribution = _name(requirement)
    version = next(iter(packages_in(folder).values()))
    if any((r["tensorflow"], r["distribution"], r["version"]) == (recipe.tensorflow, distribution, version) for r in rows):
        return None
    error = outcomes(recipe, python, [statement(distribution, version)], [[folder]])[0][0]
    if error is not None and NOT_LAID in error:
        raise RuntimeError(f"{distribution} {version} could not be laid over {recipe.id}")
    return {"tensorflow": recipe.tensorflow, "distribution": distribution, "version": version, "python": versions(python)["python"],
            "asked": requirement, "importTensorflow": error}


def refresh(again: bool = False) -> None:
    """Try what data/limits.json lacks, or everything; the file is written as it comes, so it can be stopped at any time."""
    rows = [] if again else read()
    for number, (requirement, recipe) in enumerate(pending := wanted(), 1):
        if any(r["tensorflow"] == recipe.tensorflow and r["asked"] == requirement for r in rows):
            continue
        said(f"limit {number} of {len(pending)}: TensorFlow {recipe.tensorflow} with {requirement}")
        row = _tried(requirement, recipe, rows)
        if row is not None:
            rows.append(row)
            write(rows)
