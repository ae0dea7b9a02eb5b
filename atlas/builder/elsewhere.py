"""Names of TensorFlow's packages outside its API, and of the modules that it shows and other distributions bring; data/elsewhere/<id>.json."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from .behind import OUTSIDE, attributes
from .configuration import DATA, INSIDE, MEASURED, ROOTS, Recipe, digest
from .core_folder import has_contrib, has_core_folder
from .environments import make, said
from .loaded import joined, late, lazies, told, twins
from .measure import quiet
from .reduce import TEST
from .textform import read_text, write_text

FOLDER = DATA / "elsewhere"
ROOT = "tensorflow"
# Leaf modules outside the packages' own lists that notebooks name: found in conformance/real-code.txt.
LEAVES = ("core.framework.types_pb2", "core.framework.graph_pb2", "core.framework.node_def_pb2", "core.framework.tensor_pb2",
          "core.framework.attr_value_pb2", "core.framework.summary_pb2", "core.framework.variable_pb2", "core.protobuf.config_pb2",
          "core.protobuf.meta_graph_pb2", "core.protobuf.saver_pb2", "core.protobuf.rewriter_config_pb2",
          "core.protobuf.saved_model_pb2", "core.protobuf.struct_pb2", "core.example.feature_pb2", "core.example.example_pb2",
          "core.util.event_pb2", "core.protobuf.tpu.compilation_result_pb2", "tools.docs.doc_controls", "tools.graph_transforms",
          "lite.python.interpreter", "compiler.tf2xla.python.xla", "contrib.eager.python.metrics", "contrib.eager.python.tfe",
          "contrib.layers.python.layers.utils", "contrib.recurrent.python.recurrent_api", "contrib.tpu.python.profiler",
          "contrib.learn.python.learn.datasets.mnist", "contrib.slim.python.slim.nets.inception_v3",
          "contrib.slim.python.slim.nets.resnet_v1", "contrib.slim.python.slim.nets.resnet_v2", "contrib.slim.python.slim.nets.vgg",
          "contrib.tpu.python.tpu.keras_support", "contrib.tpu.python.tpu.tpu_config", "contrib.tpu.python.tpu.tpu_estimator")
# The same of Keras, whose tests' modules are left out otherwise.
KERAS_LEAVES = ("keras.utils.test_utils", "keras.testing_infra.test_utils", "keras.src.testing_infra.test_utils",
                "tf_keras.src.testing_infra.test_utils")
# contrib is public; what it is made of is not.
CONTRIB = re.compile(r"tensorflow\.contrib\.(?!(.*\.)?python(\.|$))")


def written(recipe: Recipe) -> Path:
    """Where an environment's answers are kept."""
    return FOLDER / f"{recipe.id}.json"


def fingerprint(recipe: Recipe) -> str:
    """What the answers depend on."""
    code = [INSIDE / f"{name}.py" for name in ("elsewhere", "extract", "looking", "forwarded", "contrib", "behind", "folders", "loaded")]
    return digest(read_text(recipe.measured)["fingerprint"], *(path.read_bytes() for path in code), *LEAVES, *KERAS_LEAVES)


def is_current(recipe: Recipe) -> bool:
    return written(recipe).exists() and read_text(written(recipe))["fingerprint"] == fingerprint(recipe)


def applies(recipe: Recipe) -> bool:
    """Whether there is anything to look at: TensorFlow, or one of those modules of Keras."""
    measured = read_text(recipe.measured)
    return _has_tensorflow(recipe, measured["roots"]) or any(_leaves(root, measured["modules"]) for root in ROOTS)


def _has_tensorflow(recipe: Recipe, roots: dict[str, Any]) -> bool:
    return ROOT in recipe.measures and recipe.tensorflow is not None and roots[ROOT] is None


def _leaves(root: str, modules: dict[str, Any]) -> list[str]:
    """The wanted modules of Keras or tf_keras whose names are not recorded."""
    return [leaf for leaf in KERAS_LEAVES if leaf.startswith(f"{root}.") and modules.get(leaf, {}).get("opaque")]


