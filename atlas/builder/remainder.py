"""What the survey of callables leaves over, asked in the interpreter: classes that other distributions define, and those that dir()
does not tell. Writes data/remainder/<id>.json.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from . import callables, elsewhere
from .callableform import read_callables, write_callables
from .columns import Column
from .configuration import DATA, INSIDE, Recipe, digest
from .environments import make, said
from .measure import quiet
from .objects import IMPLEMENTATION, pairs_of
from .textform import read_text

FOLDER = DATA / "remainder"
CODE = ("remainder.py", "looking.py", "callables/classes.py", "callables/naming.py", "callables/notices.py", "callables/signatures.py")
Answers = dict[str, Any]
# What does not ship, because it is dear and hardly ever named: TensorFlow's API tree within itself, what TensorFlow tests itself with,
# modules that it shows by accident, classes of other distributions that Keras's modules happen to hold.
SELDOM_MODULES = re.compile(r"compat\.v\d\.compat(\.|$)|__internal__|^tensorflow\.core\.function")
SELDOM = re.compile(r"~sys$|test_combinations|benchmark|^(keras|tf_keras)\.~(?!keras_preprocessing|builtins\.str)")
TEXT = "~builtins.str"


def written(recipe: Recipe) -> Path:
    """Where an environment's answers are kept."""
    return FOLDER / f"{recipe.id}.json"


def _kinds(path: str, fields: dict[str, Any], surveyed: Answers) -> dict[str, list[str]]:
    """Names of a module that are to be looked at: all classes; what else the survey does not lead anywhere from."""
    places = dict(pairs_of(surveyed["identities"].get(path, "")))
    names = {kind: [word for word in fields["names"].get(kind, ()) if not word.startswith("_") or word == "__version__"] for kind in "cfo"}
    instances = {word.partition("=")[0] for word in fields.get("instances", ())}
    functions = [name for name in names["f"] if places.get(name, f"{path}.{name}") not in surveyed["functions"]]
    others = [name for name in names["o"] if name not in instances and (path.startswith("tensorflow.") or name == "__version__")]
    found = {"c": names["c"], "f": functions, "o": others}
    return found if any(found.values()) else {}


def question(recipe: Recipe) -> dict[str, Any]:
    """What is asked, by root: the modules that are no implementation, with their names; and what the survey knows."""
    surveyed = read_callables(callables.written(recipe))
    measured = read_text(recipe.measured)
    modules = dict(measured["modules"])
    if elsewhere.written(recipe).exists():
        modules = elsewhere.completed(modules, read_text(elsewhere.written(recipe))["modules"])
    known = sorted({**surveyed["classes"], **surveyed["functions"]})
    asked: dict[str, Any] = {root: {"modules": {}, "known": known} for root in recipe.measures if measured["roots"][root] is None}
    for path, fields in sorted(modules.items()):
        root = path.partition(".")[0]
        if root in asked and "names" in fields and not IMPLEMENTATION.search(path) and not callables.is_other(path, recipe):
            asked[root]["modules"].update({path: kinds} if (kinds := _kinds(path, fields, surveyed)) else {})
    return asked


def fingerprint(recipe: Recipe) -> str:
    """What the answers depend on: what is asked, where, and the code that asks."""
    asked = json.dumps(question(recipe), sort_keys=True)
    return digest(recipe.lock.read_bytes(), asked, *((INSIDE / name).read_bytes() for name in CODE))


def is_current(recipe: Recipe) -> bool:
    """Whether the committed answers are those of the survey and the code as they are."""
    return written(recipe).exists() and read_callables(written(recipe))["fingerprint"] == fingerprint(recipe)


