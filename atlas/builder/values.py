"""Which literal arguments each release refuses, tried in its interpreter. Writes data/values/<id>.json."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from packaging.version import Version

from .configuration import DATA, INSIDE, Recipe, digest
from .environments import make, said
from .measure import quiet
from .probes import Probe, Trial, probes
from .textform import read_text

FOLDER = DATA / "values"
CODE = ("literals.py", "looking.py", "callables/lanes.py", "callables/naming.py")
LONGEST = 160
# What stands for the value in the words of a refusal.
HOLE = "{}"
# Before this release TensorFlow's keras is its own.
INSIDE_TENSORFLOW = Version("2.6")
# What is told of one class of calls.
RUNS, UNKNOWN = "", "?"
# Refusals of the keyword: they tell nothing of its value.
KEYWORD = re.compile(r"unexpected keyword|not understood|Unrecognized keyword|not recognized|multiple values|required positional|"
                     r"not supported: \[")
# What the file system says, and not the release.
FILES = re.compile(r"(OSError|FileNotFoundError|IsADirectoryError|PermissionError|NotFoundError|BlockingIOError)\b")
# What every made-up name begins with.
MADE_UP = "zq"
# A script whose children need not look through what the imports have made: Keras 3 collects garbage whenever it clears a session.
FROZEN = ("import gc, os, runpy, sys\nfork = os.fork\n"
          "def frozen():\n getattr(gc, 'freeze', int)()\n return fork()\n"
          "os.fork = frozen\nsys.argv[:1] = []\nrunpy.run_path(sys.argv[0], run_name='__main__')")
# So many first words make two refusals the same one.
ALIKE = 4


def written(recipe: Recipe) -> Path:
    """Where an environment's answers are kept."""
    return FOLDER / f"{recipe.id}.json"


def packages(recipe: Recipe) -> list[str]:
    """The packages of Keras that are tried in an environment."""
    roots = read_text(recipe.measured)["roots"]
    working = [root for root in recipe.measures if roots[root] is None]
    own = recipe.tensorflow is not None and Version(recipe.tensorflow) < INSIDE_TENSORFLOW
    return [f"{root}.keras" if root == "tensorflow" else root for root in working if root != "tensorflow" or own]


def fingerprint(recipe: Recipe) -> str:
    """What the answers depend on: the environment, what is asked, and the code that asks."""
    code = [INSIDE / name for name in CODE]
    variables = json.dumps(recipe.variables, sort_keys=True)
    return digest(recipe.lock.read_bytes(), recipe.python, variables, *packages(recipe), *(path.read_bytes() for path in code),
                  json.dumps(_question()))


def is_current(recipe: Recipe) -> bool:
    """Whether the committed answers are those of the probes and the code as they are."""
    return written(recipe).exists() and read_values(written(recipe))["fingerprint"] == fingerprint(recipe)


def asked() -> Iterator[tuple[str, Probe, Trial]]:
    """All calls, each with the public name of its callable."""
    for probe in probes():
        for name in probe.of:
            for trial in probe.trials(name):
                yield name, probe, trial


def _question() -> dict[str, list[dict[str, Any]]]:
    jobs: dict[str, list[dict[str, Any]]] = {}
    for name, probe, trial in asked():
        states = [state.replace(HOLE, str(trial.value)) for state in probe.states]
        jobs.setdefault(name, []).append({"first": probe.first, "states": states, "call": trial.call})
    return jobs


def shape(text: str, value: str | None) -> str:
    """The words of a refusal without the value: `Type: message`, its first sentences."""
    plain = value[1:-1] if value and value[:1] in "'\"" else value or ""
    kind, colon, message = text.partition(": ")
    last = plain.rpartition("/")[2]
    for each in dict.fromkeys((plain, last if last.startswith(MADE_UP) else "")):
        message = message.replace(each, HOLE) if each else message
    whole = f"{kind}{colon}{message}"
    return whole if len(whole) <= LONGEST else whole[:whole.rfind(" ", 0, LONGEST - 2)] + " …"


