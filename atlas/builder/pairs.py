"""Which TensorFlow and keras import together: every pair is forced into one interpreter and tried. Writes data/pairs.json."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.specifiers import SpecifierSet
from packaging.version import Version

from .configuration import DATA, Recipe, recipes
from .environments import said
from .measure import versions
from .overlays import base, outcomes, overlay
from .releases import known as known_releases
from .releases import last_of_minors, locked
from .replacement import replace_text

FILE = DATA / "pairs.json"
LEGACY = {"TF_USE_LEGACY_KERAS": "1"}
# Backends that no measured environment has; the last one is none of any release.
LACKING = ("jax", "torch", "openvino", "nonsense")
LACKING_OF_OLD = ("theano", "cntk", "nonsense")
TENSORFLOW = {
    "importTensorflow": "import tensorflow",
    "tensorflowKeras": "import tensorflow.keras",
    "attributeKeras": "import tensorflow; tensorflow.keras.layers",
}
OTHERS = {"importKeras": "import keras", "importTfKeras": "import tf_keras"}
FIELDS = ("importTensorflow", "importKeras", "importTfKeras", "tensorflowKeras", "attributeKeras")
AT_ONCE = 12
Row = dict[str, Any]


@dataclass(frozen=True)
class Pair:
    """What is forced into one interpreter; the recipe gives the Python and all other distributions."""

    recipe: Recipe
    tensorflow: str | None
    keras: str | None
    tf_keras: str | None = None
    variables: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> tuple[Any, ...]:
        return (self.tensorflow, self.keras, self.tf_keras, self.variables)

    @property
    def title(self) -> str:
        named = {"TensorFlow": self.tensorflow or "none", "keras": self.keras or "none", "tf-keras": self.tf_keras}
        words = [f"{name} {version}" for name, version in named.items() if version]
        return ", ".join([*words, *(f"{name}={value}" for name, value in self.variables)])


def _minor(version: str | None) -> tuple[int, ...]:
    return Version(version).release[:2] if version else ()


def _installable(root: str, release: str, recipe: Recipe) -> bool:
    spec = known_releases().get(root, {}).get(release, {}).get("requiresPython")
    return recipe.python in SpecifierSet(spec or "")


def keras_of(recipe: Recipe) -> str | None:
    """The keras that the environment has."""
    return locked(recipe, "keras") or locked(recipe, "keras-nightly")


def wanted() -> list[Pair]:
    """All pairs, the ones that people really have first."""
    everything = [r for r in recipes().values() if r.lock.exists()]
    plain = [r for r in everything if r.plain]
    kerases, legacies = last_of_minors("keras"), last_of_minors("tf_keras")
    found: dict[tuple[Any, ...], Pair] = {}
    for recipe in [r for r in everything if r.tensorflow and not r.variables] + plain:
        beside = [None, *(k for k in (*kerases, *_mounted(recipe, everything)) if _installable("keras", k, recipe))] if recipe.plain else []
        for keras in dict.fromkeys([keras_of(recipe), *beside]):
            # Where requirements were overridden, the others are those that this keras asks for.
            pair = Pair(recipe if recipe.plain or recipe.override else _plain_for(recipe, plain), recipe.tensorflow, keras)
            found.setdefault(pair.key, pair)
    for recipe in plain:
        for legacy in legacies:
            same = _minor(legacy) == _minor(recipe.tensorflow)
            if _installable("tf_keras", legacy, recipe) and (_minor(recipe.tensorflow) >= (2, 15) or same):
                pair = Pair(recipe, recipe.tensorflow, keras_of(recipe), legacy, tuple(LEGACY.items()))
                found.setdefault(pair.key, pair)
        if _minor(recipe.tensorflow) >= (2, 15):
            pair = Pair(recipe, recipe.tensorflow, keras_of(recipe), None, tuple(LEGACY.items()))
            found.setdefault(pair.key, pair)
    for pair in [*_without(plain, kerases, legacies, everything), *_lacking(plain, kerases)]:
        found.setdefault(pair.key, pair)
    return sorted(found.values(), key=_urgency)


def _mounted(recipe: Recipe, everything: list[Recipe]) -> list[str]:
    """From TensorFlow 2.15 on Keras 3 decides itself what `tensorflow.keras` is: its patches that differ are tried too."""
    measured = {r.pinned("keras") for r in everything} if _minor(recipe.tensorflow) >= (2, 15) else set()
    return sorted((k for k in measured if k and _minor(k) >= (3,)), key=Version)


def _plain_for(recipe: Recipe, plain: list[Recipe]) -> Recipe:
    """The plain environment of the same TensorFlow, else the recipe's own."""
    return next((r for r in plain if r.tensorflow == recipe.tensorflow), recipe)


def _without(plain: list[Recipe], kerases: list[str], legacies: list[str], everything: list[Recipe]) -> list[Pair]:
    """Each keras without any TensorFlow, among distributions of its day; Keras 3 under each backend that needs none."""
    found = []
    jax = next((r for r in everything if r.variables.get("KERAS_BACKEND") == "jax"), None)
    for root, releases in (("keras", kerases), ("tf_keras", legacies)):
        for release in releases:
            fitting = [r for r in plain if _installable(root, release, r)]
            older = [r for r in fitting if () < _minor(keras_of(r) if root == "keras" else r.tensorflow) <= _minor(release)]
            if not fitting:
                continue
            recipe = older[-1] if older else fitting[0]
            if root == "tf_keras":
                found.append(Pair(recipe, None, None, release))
                continue
            found.append(Pair(recipe, None, release))
            if Version(release).major >= 3:
                found.append(Pair(recipe, None, release, None, (("KERAS_BACKEND", "numpy"),)))
                if jax and _installable(root, release, jax):
                    found.append(Pair(jax, None, release, None, (("KERAS_BACKEND", "jax"),)))
    return found


