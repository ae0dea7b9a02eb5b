"""Writes data/atlas.json from the committed texts: measured/, releases.json, pairs.json, caps.json. Needs no network."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from .configuration import DATA, ROOTS, recipes
from .merge import merge_modules
from .textform import read_text

ATLAS_FILE = DATA / "atlas.json"


def _read(name: str, otherwise: Any) -> Any:
    path = DATA / name
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else otherwise


def compose() -> dict[str, Any]:
    """The compact form; environments in the order of environments.toml, those not measured yet left out."""
    measured = [read_text(r.measured) for r in recipes().values() if r.measured.exists()]
    caps = _read("caps.json", {})
    sets, modules = merge_modules(measured)
    keys = ("id", "python", "tensorflow", "keras", "tf_keras", "variables", "roots")
    return {
        "schema": 1,
        "measurements": [{**{k: m[k] for k in keys}, "constraints": caps.get(m["id"], {}).get("caps", [])} for m in measured],
        "sets": sets,
        "modules": modules,
        "releases": _read("releases.json", {root: {} for root in ROOTS}),
        "pairs": _read("pairs.json", []),
    }


def emit(path: Path = ATLAS_FILE) -> tuple[int, int]:
    """Write the compact form; its size and its size under gzip."""
    text = json.dumps(compose(), separators=(",", ":"), ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
    return len(text), len(gzip.compress(text.encode(), 9))
