"""Environments that no resolver would make: a TensorFlow without its keras, and a keras laid over it by PYTHONPATH."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .configuration import INSIDE, Recipe, digest, environments_folder
from .environments import DONE, interpreter, run_uv, said
from .measure import quiet
from .pythons import find_python

KERASES = ("keras", "tf-keras", "keras-nightly")
TENSORFLOWS = ("tensorflow", "tensorflow-cpu")


def base(recipe: Recipe) -> Path:
    """The interpreter of the environment without any keras distribution."""
    kept = [pin for pin in recipe.lock.read_text().splitlines() if pin.partition("==")[0] not in KERASES]
    folder = environments_folder() / f"base-{recipe.tensorflow}-{digest(recipe.python, *kept)}"
    if not (folder / DONE).exists():
        shutil.rmtree(folder, ignore_errors=True)
        said(f"making a base of TensorFlow {recipe.tensorflow} without keras")
        run_uv("venv", "-q", "--python", find_python(recipe.python), folder)
        run_uv("pip", "install", "-q", "--no-deps", "--python", interpreter(folder), *kept)
        (folder / DONE).write_text("")
    return interpreter(folder)


def overlay(recipe: Recipe, python: Path, name: str, version: str) -> Path:
    """A folder that holds this release of keras and what it requires beyond the base, TensorFlow excepted."""
    folder = environments_folder() / f"overlay-{name}-{version}-{digest(recipe.lock.read_bytes())}"
    if (folder / DONE).exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    target = ("--python", python, "--target", folder)
    run_uv("pip", "install", "-q", "--no-deps", *target, f"{name}=={version}")
    pins = {pin.partition("==")[0] for pin in recipe.lock.read_text().splitlines()}
    missing = [r for r in map(Requirement, metadata(python, folder, name)["requires"])
               if (r.marker is None or r.marker.evaluate({"extra": "", "python_version": recipe.python}))
               and canonicalize_name(r.name) not in {*pins, *TENSORFLOWS}]
    if missing:
        run_uv("pip", "install", "-q", *target, "-c", recipe.lock, *(f"{r.name}{r.specifier}" for r in missing))
    (folder / DONE).write_text("")
    return folder


def metadata(python: Path, folder: Path | None, name: str) -> dict[str, Any]:
    """`requires` and `requiresPython` of an installed distribution, as its metadata says."""
    code = ("import json, sys, importlib.metadata as m\n"
            "d = next(iter(m.distributions(name=sys.argv[1], **({'path': [sys.argv[2]]} if sys.argv[2] else {}))))\n"
            "print(json.dumps({'requires': d.requires or [], 'requiresPython': d.metadata['Requires-Python']}))")
    answer = subprocess.run([python, "-c", code, name, str(folder or "")], capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


def outcome(recipe: Recipe, python: Path, statement: str, folder: Path | None = None) -> str | None:
    """What a statement raises in a fresh process, `Type: message`; None where it works."""
    code = ("import os, runpy, sys\n"
            "said = runpy.run_path(sys.argv[1])['said']\n"
            "try:\n exec(sys.argv[2], {}); text = ''\n"
            "except BaseException as error:\n text = said(error)\n"
            "with open(sys.argv[3], 'w') as file:\n file.write(text)\n"
            "os._exit(0)\n")
    with tempfile.TemporaryDirectory() as home:
        out = Path(home) / "out"
        variables = quiet(recipe, home) | ({"PYTHONPATH": str(folder)} if folder else {})
        command: list[str | Path] = [python, "-c", code, INSIDE / "looking.py", statement, out]
        answer = subprocess.run(command, cwd=home, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, check=False, timeout=600)
        if not out.exists() and answer.returncode >= 0:
            raise RuntimeError(f"{python} could not be asked for {statement!r}")
        return (out.read_text(encoding="utf-8") or None) if out.exists() else "the interpreter crashes"