def ask(recipe: Recipe) -> None:
    """Look at one environment afresh."""
    measured = read_text(recipe.measured)
    modules = measured["modules"]
    said(f"looking elsewhere: {recipe.id}")
    found = _of_tensorflow(recipe, modules) if _has_tensorflow(recipe, measured["roots"]) else {}
    for root in ROOTS:
        if leaves := _leaves(root, modules):
            found |= _packages(_looked(recipe, root, {**NOTHING, "packages": leaves})["packages"], leaves)
    write_text(written(recipe), {"id": recipe.id, "fingerprint": fingerprint(recipe), "modules": found})


NOTHING: dict[str, Any] = {"packages": [], "modules": {}, "forwarding": False, "contrib": False, "forwarded": {}, "lazies": {}, "twins": [],
                           "entered": [], "folders": []}


def _looked(recipe: Recipe, root: str, asked: dict[str, Any]) -> dict[str, Any]:
    """What the environment's interpreter answers."""
    with tempfile.TemporaryDirectory() as home:
        out, file = Path(home) / "out.json", Path(home) / "ask.json"
        file.write_text(json.dumps(asked))
        subprocess.run([make(recipe), INSIDE / "elsewhere.py", root, out, file], cwd=home, env=quiet(recipe, home), check=True)
        answer: dict[str, Any] = json.loads(out.read_text())
        return answer


def _packages(told: dict[str, Any], wanted: list[str]) -> dict[str, Any]:
    return {path: _module(path, record, "at") for path, record in told.items() if "names" in record and path in wanted}


def _of_tensorflow(recipe: Recipe, modules: dict[str, Any]) -> dict[str, Any]:
    inside = {path: fields for path, fields in modules.items() if path.startswith(ROOT) and not path.startswith("tensorflow.python")}
    parents = {path.rpartition(".")[0] for path in modules}
    leaves = {f"{ROOT}.{leaf}" for leaf in LEAVES}

    def is_wanted(path: str) -> bool:
        return path in leaves or (path in parents and "test" not in path) or bool(CONTRIB.match(path) and not TEST.search(path))

    wanted = sorted(path for path, fields in inside.items() if fields.get("opaque") and is_wanted(path))
    raw = _looked(recipe, ROOT, {
        "packages": wanted,
        "modules": {p: f["names"]["o"] for p, f in sorted(inside.items()) if f.get("names", {}).get("o")},
        "forwarding": has_core_folder(recipe) or has_contrib(recipe),
        "contrib": has_contrib(recipe),
        "forwarded": _below(modules) if has_core_folder(recipe) else {},
        "lazies": lazies(modules),
        "twins": sorted(twins(modules)),
        "entered": late(modules),
        "folders": sorted({path for path in _union() if path.startswith(f"{ROOT}.")} - modules.keys()),
    })
    found = _packages(raw["packages"], wanted)
    found |= {OUTSIDE + path: _module(path, record, "hidden") for path, record in raw["outside"].get("modules", {}).items()}
    for path, entries in raw["outside"].get("shown", {}).items():
        found[path] = {"names": _names(path, entries)}
    for path, classes in raw["outside"].get("instances", {}).items():
        found.setdefault(path, {})["instances"] = sorted(f"{name}={_home(kind)}" for name, kind in classes.items())
    found |= {path: {"at": True} for path in raw["folders"] if path not in modules}
    for path, fields in told(modules, raw["left"]).items():
        found[path] = joined(found.get(path, {}), fields)
    return _with_behind(found, attributes(completed(modules, found), raw["behind"])) if raw["behind"] else found


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
    """Look at each environment in which there is anything to look at and that was not looked at as the code is now."""
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
        if path in complete or "boot" in fields or "once" in fields:
            complete[path] = {**complete.get(path, {}), **{key: fields[key] for key in ("instances", "boot", "once") if key in fields}}
    return complete