def ask(recipe: Recipe) -> None:
    """Ask one environment afresh."""
    python, asked, asked_as = make(recipe), question(recipe), fingerprint(recipe)
    surveyed = read_callables(callables.written(recipe))
    found: Answers = {"identities": {}, "classes": {}, "veiled": {}, "given": {}}
    for root, own in asked.items():
        said(f"asking {recipe.id} for the remainder: {root}")
        with tempfile.TemporaryDirectory() as home:
            out, file = Path(home) / "out.json", Path(home) / "ask.json"
            file.write_text(json.dumps(own))
            subprocess.run([python, INSIDE / "remainder.py", root, out, file], cwd=home, env=quiet(recipe, home), check=True)
            raw = json.loads(out.read_text())
        for path, names in raw["names"].items():
            places = dict(pairs_of(surveyed["identities"].get(path, "")))
            new = {name: place for name, place in names.items() if places.get(name, f"{path}.{name}") != place}
            if new:
                found["identities"][path] = " ".join(f"{name}={_split(name, place)}" for name, place in sorted(new.items()))
        for part in ("classes", "veiled"):
            for place, record in raw[part].items():
                kept = {key: callables.joined(value) for key, value in record.items() if value or key == "bases"}
                found[part].update({place: kept} if kept and place not in found[part] else {})
        found["given"].update(callables.joined(raw["given"]))
    write_callables(written(recipe), {"id": recipe.id, "fingerprint": asked_as, **found})


def _split(name: str, place: str) -> str:
    """A place as `identities` has it: the module alone where the name is the same there."""
    module, _, last = place.rpartition(".")
    return module if last == name else f"{module}:{last}"


def ask_all(chosen: list[Recipe], again: bool) -> int:
    """Ask each environment that is surveyed and whose answers are not those of the survey and the code as they are."""
    for recipe in chosen:
        if recipe.measured.exists() and callables.written(recipe).exists() and (again or not is_current(recipe)):
            ask(recipe)
    return 0


def unevenly_given(remainders: Iterable[Answers]) -> dict[str, set[str]]:
    """Names that classes of other distributions give in one environment and not in another: who has which cannot be known."""
    given: dict[str, list[set[str]]] = {}
    for found in remainders:
        for giver, names in found["given"].items():
            given.setdefault(giver, []).append(set(names.split()))
    return {giver: {name for name in set().union(*each) if not all(name in names for names in each)} for giver, each in given.items()}


def shipped(found: Answers) -> Answers:
    """The part of the answers that ships; of texts `__version__` alone."""
    identities = {}
    for path, words in found["identities"].items():
        pairs = list(zip(words.split(), pairs_of(words), strict=True)) if not SELDOM_MODULES.search(path) else []
        if kept := [word for word, (name, place) in pairs if not SELDOM.search(place) and (TEXT not in place or name == "__version__")]:
            identities[path] = " ".join(kept)
    return {**found, "identities": identities, "classes": {p: r for p, r in found["classes"].items() if not SELDOM.search(p)}}


def completed(surveyed: Answers, found: Answers, uneven: dict[str, set[str]]) -> Answers:
    """The survey's answers with what it left over. What an instance of a class that is told here has beyond it is not known."""
    classes = dict(surveyed["classes"])
    for place, record in found["classes"].items():
        told = {key: value for key, value in record.items() if key != "foreign"}
        bases = record["bases"].split()
        if record.get("foreign") or any(base not in found["classes"] and base not in classes for base in bases):
            told["doubtful"] = "*"
        if not any(base in found["classes"] for base in bases):
            told["open"] = True
        classes[place] = told
    for place, veiled in found["veiled"].items():
        members = f"{classes[place].get('members', '')} {veiled.get('members', '')}".strip()
        doubtful = set(veiled.get("doubtful", "").split()).union(*(uneven[giver] for giver in veiled.get("of", "").split()))
        classes[place] = {**classes[place], "members": members, "doubtful": " ".join(sorted(doubtful))}
    identities = dict(surveyed["identities"])
    for path, words in found["identities"].items():
        identities[path] = f"{identities.get(path, '')} {words}".strip()
    return {**surveyed, "classes": classes, "identities": identities}


def with_remainder(columns: list[Column], remainders: dict[str, Answers]) -> list[Column]:
    """The same columns; what is neither class nor callable is told as an instance of what it was found to be (by environment)."""
    told = []
    for column in columns:
        answers = next((remainders[ident] for ident in column.ids if ident in remainders), None)
        modules = dict(column.modules)
        for path, words in (answers["identities"] if answers else {}).items():
            fields = modules.get(path, {})
            others = set(fields.get("names", {}).get("o", ()))
            found = [f"{name}={place}" for name, place in pairs_of(words) if name in others]
            if found:
                modules[path] = {**fields, "instances": sorted({*fields.get("instances", ()), *found})}
        told.append(Column(column.root, modules, column.ids))
    return told
