"""Makes the measured environments from their locks, and finds them again."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from .configuration import Recipe, digest, environments_folder, recipes
from .pythons import OWN_PIP, find_python, uv_command

DONE = ".keras-doctor-complete"


def said(text: str) -> None:
    """Progress, on stderr: stdout is for results."""
    print(text, file=sys.stderr, flush=True)


def _run(*command: str | Path, stdin: str | None = None) -> str:
    """What a command prints; its own words are the error when it fails."""
    answer = subprocess.run(list(map(str, command)), input=stdin, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise RuntimeError(f"{Path(command[0]).name} {' '.join(map(str, command[1:4]))} failed: {answer.stderr.strip()}")
    return answer.stdout


def run_uv(*arguments: str | Path, stdin: str | None = None) -> str:
    """Run uv."""
    return _run(uv_command(), *arguments, stdin=stdin)


def create(minor: str, folder: Path) -> Path:
    """The interpreter of a new, empty virtual environment of this minor release of Python."""
    if minor in OWN_PIP:
        _run(find_python(minor), "-m", "venv", folder)
        _run(interpreter(folder), "-m", "pip", "install", "-q", OWN_PIP[minor])
    else:
        run_uv("venv", "-q", "--python", find_python(minor), folder)
    return interpreter(folder)


def install(minor: str, python: Path, *arguments: str | Path) -> None:
    """`pip install` for an environment: requirements and the options that uv and pip both know (--no-deps, --target, -c, -r)."""
    if minor in OWN_PIP:
        _run(python, "-m", "pip", "install", "-q", "--no-warn-conflicts", *arguments)
    else:
        run_uv("pip", "install", "-q", "--python", python, *arguments)


def interpreter(folder: Path) -> Path:
    """The interpreter of a virtual environment."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def lock(recipe: Recipe) -> None:
    """Resolve an environment afresh and write its lock: exact pins, no host."""
    # Pip cannot override what a release requires.
    recipe.lock.write_text(_frozen(recipe) if recipe.python in OWN_PIP and not recipe.override else _compiled(recipe))


def frozen(python: Path) -> list[str]:
    """Exact pins of all that an environment with pip holds, pip itself left out, names as indexes and uv write them (PEP 503)."""
    named = (pin.partition("==") for pin in _run(python, "-m", "pip", "freeze", "--all").splitlines())
    pins = sorted((re.sub(r"[-_.]+", "-", name).lower(), version) for name, _, version in named)
    return [f"{name}=={version}" for name, version in pins if name != "pip"]


def _frozen(recipe: Recipe) -> str:
    """What the Python's own pip puts into an empty environment, its setuptools included."""
    folder = environments_folder() / f"lock-{recipe.id}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        python = create(recipe.python, folder)
        install(recipe.python, python, *recipe.distributions, *recipe.caps)
        return "".join(f"{pin}\n" for pin in frozen(python))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _compiled(recipe: Recipe) -> str:
    """What uv resolves."""
    options: list[str | Path] = ["-q", "--no-header", "--no-annotate", "--no-emit-index-url", "--python", find_python(recipe.python)]
    overrides = environments_folder() / f"override-{recipe.id}.txt"
    if recipe.override:
        overrides.parent.mkdir(parents=True, exist_ok=True)
        overrides.write_text("\n".join(recipe.override) + "\n")
        options += ["--overrides", overrides]
    text = run_uv("pip", "compile", *options, "-", stdin="\n".join([*recipe.distributions, *recipe.caps]) + "\n")
    overrides.unlink(missing_ok=True)
    return "".join(line + "\n" for line in text.splitlines() if line and not line.startswith("#"))


def make(recipe: Recipe, extras: Sequence[str] = (), at: Path | None = None) -> Path:
    """The interpreter of the environment, made when it is not there; `at` always makes a fresh one."""
    if at is not None:
        if at.exists():
            shutil.rmtree(at)
        _install(recipe, extras, at)
        return interpreter(at)
    key = digest(recipe.python, recipe.lock.read_bytes(), *sorted(extras))
    folder = environments_folder() / f"{recipe.id}-{key}"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _held(folder.parent / f".{folder.name}.lock"):
        if not ((folder / DONE).exists() and interpreter(folder).exists()):
            if folder.exists():
                shutil.rmtree(folder)
            _install(recipe, extras, folder)
    return interpreter(folder)


def _install(recipe: Recipe, extras: Sequence[str], folder: Path) -> None:
    find_python(recipe.python)
    said(f"making {recipe.id} (CPython {recipe.python}) in {folder}")
    python = create(recipe.python, folder)
    install(recipe.python, python, "--no-deps", "-r", recipe.lock)
    if extras:
        install(recipe.python, python, "-c", recipe.lock, *extras)
    (folder / DONE).write_text("")


class _held:
    """One maker at a time per environment (POSIX; elsewhere the caller takes care)."""

    def __init__(self, path: Path) -> None:
        self._file = open(path, "w")

    def __enter__(self) -> None:
        try:
            import fcntl

            fcntl.flock(self._file, fcntl.LOCK_EX)
        except ImportError:
            pass

    def __exit__(self, *_: object) -> None:
        self._file.close()


def of_release(tensorflow: str) -> Recipe | None:
    """The plain environment of a TensorFlow release."""
    return next((r for r in recipes().values() if r.plain and r.tensorflow == tensorflow), None)


def covered() -> list[str]:
    """The TensorFlow releases that have a plain environment."""
    return [r.tensorflow for r in recipes().values() if r.plain and r.tensorflow]