def common(texts: list[str]) -> str | None:
    """What several refusals begin with alike; None where that is too little to be the same refusal."""
    if len(set(texts)) == 1:
        return texts[0]
    alike: list[str] = []
    for words in zip(*(text.split(" ") for text in texts), strict=False):
        if len(set(words)) > 1:
            break
        alike.append(words[0])
    return f"{' '.join(alike)} …" if len(alike) >= ALIKE else None


def verdict(raised: list[tuple[str | None, list[str] | None]]) -> str:
    """What all calls of one class say together: RUNS, the shape of the refusal, or UNKNOWN where they disagree or raise for another reason."""
    told = [(value, texts) for value, texts in raised if texts]
    runs = [texts[-1] == "" for _, texts in told]
    if len(told) < len(raised) or (any(runs) and not all(runs)):
        return UNKNOWN
    refusal = RUNS if all(runs) else common([shape(text, value) for value, texts in told for text in texts])
    return UNKNOWN if refusal is None or KEYWORD.search(refusal) or FILES.match(refusal) else refusal


def _verdicts(probe: Probe, name: str, answers: list[list[str] | None]) -> dict[str, list[str]]:
    """The classes of calls by what is told of them; those that run are left out. All unknown where none runs: then it is not the value."""
    raised: dict[int, list[tuple[str | None, list[str] | None]]] = {}
    for trial, texts in zip(probe.trials(name), answers, strict=True):
        raised.setdefault(trial.place, []).append((trial.value, texts))
    told = {place: verdict(each) for place, each in raised.items()}
    if RUNS not in told.values():
        told = dict.fromkeys(told, UNKNOWN)
    found: dict[str, list[str]] = {}
    for place, text in told.items():
        if text != RUNS:
            found.setdefault(text, []).append(probe.label(place))
    return found


def reduce(raw: dict[str, Any]) -> dict[str, Any]:
    """The answers of one package: where each callable is defined, and by probe what is told of which callables."""
    places = {name: answer["places"] for name, answer in raw.items()}
    told: dict[str, list[dict[str, Any]]] = {}
    positions = {name: 0 for name in raw}
    for probe in probes():
        groups: list[dict[str, Any]] = []
        for name in filter(raw.__contains__, probe.of):
            count = len(list(probe.trials(name)))
            answers = raw[name]["raised"][positions[name]:positions[name] + count]
            positions[name] += count
            if not probe.fits(raw[name]["parameters"]):
                continue
            verdicts = _verdicts(probe, name, answers)
            same = next((group for group in groups if group["told"] == verdicts), None)
            if same:
                same["of"].append(name)
            else:
                groups.append({"of": [name], "told": verdicts})
        told.update({probe.id: groups} if groups else {})
    return {"places": places, "probes": told}


def ask(recipe: Recipe) -> None:
    """Try all calls in one environment afresh."""
    python, asked_as, question = make(recipe), fingerprint(recipe), _question()
    found = {}
    for package in packages(recipe):
        said(f"trying values in {recipe.id}: {package}")
        with tempfile.TemporaryDirectory() as home:
            out, file = Path(home) / "out.json", Path(home) / "ask.json"
            file.write_text(json.dumps(question))
            variables = {**quiet(recipe, home), "TMPDIR": home}
            subprocess.run([python, "-c", FROZEN, INSIDE / "literals.py", package, out, file], cwd=home, env=variables, check=True)
            found[package] = reduce(json.loads(out.read_text()))
    write_values(written(recipe), {"id": recipe.id, "fingerprint": asked_as, "packages": found})


def ask_all(chosen: list[Recipe], again: bool) -> int:
    """Try the values in each measured environment whose answers are not those of the probes and the code as they are."""
    for recipe in chosen:
        if recipe.measured.exists() and packages(recipe) and (again or not is_current(recipe)):
            ask(recipe)
    return 0


def write_values(path: Path, found: dict[str, Any]) -> None:
    """Write an environment's answers: one line for each place and each refusal."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(found, indent=1, ensure_ascii=False)
    # Lists of words stand on one line.
    text = re.sub(r"\[\n\s+((?:\"[^\"\n]*\",?\s*)*)\]", lambda m: f"[{' '.join(m.group(1).split())}]", text)
    path.write_text(text + "\n", encoding="utf-8")


def read_values(path: Path) -> dict[str, Any]:
    """Read what `write_values` wrote."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
