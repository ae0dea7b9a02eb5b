"""Classes and callables of an environment, asked in its interpreter: members, keywords, identities. Writes data/callables/<id>.json."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from .callableform import read_callables, write_callables
from .configuration import ATLAS, DATA, INSIDE, Recipe, digest
from .environments import make, said
from .measure import quiet
from .reduce import TEST
from .textform import read_text

CALLABLES = DATA / "callables"
CANDIDATES = ATLAS / "candidates.json"
PRIVATE = ATLAS / "private-modules.txt"
SURVEY = INSIDE / "callables"
# Marks of the words of `calls`: taken, refused, taken without effect, unknown; any other keyword is taken or unknown.
MARKS = "+-~?*"
BACKEND = re.compile(r"keras\.src\.backend\.(?P<name>tensorflow|jax|torch|numpy|openvino)\b")


def written(recipe: Recipe) -> Path:
    """Where the callables of an environment are kept."""
    return CALLABLES / f"{recipe.id}.json"


def fingerprint(recipe: Recipe) -> str:
    """What the answers depend on: the measurement, what is asked, and the code that asks."""
    code = [INSIDE / "looking.py", *sorted(SURVEY.glob("*.py"))]
    asked = [path.read_bytes() for path in (CANDIDATES, PRIVATE) if path.exists()]
    return digest(read_text(recipe.measured)["fingerprint"], *(path.read_bytes() for path in code), *asked)


def is_current(recipe: Recipe) -> bool:
    """Whether the committed answers are those of the measurement and the code as they are."""
    return written(recipe).exists() and read_callables(written(recipe))["fingerprint"] == fingerprint(recipe)


def private_modules() -> list[str]:
    """The modules of tensorflow.python whose names are recorded."""
    lines = PRIVATE.read_text(encoding="utf-8").splitlines() if PRIVATE.exists() else []
    return sorted(filter(None, (line.partition("#")[0].strip() for line in lines)))


def is_other(path: str, recipe: Recipe) -> bool:
    """Whether the module belongs to a backend of Keras that is not at work: importing it binds names of the one that is anew."""
    backend = BACKEND.match(path)
    return backend is not None and backend["name"] != recipe.variables.get("KERAS_BACKEND", "tensorflow")


def known_candidates() -> dict[str, list[str]]:
    """Keywords to try, by a callable's last name."""
    found: dict[str, list[str]] = json.loads(CANDIDATES.read_text(encoding="utf-8")) if CANDIDATES.exists() else {}
    return found


def survey(recipe: Recipe, python: Path, root: str, measured: dict[str, Any], others: list[str]) -> dict[str, Any]:
    """The survey's raw answer for one root."""
    modules = {
        path: sorted(name for kind in "cf" for name in fields.get("names", {}).get(kind, ()))
        for path, fields in measured["modules"].items()
        if path.split(".")[0] == root and fields.get("at") and "names" in fields and not TEST.search(path) and not is_other(path, recipe)
    }
    private = [path for path in private_modules() if path.split(".")[0] == root]
    asked = {"modules": modules, "private": private, "others": others, "candidates": known_candidates()}
    with tempfile.TemporaryDirectory() as home:
        out, ask = Path(home) / "out.json", Path(home) / "ask.json"
        ask.write_text(json.dumps(asked))
        variables = {**quiet(recipe, home), "TMPDIR": home}
        subprocess.run([python, SURVEY / "survey.py", root, out, ask], cwd=home, env=variables, check=True)
        answer: dict[str, Any] = json.loads(out.read_text())
        return answer


def ask(recipe: Recipe) -> None:
    """Survey one environment afresh."""
    measured, asked_as = read_text(recipe.measured), fingerprint(recipe)
    python = make(recipe)
    roots = [root for root in recipe.measures if measured["roots"][root] is None]
    raws = {}
    for root in roots:
        said(f"asking {recipe.id}: {root}")
        raws[root] = survey(recipe, python, root, measured, [other for other in roots if other != root])
    write_callables(written(recipe), {"id": recipe.id, "fingerprint": asked_as, **reduce(raws)})


def ask_all(chosen: list[Recipe], again: bool) -> int:
    """Survey each environment whose answers are not those of the code as it is."""
    for recipe in chosen:
        if again or not is_current(recipe):
            ask(recipe)
        else:
            said(f"{recipe.id} is asked")
    return 0


def reduce(raws: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The answers of all roots as one, words joined; of what several processes have seen, its own root's answer."""
    found: dict[str, Any] = {"identities": {}, "private": {}, "classes": {}, "functions": {}}
    for root, raw in raws.items():
        for part, records in raw.items():
            for key, record in records.items():
                if key not in found[part] or key.split(".")[0] == root:
                    found[part][key] = joined(record)
    return found


def joined(value: Any) -> Any:
    """Lists as words; addresses of pages are left out of sentences."""
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, str):
        return re.sub(r"https?://[^\s)\"'`]*[^\s)\"'`.,]", "…", value)
    return {key: joined(item) for key, item in value.items()} if isinstance(value, dict) else value


def gather() -> int:
    """Write candidates.json: for each name of a callable that takes `**` somewhere, the keywords that any release takes for it."""
    taken: dict[str, set[str]] = {}
    open_somewhere = set()
    for path in sorted(CALLABLES.glob("*.json")):
        found = read_callables(path)
        records = [*found["classes"].items(), *found["functions"].items()]
        calls = [(place.rpartition(".")[2], record.get("calls", "")) for place, record in records]
        calls += [(f"{place.rpartition('.')[2]}.{method}", text) for place, record in found["classes"].items()
                  for method, text in record.get("methods", {}).items()]
        for name, text in calls:
            words = text.split()
            taken.setdefault(name, set()).update(word.lstrip(MARKS) for word in words if word[0] not in "-?*")
            if any(word[0] in MARKS for word in words):
                open_somewhere.add(name)
    chosen = {last: sorted(taken[last]) for last in sorted(open_somewhere) if taken[last]}
    rows = (f"{json.dumps(last)}: {json.dumps(names)}" for last, names in chosen.items())
    CANDIDATES.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    return 0
