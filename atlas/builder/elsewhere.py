"""Names of TensorFlow's packages outside its API, and of the modules that it shows and other distributions bring; data/elsewhere/<id>.json."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from .behind import OUTSIDE, attributes
from .configuration import DATA, INSIDE, MEASURED, Recipe, digest
from .core_folder import has_contrib, has_core_folder
from .environments import make, said
from .loaded import joined, lazies, told, twins
from .measure import quiet
from .textform import read_text, write_text

FOLDER = DATA / "elsewhere"
ROOT = "tensorflow"
# Leaf modules outside the packages' own lists that notebooks name: found in conformance/real-code.txt.
LEAVES = ("core.framework.types_pb2", "core.framework.graph_pb2", "core.framework.node_def_pb2", "core.framework.tensor_pb2",
          "core.framework.attr_value_pb2", "core.framework.summary_pb2", "core.framework.variable_pb2", "core.protobuf.config_pb2",
          "core.protobuf.meta_graph_pb2", "core.protobuf.saver_pb2", "core.protobuf.rewriter_config_pb2",
          "core.protobuf.saved_model_pb2", "core.protobuf.struct_pb2", "core.example.feature_pb2", "core.example.example_pb2",
          "core.util.event_pb2", "tools.docs.doc_controls", "lite.python.interpreter", "compiler.tf2xla.python.xla")


def written(recipe: Recipe) -> Path:
    """Where an environment's answers are kept."""
    return FOLDER / f"{recipe.id}.json"


def fingerprint(recipe: Recipe) -> str:
    """What the answers depend on."""
    code = [INSIDE / name for name in ("elsewhere.py", "extract.py", "looking.py", "forwarded.py", "behind.py", "folders.py", "loaded.py")]
    return digest(read_text(recipe.measured)["fingerprint"], *(path.read_bytes() for path in code), *LEAVES)


def is_current(recipe: Recipe) -> bool:
    return written(recipe).exists() and read_text(written(recipe))["fingerprint"] == fingerprint(recipe)


def applies(recipe: Recipe) -> bool:
    """Whether TensorFlow was measured in the environment."""
    return ROOT in recipe.measures and recipe.tensorflow is not None and read_text(recipe.measured)["roots"][ROOT] is None


def ask(recipe: Recipe) -> None:
    """Look at one environment afresh."""
    modules = read_text(recipe.measured)["modules"]
    said(f"looking elsewhere: {recipe.id}")
    inside = {path: fields for path, fields in modules.items() if path.startswith(ROOT) and not path.startswith("tensorflow.python")}
    parents = {path.rpartition(".")[0] for path in modules}
    leaves = {f"{ROOT}.{leaf}" for leaf in LEAVES}
    asked = {
        "packages": sorted(p for p, f in inside.items() if f.get("opaque") and (p in parents or p in leaves) and "test" not in p),
        "modules": {p: f["names"]["o"] for p, f in sorted(inside.items()) if f.get("names", {}).get("o")},
        "forwarding": has_core_folder(recipe) or has_contrib(recipe),
        "forwarded": _below(modules) if has_core_folder(recipe) else {},
        "lazies": lazies(modules),
        "twins": sorted(twins(modules)),
        "folders": sorted({path for path in _union() if path.startswith(f"{ROOT}.")} - modules.keys()),
    }
    with tempfile.TemporaryDirectory() as home:
        out, file = Path(home) / "out.json", Path(home) / "ask.json"
        file.write_text(json.dumps(asked))
        subprocess.run([make(recipe), INSIDE / "elsewhere.py", ROOT, out, file], cwd=home, env=quiet(recipe, home), check=True)
        raw = json.loads(out.read_text())
    found = {path: _module(path, record, "at") for path, record in raw["packages"].items() if "names" in record and path in asked["packages"]}
    found |= {OUTSIDE + path: _module(path, record, "hidden") for path, record in raw["outside"].get("modules", {}).items()}
    for path, entries in raw["outside"].get("shown", {}).items():
        found[path] = {"names": _names(path, entries)}
    for path, classes in raw["outside"].get("instances", {}).items():
        found.setdefault(path, {})["instances"] = sorted(f"{name}={_home(kind)}" for name, kind in classes.items())
    found |= {path: {"at": True} for path in raw["folders"] if path not in modules}
    for path, fields in told(modules, raw["left"]).items():
        found[path] = joined(found.get(path, {}), fields)
    if raw["behind"]:
        found = _with_behind(found, attributes(completed(modules, found), raw["behind"]))
    write_text(written(recipe), {"id": recipe.id, "fingerprint": fingerprint(recipe), "modules": found})


