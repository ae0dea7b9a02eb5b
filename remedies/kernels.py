"""Copies of measured environments, to be installed into and thrown away."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from builder.configuration import environments_folder, recipes
from builder.environments import interpreter, run_uv
from builder.pythons import find_python


# Python compiles what is imported; compiling all that is installed would take longer than the rest.
QUICK = {"PIP_NO_COMPILE": "1"}


@dataclass(frozen=True)
class Kernel:
    """A Python with what is installed there before."""

    name: str
    python: str
    # The measured environment that it is a copy of; None for one with nothing of ours.
    recipe: str | None
    # Installed on top, without what it requires.
    over: tuple[str, ...] = ()


# CPython 3.8 to 3.12, TensorFlow 2.4 to the newest, pairs that refuse each other, legacy Keras, a numpy that stops the import, none.
KERNELS = (
    Kernel("tf2.4", "3.8", "tf2.4"),
    Kernel("tf2.4+keras2.8.0", "3.8", "tf2.4+keras2.8.0"),
    Kernel("tf2.6", "3.8", "tf2.6"),
    Kernel("tf2.8", "3.8", "tf2.8"),
    Kernel("tf2.10", "3.10", "tf2.10"),
    Kernel("tf2.12", "3.10", "tf2.12"),
    Kernel("tf2.15", "3.11", "tf2.15"),
    Kernel("tf2.15+numpy2", "3.11", "tf2.15", ("numpy==2.4.6",)),
    Kernel("tf2.15+keras3", "3.11", "tf2.15+keras3"),
    Kernel("tf2.16+legacy", "3.11", "tf2.16+legacy"),
    Kernel("tf2.18", "3.11", "tf2.18"),
    Kernel("tf2.21", "3.12", "tf2.21"),
    Kernel("none-3.8", "3.8", None),
    Kernel("none-3.10", "3.10", None),
    Kernel("none-3.12", "3.12", None),
)


def folder_of(kernel: Kernel) -> Path:
    return environments_folder() / f"remedy-{kernel.name}"


def fresh(kernel: Kernel) -> Path:
    """The interpreter of a new copy, with pip."""
    folder = folder_of(kernel)
    shutil.rmtree(folder, ignore_errors=True)
    run_uv("venv", "-q", "--seed", "--python", find_python(kernel.python), folder)
    python = interpreter(folder)
    if kernel.recipe is not None:
        run_uv("pip", "install", "-q", "--no-deps", "--python", python, "-r", recipes()[kernel.recipe].lock)
    if kernel.over:
        run_uv("pip", "install", "-q", "--no-deps", "--python", python, *kernel.over)
    return python


def variables_of(kernel: Kernel) -> dict[str, str]:
    return {} if kernel.recipe is None else dict(recipes()[kernel.recipe].variables)


def forget(kernel: Kernel) -> None:
    """A copy takes a gigabyte or two."""
    shutil.rmtree(folder_of(kernel), ignore_errors=True)


def complaint(stderr: str) -> str:
    """The last error of pip's, or which packages it says that it leaves in conflict."""
    lines = stderr.splitlines()
    errors = [number for number, line in enumerate(lines) if line.startswith("ERROR")]
    if not errors:
        return ""
    conflicts = [line for line in lines[errors[-1] + 1 :] if " requires " in line]
    return "; ".join(conflicts) or lines[errors[-1]]


def run_cell(python: Path, cell: str) -> tuple[bool, str]:
    """The installing lines of a repair cell, by this Python's own pip: whether all were taken, and what pip said last."""
    said = ""
    for line in cell.splitlines():
        if line.startswith("%pip "):
            command = line.removeprefix("%pip ")
            answer = subprocess.run(["bash", "-c", f'"{python}" -m pip --disable-pip-version-check {command}'], env={**os.environ, **QUICK},
                                    capture_output=True, text=True, check=False)
            said = complaint(answer.stderr) or said
            if answer.returncode:
                return False, said
    return True, said
