"""Writes data/atlas.json from the committed texts: measured/, releases.json, pairs.json, limits.json, caps.json. Needs no network."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from . import elsewhere, remainder
from .callableform import read_callables
from .callables import written
from .columns import Column, columns, with_elsewhere, with_private
from .configuration import DATA, ROOTS, recipes
from .merge import merge
from .objects import gathered
from .patches import patches
from .private import shipped
from .refusals import refusals
from .tables import Table
from .textform import read_text

ATLAS_FILE = DATA / "atlas.json"


def _read(name: str, otherwise: Any) -> Any:
    path = DATA / name
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else otherwise


def _head(measurement: dict[str, Any], found: list[Column], caps: dict[str, Any], plain: bool) -> dict[str, Any]:
    """What is said of an environment: its releases, what importing each root raises, and the column of each root."""
    ident = measurement["id"]
    return {
        **{key: measurement[key] for key in ("id", "python", "tensorflow", "keras", "tf_keras", "variables", "roots")},
        "constraints": caps.get(ident, {}).get("caps", []),
        "plain": plain,
        "columns": {column.root: n for n, column in enumerate(found) if ident in column.ids},
    }


PAIR = ("tensorflow", "keras", "tf_keras", "python", "variables")
OUTCOMES = ("importTensorflow", "importKeras", "importTfKeras", "tensorflowKeras", "attributeKeras")


def _pairs(pairs: list[dict[str, Any]], texts: Table) -> dict[str, Any]:
    """Rows of releases, Python and variables, and by number what each import raises: 0 nothing, -1 not tried."""
    texts.place("")
    rows = [[*(pair.get(key) for key in PAIR), *(texts.place(pair[key] or "") if key in pair else -1 for key in OUTCOMES)]
            for pair in pairs]
    return {"exceptions": texts.values, "rows": rows}


def _limits(limits: list[dict[str, Any]], texts: Table) -> list[list[Any]]:
    """TensorFlow, a distribution and its release, and by number in the exceptions of the pairs what the import raises."""
    return [[row["tensorflow"], row["distribution"], row["version"], texts.place(row["importTensorflow"] or "")] for row in limits]


def compose() -> dict[str, Any]:
    """The compact form; environments in the order of environments.toml, those not measured yet left out."""
    plain = {r.id: r.plain for r in recipes().values() if r.measured.exists()}
    measured = [read_text(recipes()[ident].measured) for ident in plain]
    caps = _read("caps.json", {})
    surveyed = [(m, read_callables(written(recipes()[m["id"]]))) for m in measured if written(recipes()[m["id"]]).exists()]
    beyond = {ident: read_text(path)["modules"] for ident in plain if (path := elsewhere.written(recipes()[ident])).exists()}
    over = {ident: remainder.shipped(read_callables(path)) for ident in plain if (path := remainder.written(recipes()[ident])).exists()}
    uneven = remainder.unevenly_given(over.values())
    surveyed = [(m, remainder.completed(found, over[m["id"]], uneven) if m["id"] in over else found) for m, found in surveyed]
    found = remainder.with_remainder(with_private(with_elsewhere(columns(measured), beyond), surveyed, shipped()), over)
    texts = Table()
    objects = gathered(found, surveyed)
    releases = _read("releases.json", {root: {} for root in ROOTS})
    return {
        "schema": 2,
        "measurements": [_head(m, found, caps, plain[m["id"]]) for m in measured],
        **merge(found, objects),
        "values": refusals(found, objects),
        "releases": {root: releases.get(root, {}) for root in ROOTS},
        "published": releases.get("published", {}),
        "patches": patches(measured, found),
        "pairs": _pairs(_read("pairs.json", []), texts),
        "limits": _limits(_read("limits.json", []), texts),
    }


def emit(path: Path = ATLAS_FILE) -> tuple[int, int]:
    """Write the compact form; its size and its size under gzip."""
    text = json.dumps(compose(), separators=(",", ":"), ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
    return len(text), len(gzip.compress(text.encode(), 9))
