"""What the import of TensorFlow leaves loaded beside what its packages show: inside/loaded.py asks."""

from __future__ import annotations

from typing import Any

from .behind import OUTSIDE, ROOT

Modules = dict[str, Any]
# The kind of a name that loads another module when it is touched.
LOADER = "loader"


def lazies(modules: Modules) -> dict[str, list[str]]:
    """Names with a loader, by module, whose target is the module of their own path."""
    found = {path: [word for word in fields.get("names", {}).get("l", ()) if "=" not in word] for path, fields in modules.items()}
    return {path: names for path, names in sorted(found.items()) if names and path.startswith(f"{ROOT}._api.")}


def twins(modules: Modules) -> dict[str, str]:
    """The shown paths of modules that keras mounts below TensorFlow's own ones, with their targets; `tensorflow.keras` is a pair's."""
    aliases = {path: fields["alias"] for path, fields in modules.items() if path.startswith(f"{ROOT}.") and "alias" in fields}
    mounts = {path: target for path, target in aliases.items() if not target.startswith(f"{ROOT}.") and not path.endswith(".keras")}
    return {
        shown + path[len(target):]: there
        for path, there in sorted(mounts.items())
        for shown, target in sorted(aliases.items())
        if path.startswith(f"{target}.") and shown + path[len(target):] not in modules
    }


def late(modules: Modules) -> list[str]:
    """Names of TensorFlow whose module is loaded when it is touched, and has its own path."""
    return [word for word in modules[ROOT]["names"].get("l", ()) if "=" not in word]


def told(modules: Modules, raw: dict[str, Any]) -> Modules:
    """The modules with what was found: `boot` where they are loaded, with the late package that they are in; what packages without
    recorded names show in their place; `once` where their package has them unless its own import was what loaded the late one above."""
    found: Modules = {}
    for package, entries in raw["displaced"].items():
        for name, kind, target in entries:
            found.setdefault(f"{package}.{name}", {})["boot"] = [ROOT]
            if kind != LOADER and modules.get(package, {}).get("opaque"):
                fields = found.setdefault(package, {})
                if kind is None:
                    fields.setdefault("absent", []).append(name)
                else:
                    fields.setdefault("names", {}).setdefault(kind, []).append(f"{name}={target}" if kind in "ml" else name)
    for path in raw["entered"]["replaced"]:
        found.setdefault(path, {})["boot"] = [ROOT]
    for path in raw["entered"]["there"]:
        package, _, name = path.rpartition(".")
        if name in modules.get(package, {}).get("absent", ()):
            found.setdefault(path, {})["once"] = True
    for path, target in twins(modules).items():
        found[path] = {"alias": target, ("at" if path in raw["importable"] else "hidden"): True}
    for path, names in raw["refusing"].items():
        for name, entries in names.items():
            place = f"{OUTSIDE}{path}.{name}"
            found.setdefault(path, {}).setdefault("names", {}).setdefault("l", []).append(f"{name}={place}")
            kinds: dict[str, list[str]] = {}
            for each, kind, _ in entries:
                kinds.setdefault("o" if kind in "ml" else kind, []).append(each)
            found[place] = {"hidden": True, "names": kinds}
    return found


def joined(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """The fields of both; the names of both, and elsewhere the first one's word."""
    names = {kind: sorted({*one.get("names", {}).get(kind, ()), *other.get("names", {}).get(kind, ())}) for kind in "cflmo"}
    held = {kind: words for kind, words in names.items() if words}
    return {**other, **one, **({"names": held} if held else {})}
