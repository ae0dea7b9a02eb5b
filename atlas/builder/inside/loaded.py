"""What the import of a root leaves behind: modules that are loaded and not what their package shows, and what loaders refuse.

`import a.b as x` binds what `a` shows as `b` where `a.b` is loaded already, and the freshly imported module otherwise; a chain through
`a` follows what it shows. TensorFlow 1 loads `contrib` when an attribute of it is touched, or when a module in it is imported. Keras
mounts modules of its own below `tensorflow._api`, and in some releases below their shown paths too. For every CPython from 3.6 on.
"""
import functools
import importlib.util
import sys

import looking

LOADER = "loader"


def displaced(root):
    """By package, the loaded modules right below that it does not show: name, kind and target of what it shows; kind LOADER where that
    loads another module when it is touched, None where there is nothing."""
    found = {}
    for path, module in sorted(sys.modules.items()):
        parent, _, name = path.rpartition(".")
        if not path.startswith(root + ".") or module is None or sys.modules.get(parent) is None:
            continue
        held = looking.own(sys.modules[parent])
        if held.get(name) is module:
            continue
        if looking.lazy(held.get(name)):
            found.setdefault(parent, []).append([name, LOADER, ""])
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


def entered(root, names):
    """Of lazy packages right below the root, once an attribute has loaded them: the modules in them that a chain of attributes leads to,
    and those in whose place it leads to another one."""
    there, replaced = [], []
    for name in names:
        if looking.lazy(looking.own(sys.modules[root]).get(name)):
            dir(getattr(sys.modules[root], name))
            for path in sorted(looking.ours()):
                if path.startswith("%s.%s." % (root, name)):
                    held = functools.reduce(lambda value, part: getattr(value, part, None), path.split(".")[1:], sys.modules[root])
                    if held is sys.modules[path]:
                        there.append(path)
                    elif isinstance(held, type(sys)):
                        replaced.append(path)
    return {"there": there, "replaced": replaced}


def left(root, lazies, twins, packages):
    """All of this, and which of the twins of mounted paths can be imported."""
    told = {"displaced": displaced(root), "refusing": refusing(lazies), "importable": sorted(path for path in twins if importable(path))}
    return dict(told, entered=entered(root, packages))
