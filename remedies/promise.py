"""What the command line offers for a notebook in a kernel, as anybody would ask it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "lib" / "cli" / "main.js"


def keras_doctor(*arguments: str | Path) -> str:
    """Exit codes 1 and 2 are answers too."""
    return subprocess.run(["node", PROGRAM, *arguments], capture_output=True, text=True, check=False).stdout


def probed(python: Path) -> dict[str, Any]:
    """What an interpreter tells of its environment."""
    found: dict[str, Any] = json.loads(keras_doctor("probe", "--python", python))
    return found


def reports(environment: Path, notebooks: Sequence[Path]) -> list[dict[str, Any]]:
    told: dict[str, Any] = json.loads(keras_doctor("check", "--format", "json", "--env", environment, *notebooks))
    found: list[dict[str, Any]] = told["reports"]
    return found


def cell_of(remedy: Mapping[str, Any]) -> str:
    """What the offered cell does, without its comment, which differs from notebook to notebook."""
    return "\n".join(remedy["cell"].splitlines()[1:])