def _lacking(plain: list[Recipe], kerases: list[str]) -> list[Pair]:
    """Each keras with a choice of backends, under those that are not installed, beside a TensorFlow that it works with."""
    found = []
    for release in kerases:
        if (2, 4) <= _minor(release) < (3,):
            continue
        old = _minor(release) < (3,)
        taking = [r for r in plain if (_minor(r.tensorflow) < (2,) if old else _minor(r.tensorflow) >= (2, 16))]
        fitting = [r for r in taking if _installable("keras", release, r)]
        if not fitting:
            continue
        backends = LACKING_OF_OLD if old else LACKING
        # A name that is none stops the import of some TensorFlows too: each is asked with its own keras.
        beside = [fitting[0], *(r for r in fitting[1:] if not old and keras_of(r) == release)]
        found += [Pair(r, r.tensorflow, release, None, (("KERAS_BACKEND", backend),)) for r in beside for backend in backends]
    return found


def _urgency(pair: Pair) -> tuple[int, Version]:
    """What notebooks meet comes first; the rest by TensorFlow."""
    tensorflow, keras = _minor(pair.tensorflow), _minor(pair.keras)
    if not tensorflow or pair.keras == keras_of(pair.recipe) or not keras:
        rank = 0
    elif tensorflow >= (2, 16) and keras >= (3,):
        rank = 1
    elif (2,) <= tensorflow <= (2, 15) and (2, 2) <= keras <= (2, 15):
        rank = 2
    else:
        rank = 3
    return rank, Version(pair.tensorflow or "0")


def _tried(pairs: list[Pair]) -> list[Row]:
    """The outcome of every statement: one process from `import tensorflow` on, and one from each of the other roots on."""
    recipe, variables = pairs[0].recipe, dict(pairs[0].variables)
    python = base(recipe, pairs[0].tensorflow is not None)
    laid = [_laid(pair, python) for pair in pairs]
    told: list[dict[str, str | None]] = [{} for _ in pairs]
    for fields in (TENSORFLOW, *({field: statement} for field, statement in OTHERS.items())):
        if "importTfKeras" not in fields or pairs[0].tf_keras:
            answers = outcomes(recipe, python, list(fields.values()), laid, variables)
            for row, answer in zip(told, answers, strict=True):
                row.update(zip(fields, answer, strict=True))
    interpreter = versions(python)["python"]
    return [
        {
            "tensorflow": pair.tensorflow,
            "keras": pair.keras,
            **({"tf_keras": pair.tf_keras} if pair.tf_keras else {}),
            **({"variables": variables} if variables else {}),
            "python": interpreter,
            **{field: row[field] for field in FIELDS if field in row},
        }
        for pair, row in zip(pairs, told, strict=True)
    ]


def _laid(pair: Pair, python: Path) -> list[Path]:
    """The folders that the pair lays over its base."""
    found = []
    if pair.keras:
        found += overlay(pair.recipe, python, "keras-nightly" if "dev" in pair.keras else "keras", pair.keras)
    if pair.tf_keras:
        found += overlay(pair.recipe, python, "tf-keras", pair.tf_keras)
    return found


def read() -> dict[tuple[Any, ...], Row]:
    """The rows of data/pairs.json by what they are about."""
    rows = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else []
    return {(r["tensorflow"], r["keras"], r.get("tf_keras"), tuple(r.get("variables", {}).items())): r for r in rows}


def write(rows: dict[tuple[Any, ...], Row]) -> None:
    """Write data/pairs.json, sorted by TensorFlow, keras, tf_keras."""
    ordered = sorted(rows, key=lambda key: ([Version(v or "0") for v in key[:3]], key[3]))
    text = ",\n".join("  " + json.dumps(rows[key]) for key in ordered)
    replace_text(FILE, f"[\n{text}\n]\n")


def _together(pairs: list[Pair]) -> list[list[Pair]]:
    """Pairs that share a base, neighbours only and a few at a time: what they have in common is done once."""
    groups = itertools.groupby(pairs, key=lambda pair: (pair.recipe.id, pair.tensorflow, pair.variables, pair.tf_keras is None))
    bases = [list(group) for _, group in groups]
    return [group[start : start + AT_ONCE] for group in bases for start in range(0, len(group), AT_ONCE)]


def refresh(again: bool = False) -> None:
    """Try the pairs that data/pairs.json lacks, or all; the file is written as they come, so it can be stopped at any time."""
    pairs = wanted()
    known = read()
    rows = {pair.key: known[pair.key] for pair in pairs if pair.key in known}
    missing = [pair for pair in pairs if again or pair.key not in rows]
    done = 0
    for some in _together(missing):
        for pair in some:
            done += 1
            said(f"pair {done} of {len(missing)}: {pair.title}")
        rows |= {pair.key: row for pair, row in zip(some, _tried(some), strict=True)}
        write(rows)
    if not missing:
        write(rows)