def _with_behind(found: dict[str, Any], behind: dict[str, Any]) -> dict[str, Any]:
    """What was found, with what the attributes lead to; a name that leads to another distribution keeps doing so."""
    merged = {**found, **{path: {**found.get(path, {}), **fields} for path, fields in behind.items()}}
    words = [*behind[ROOT]["names"]["m"], *found.get(ROOT, {}).get("names", {}).get("m", ())]
    merged[ROOT]["names"] = {"m": sorted({word.partition("=")[0]: word for word in words}.values())}
    return merged


def _below(modules: dict[str, Any]) -> dict[str, list[str]]:
    """Importable modules directly below each name of TensorFlow."""
    below: dict[str, list[str]] = {}
    for path, fields in sorted(modules.items()):
        if path.startswith(f"{ROOT}.") and path.count(".") == 2 and fields.get("at"):
            below.setdefault(path.split(".")[1], []).append(path)
    return below


def _union() -> set[str]:
    """The module paths of all measured releases."""
    return {module for path in MEASURED.glob("*.json") for module in read_text(path)["modules"]}


def _names(path: str, entries: list[list[str]]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for name, kind, target in entries:
        root = target.partition(".")[0]
        where = "" if target == f"{path}.{name}" else target if root in ("tensorflow", "keras", "tf_keras") else f"{OUTSIDE}{target}"
        kinds.setdefault(kind, []).append(f"{name}={where}" if where and kind in "ml" else name)
    return {kind: sorted(words) for kind, words in sorted(kinds.items())}


def _home(kind: str) -> str:
    """A class's place, that of tensorflow_core as TensorFlow's."""
    return re.sub(r"^tensorflow_core\.", "tensorflow.", kind)


def _module(path: str, record: dict[str, Any], flag: str) -> dict[str, Any]:
    module = {
        flag: True,
        "dynamic": bool(record.get("dynamic")),
        "names": _names(path, record["names"]),
        "raises": dict(sorted(map(tuple, record.get("raises", ())))),
        "absent": sorted(record.get("absent", ())),
    }
    return {key: value for key, value in module.items() if value}


def ask_all(chosen: list[Recipe], again: bool) -> int:
    """Look at each environment that has TensorFlow and was not looked at as the code is now."""
    for recipe in chosen:
        if recipe.measured.exists() and applies(recipe) and (again or not is_current(recipe)):
            ask(recipe)
    return 0


def completed(modules: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """The modules of a column with what was found elsewhere: opaque ones get their names, shown ones lead to where they are."""
    complete = dict(modules)
    for path, fields in found.items():
        known = complete.get(path, {})
        looked_at = fields.get("at") or fields.get("hidden")
        if looked_at and (not known or known.get("opaque") or path.startswith(OUTSIDE)):
            complete[path] = {**{k: v for k, v in known.items() if k != "opaque"}, **fields}
        elif "names" in known and "names" in fields:
            led = {word.partition("=")[0] for words in fields["names"].values() for word in words}
            names = {kind: [w for w in words if kind not in "oml" or w.partition("=")[0] not in led] for kind, words in known["names"].items()}
            for kind, words in fields["names"].items():
                names[kind] = sorted({*names.get(kind, ()), *words})
            complete[path] = {**known, "names": {kind: words for kind, words in names.items() if words}}
        elif known.get("opaque"):
            complete[path] = {**known, **fields}
        if path in complete or "boot" in fields:
            complete[path] = {**complete.get(path, {}), **{key: fields[key] for key in ("instances", "boot") if key in fields}}
    return complete
