"""Requirements, yanks and wheels of the releases involved, from the index and from installed metadata. Writes data/releases.json."""

from __future__ import annotations

import functools
import json
from typing import Any

from packaging.utils import parse_wheel_filename
from pypi_simple import DistributionPackage, NoSuchProjectError, PyPISimple

from .configuration import DATA, Recipe, recipes
from .environments import make, said

FILE = DATA / "releases.json"
FLAVOURS = {
    "tensorflow": ("tensorflow", "tensorflow-cpu", "tensorflow-gpu", "tensorflow-intel", "tensorflow-macos", "tensorflow-rocm"),
    "keras": ("keras",),
    "tf_keras": ("tf-keras",),
}
# Releases of keras that are forced beside each TensorFlow (pairs.py).
KERAS_RELEASES = ("2.4.3", "2.6.0", "2.8.0", "2.13.1", "2.15.0", "3.0.5", "3.3.3", "3.15.1")


@functools.cache
def files(distribution: str) -> tuple[DistributionPackage, ...]:
    """Every file of a distribution in the index."""
    with PyPISimple() as client:
        try:
            return tuple(client.get_project_page(distribution).packages)
        except NoSuchProjectError:
            return ()


def _of(distribution: str, version: str) -> list[DistributionPackage]:
    return [f for f in files(distribution) if f.version == version]


def requires_python(distribution: str, version: str) -> str | None:
    """What the index says; committed knowledge first, so that nothing is asked twice."""
    if FILE.exists():
        known = json.loads(FILE.read_text(encoding="utf-8")).get(distribution.replace("-", "_"), {}).get(version)
        if known:
            answer: str | None = known["requiresPython"]
            return answer
    return next((f.requires_python for f in _of(distribution, version) if f.requires_python), None)


def _tags(file: DistributionPackage) -> str:
    """`cp38-cp38-manylinux2010_x86_64`, of the file's name."""
    parse_wheel_filename(file.filename)
    return "-".join(file.filename[: -len(".whl")].split("-")[-3:])


def _release(root: str, version: str, installed: dict[str, Any]) -> dict[str, Any]:
    distributions = {d: _of(d, version) for d in FLAVOURS[root]}
    everything = [f for found in distributions.values() for f in found]
    wheels = {d: sorted(_tags(f) for f in found if f.package_type == "wheel") for d, found in distributions.items() if found}
    yanked = sorted(d for d, found in distributions.items() if found and all(f.is_yanked for f in found))
    spec = installed["requiresPython"] or next((f.requires_python for f in everything if f.requires_python), None)
    release: dict[str, Any] = {
        "requires": sorted(r for r in installed["requires"] if "extra ==" not in r),
        "requiresPython": spec,
        "yanked": bool(yanked) and len(yanked) == len(wheels),
        "wheels": wheels,
    }
    return release


def _installed(root: str, version: str, plain: list[Recipe]) -> dict[str, Any]:
    """Metadata of the release where it is installed, or laid over a TensorFlow whose Python it takes."""
    from .overlays import base, metadata, overlay

    names = ("tensorflow-cpu",) if root == "tensorflow" else FLAVOURS[root]
    for recipe in recipes().values():
        if f"{names[0]}=={version}" in recipe.lock.read_text().splitlines():
            return metadata(make(recipe), None, names[0])
    for recipe in reversed(plain):
        try:
            python = base(recipe)
            return metadata(python, overlay(recipe, python, names[0], version), names[0])
        except RuntimeError:
            continue
    raise RuntimeError(f"{names[0]} {version} cannot be installed on any of the Pythons")


def refresh(again: bool = False) -> None:
    """Ask for the releases that data/releases.json lacks, or for all."""
    everything = list(recipes().values())
    plain = [r for r in everything if r.plain]
    wanted = {
        "tensorflow": {r.tensorflow for r in plain},
        "keras": {*KERAS_RELEASES, *(r.pinned("keras") for r in everything)},
        "tf_keras": {r.pinned("tf-keras") for r in everything},
    }
    known = {} if again or not FILE.exists() else json.loads(FILE.read_text(encoding="utf-8"))
    data: dict[str, Any] = {}
    for root, versions in wanted.items():
        for version in sorted(filter(None, versions), key=lambda v: [int(p) for p in v.split(".")]):
            found = known.get(root, {}).get(version)
            if found is None:
                said(f"asking for {root} {version}")
                found = _release(root, version, _installed(root, version, plain))
            data.setdefault(root, {})[version] = found
    FILE.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
