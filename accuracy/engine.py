"""What the engine says of the same notebooks."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = Path(__file__).with_name("engine.mjs")


@dataclass(frozen=True)
class Said:
    """Findings as `keras-doctor check` reports them, and the places of what it could not judge."""

    findings: list[dict[str, Any]]
    unknown: list[tuple[int, int, int, str]]


def asked(environment: object, notebooks: Sequence[Sequence[tuple[int, str]]]) -> list[Said]:
    """Each notebook's code cells, judged for this environment."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("environment.json", "notebooks.json", "answers.json")]
        paths[0].write_text(json.dumps(environment))
        paths[1].write_text(json.dumps(notebooks))
        subprocess.run(["node", PROGRAM, *paths], check=True)
        return [Said(each["findings"], [tuple(place) for place in each["unknown"]]) for each in json.loads(paths[2].read_text())]
