"""Makes the measured environments from their locks, and finds them again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from .configuration import Recipe, digest, environments_folder, recipes
from .pythons import find_python, uv_command

DONE = ".keras-doctor-complete"


def said(text: str) -> None:
    """Progress, on stderr: stdout is for results."""
    print(text, file=sys.stderr, flush=True)


def run_uv(*arguments: str | Path, stdin: str | None = None) -> str:
    """Run uv; its own words go to stderr when it fails."""
    answer = subprocess.run([uv_command(), *map(str, arguments)], input=stdin, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise RuntimeError(f"uv {' '.join(map(str, arguments[:2]))} failed: {answer.stderr.strip()}")
    return answer.stdout


def interpreter(folder: Path) -> Path:
    """The interpreter of a virtual environment."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def lock(recipe: Recipe) -> None:
    """Resolve an environment afresh and write its lock: exact pins, no host."""
    options: list[str | Path] = ["-q", "--no-header", "--no-annotate", "--no-emit-index-url", "--python", find_python(recipe.python)]
    overrides = environments_folder() / f"override-{recipe.id}.txt"
    if recipe.override:
        overrides.parent.mkdir(parents=True, exist_ok=True)
        overrides.write_text("\n".join(recipe.override) + "\n")
        options += ["--overrides", overrides]
    text = run_uv("pip", "compile", *options, "-", stdin="\n".join([*recipe.distributions, *recipe.caps]) + "\n")
    recipe.lock.write_text("".join(line + "\n" for line in text.splitlines() if line and not line.startswith("#")))
    overrides.unlink(missing_ok=True)


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
    python = find_python(recipe.python)
    said(f"making {recipe.id} (CPython {recipe.python}) in {folder}")
    run_uv("venv", "-q", "--python", python, folder)
    target = ("--python", interpreter(folder))
    run_uv("pip", "install", "-q", "--no-deps", *target, "-r", recipe.lock)
    if extras:
        run_uv("pip", "install", "-q", *target, "-c", recipe.lock, *extras)
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
