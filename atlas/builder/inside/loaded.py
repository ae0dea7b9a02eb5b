"""What the import of a root leaves behind: modules that are loaded and not what their package shows, and what loaders refuse.

`import a.b as x` binds what `a` shows as `b` where `a.b` is loaded already, and the freshly imported module otherwise; a chain through
`a` follows what it shows. Keras mounts modules of its own below `tensorflow._api`, and in some releases below their shown paths too. For every CPython from 3.6 on.
"""
import importlib.util
import sys

import looking


def displaced(root):
    """By package, the loaded modules right below that it does not show: name, kind and target of what it shows, None where it has nothing."""
    found = {}
    for path, module in sorted(sys.modules.items()):
        parent, _, name = path.rpartition(".")
        if not path.startswith(root + ".") or module is None or sys.modules.get(parent) is None:
            continue
        held = looking.own(sys.modules[parent])
        if held.get(name) is module or looking.lazy(held.get(name)):
            continue
        listed, raises = looking.touch(parent, sys.modules[parent], [name], held, {})
        entry = listed[0] if listed else [name, None, ""]
        if entry[2] != path or entry[1] not in ("m", "l"):
            found.setdefault(parent, []).append(entry)
    return found


def importable(path):
    """Whether there is a module to import by the path; its parents are imported on the way."""
    try:
        return importlib.util.find_spec(path) is not None
    except Exception:
        return path in sys.modules


def refusing(asked):
    """Of lazy names of modules: what the loader itself gives, where it refuses names that the module behind it has, or all."""
    found = {}
    for path, names in sorted(asked.items()):
        for name in names if path in sys.modules else ():
            loader = looking.own(sys.modules[path]).get(name)
            if not looking.lazy(loader):
                continue
            try:
                behind = looking.snapshot(loader._load())[0]
            except Exception:
                behind = ["keras_doctor"]
            listed, raises = looking.touch(path + "." + name, loader, behind, {}, {})
            if raises and all(text.startswith("AttributeError") for _, text in raises):
                found.setdefault(path, {})[name] = listed
    return found


def left(root, lazies, twins):
    """All of this, and which of the twins of mounted paths can be imported."""
    return {"displaced": displaced(root), "refusing": refusing(lazies), "importable": sorted(path for path in twins if importable(path))}
