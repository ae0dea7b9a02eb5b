"""Turns the extractor's raw answers for one environment into the fields of the atlas, one value per module.

A reduced module is a dict with some of: `at`, `hidden`, `opaque`, `dynamic` (True), `error` and `alias` (text), `names` (kind →
words), `raises` (name → text), `lacks`, `absent`, `loads`, `boot` (sorted lists).
"""

from __future__ import annotations

import re
from typing import Any

from .configuration import ROOTS

Raw = dict[str, Any]
Module = dict[str, Any]
TEST = re.compile(r"(^|[._])(test|tests|benchmarks?)([._]|$)")
STANDARD_SUFFIX = re.compile(r"(/__init__)?\.(py|pyc|so|abi3\.so|cpython-[\w-]+\.so)$")


def natural(file: str) -> str | None:
    """The dotted path that a file has by its place on disk, or None outside the three packages."""
    path = STANDARD_SUFFIX.sub("", file).replace("/", ".")
    return path if file and path.split(".")[0] in ROOTS else None


def reduce(raws: dict[str, Raw]) -> dict[str, Module]:
    """All modules of one environment, those that an alias stands for left out."""
    raw = {path: record for answer in raws.values() for path, record in answer["modules"].items()}
    raw = {path: record for path, record in raw.items() if not _missing(path, record)}
    canon = _canonical(raw)
    modules = {path: _module(path, record, raw) for path, record in sorted(raw.items())}
    _late(raws, raw, modules, canon)
    _unimportable(raw, modules)
    _aliases(raw, modules, canon)
    _prune(modules)
    return modules


def _missing(path: str, record: Raw) -> bool:
    """A file that no import reaches: an earlier entry of `__path__` hides its package."""
    error = record.get("error") or ""
    return any(f"No module named '{p}'" in error for p in _prefixes(path)) and not record.get("hidden")


def _prefixes(path: str) -> list[str]:
    parts = path.split(".")
    return [".".join(parts[: n + 1]) for n in range(len(parts))]


def _canonical(raw: dict[str, Raw]) -> dict[str, str]:
    """Each module's natural path, where a module can be imported there."""
    canon = {}
    for path, record in raw.items():
        own = natural(record.get("file", ""))
        if own and own != path and "names" in raw.get(own, {}) and raw[own].get("file") == record["file"]:
            canon[path] = own
    return canon


def _module(path: str, record: Raw, raw: dict[str, Raw]) -> Module:
    module: Module = {}
    if record.get("hidden"):
        module["hidden"] = True
    elif "error" not in record:
        module["at"] = True
    if record.get("error"):
        module["error"] = record["error"]
    if record.get("opaque") or ("at" in module and TEST.search(path) and not path.startswith("tensorflow.")):
        return {**module, "opaque": True, "names": {}, "raises": {}, "lacks": [], "absent": [], "loads": []}
    if record.get("dynamic"):
        module["dynamic"] = True
    kinds: dict[str, list[str]] = {}
    for name, kind, target in record.get("names", ()):
        if kind in "ml" and target not in raw and target not in ROOTS:
            kind, target = "o", ""
        word = name if not target or target == f"{path}.{name}" else f"{name}={target}"
        kinds.setdefault(kind, []).append(word)
    module["names"] = {kind: sorted(words) for kind, words in sorted(kinds.items())}
    module["raises"] = {name: text for name, text in sorted(record.get("raises", ()))}
    module["lacks"] = sorted(record.get("lacks", ()))
    module["absent"] = sorted(record.get("absent", ()))
    return module


def _late(raws: dict[str, Raw], raw: dict[str, Raw], modules: dict[str, Module], canon: dict[str, str]) -> None:
    """What imports bind beyond what the parent's own names tell: `loads`, `boot`, and modules never bound (`absent`)."""
    listed = {path: {n[0] for n in r.get("names", ())} | {n for n, _ in r.get("raises", ())} for path, r in raw.items()}

    def late(path: str) -> bool:
        parent, _, name = path.rpartition(".")
        return parent in raw and not raw[parent].get("opaque") and name not in listed[parent] and path in raw

    found = {path: {p for p in r.get("loads", ()) if late(p)} for path, r in raw.items()}
    entered = {t for r in raw.values() for _, kind, t in r.get("names", ()) if kind == "l"}
    entered |= {t for p, t in canon.items() if canon.get(p.rpartition(".")[0]) != t.rpartition(".")[0]}
    for path, record in raw.items():
        if modules[path].get("opaque") and natural(record.get("file", "")) and TEST.search(path):
            continue
        above = [p for p in _prefixes(path)[:-1] if p in found]
        # What is entered through an alias or a lazy name is entered without its parents.
        from_above: set[str] = set().union(*(found[p] for p in above)) if path not in entered else set()
        modules[path]["loads"] = sorted(found[path] - from_above)
        parent, _, name = path.rpartition(".")
        if record.get("unbound") and late(path):
            modules[parent]["absent"] = sorted({*modules[parent]["absent"], name})
    for root, answer in raws.items():
        for path, is_bound in answer.get("loaded", {}).items():
            if is_bound and path.split(".")[0] != root and path in modules and late(path):
                modules[path].setdefault("boot", []).append(root)


def _unimportable(raw: dict[str, Raw], modules: dict[str, Module]) -> None:
    """Attributes of `tensorflow` that lead to a module and cannot be imported by that path (`tensorflow.losses`)."""
    for name, kind, target in raw.get("tensorflow", {}).get("names", ()):
        if kind in "ml" and target and not name.startswith("_") and f"tensorflow.{name}" not in modules:
            modules[f"tensorflow.{name}"] = {"hidden": True, "alias": target}


def _aliases(raw: dict[str, Raw], modules: dict[str, Module], canon: dict[str, str]) -> None:
    """Modules with the file of another one become its alias, where all that they show is equal too."""

    def shown(path: str) -> tuple[Any, ...]:
        record = raw[path]
        names = {(n, k, canon.get(t, t)) for n, k, t in record.get("names", ())}
        module = modules[path]
        return names, module["raises"], module["absent"], module.get("dynamic"), module["lacks"]

    for path, target in canon.items():
        if shown(path) == shown(target) and "error" not in modules[path] and modules[target].get("at"):
            keep: Module = {key: modules[path][key] for key in ("at", "hidden", "boot") if key in modules[path]}
            modules[path] = {**keep, "alias": target}


def _prune(modules: dict[str, Module]) -> None:
    """Leave out what an alias of the parent says already, and fields that are empty."""
    def follow(path: str) -> str:
        seen = set()
        while path in modules and "alias" in modules[path] and path not in seen:
            seen.add(path)
            path = modules[path]["alias"]
        return path

    redundant = []
    for path, module in modules.items():
        parent, _, name = path.rpartition(".")
        base = modules.get(parent, {})
        twin = f"{base['alias']}.{name}" if "alias" in base else ""
        same = twin in modules and {k: k in module for k in ("at", "hidden")} == {k: k in modules[twin] for k in ("at", "hidden")}
        if same and "alias" in module and follow(path) == follow(twin) and "boot" not in module:
            redundant.append(path)
    for path in redundant:
        del modules[path]
    for module in modules.values():
        for key in [k for k, v in module.items() if v in ({}, [], False)]:
            del module[key]
