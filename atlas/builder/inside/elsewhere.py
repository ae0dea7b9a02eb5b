"""Looks at what the first measurement leaves out: `python elsewhere.py ROOT OUT ASK`.

ASK holds `packages` (opaque modules of the root whose names are wanted after all) and `modules` (recorded modules and those of their
names that are neither class nor callable nor module of ours). Some of those names are modules of other distributions that the API
shows as its own: `tensorflow.summary` (tensorboard), `tensorflow.estimator` (tensorflow_estimator). `folders` are paths that may be
folders without any Python, `forwarded`, where there is tensorflow_core, modules below each forwarder, `lazies` names with a loader and
`twins` paths of modules that keras mounts below TensorFlow, `entered` names of the root whose module is loaded late. For every CPython from 3.6 on.
"""
import importlib
import json
import os
import re
import sys

import behind
import contrib
import extract
import folders
import forwarded
import loaded
import looking

OUTSIDE = ("tensorboard", "tensorflow_estimator")


def packages(paths, boot):
    """The names of the wanted modules: those that the root's import has loaded together, each other one in a process of its own."""
    here = [path for path in paths if path in sys.modules]
    found = extract.in_lanes([""], lambda _: extract.loaded(here, {})) if here else {}
    others = [path for path in paths if path not in sys.modules]
    found.update(extract.in_lanes(others, lambda path: extract.imported(path, boot, {})) if others else {})
    return found


def instances(modules):
    """By module, names of objects whose class belongs to the packages, with the class."""
    found = {}
    for path, names in sorted(modules.items()):
        for name in names if path in sys.modules else ():
            try:
                kind = type(getattr(sys.modules[path], name))
            except Exception:
                continue
            if kind.__module__.split(".")[0] in looking.ROOTS and not looking.lazy(getattr(sys.modules[path], name)):
                found.setdefault(path, {})[name] = "%s.%s" % (kind.__module__, kind.__qualname__)
    return found


def abroad(path, names):
    """Those of the names of a loaded module that lead to modules of other distributions: name, kind, target."""
    listed, _ = looking.touch(path, sys.modules[path], names, looking.own(sys.modules[path]), {})
    return [entry for entry in listed if entry[1] in "ml" and entry[2].split(".")[0] in OUTSIDE]


def followed(waiting):
    """The loaded modules of other distributions at these paths and at those that they lead to, described."""
    seen, hidden = {}, {}
    while waiting:
        path = waiting.pop()
        if path in seen or path not in sys.modules:
            continue
        seen[path], finish = extract.describe(path, None, {}, hidden)
        if finish:
            finish()
        waiting += [target for _, kind, target in seen[path].get("names", ()) if kind in "ml" and target.split(".")[0] in OUTSIDE
                    and target.count(".") <= 9]
    return seen


def imported_abroad(path, names):
    """What a module that is not loaded yet shows of other distributions, in this very process."""
    looking.ROOTS = looking.ROOTS + OUTSIDE
    try:
        importlib.import_module(path)
    except Exception:
        return {}
    led = abroad(path, names)
    return {path: {"shown": led, "modules": followed([entry[2] for entry in led])}} if led else {}


def outside(modules):
    """Names that lead to modules of other distributions, and what those modules hold, in a process of its own."""
    held = instances(modules)
    looking.ROOTS = looking.ROOTS + OUTSIDE
    shown = {path: abroad(path, names) for path, names in sorted(modules.items()) if path in sys.modules}
    shown = {path: led for path, led in shown.items() if led}
    return {"shown": shown, "modules": followed([entry[2] for led in shown.values() for entry in led]), "instances": held}


def later(modules, told):
    """Adds the same of the modules that the root's import does not load, each in a process of its own."""
    away = {path: [name for name in names if not name.startswith("_")] for path, names in modules.items() if path not in sys.modules}
    paths = sorted(path for path, names in away.items() if names)
    found = extract.in_lanes(paths, lambda path: imported_abroad(path, away[path])) if paths else {}
    for path, record in sorted(found.items()):
        if "shown" in record:
            told["shown"][path] = record["shown"]
            told["modules"] = dict(record["modules"], **told["modules"])


def main(root, out, ask):
    with open(ask) as file:
        asked = json.load(file)
    sys.path.remove(os.path.dirname(os.path.abspath(__file__)))
    keep_out = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(keep_out, stream)
    if asked["forwarding"]:
        looking.CLOSED.add(forwarded.FORWARDER)
        looking.target_of = forwarded.target_of
        extract.describe = forwarded.describe
    if asked["contrib"]:
        extract.in_lanes = contrib.in_lanes
    importlib.import_module(root)
    looking.NAMED = re.compile("")
    found = packages(asked["packages"], looking.ours())
    told = extract.in_lanes([""], lambda _: {"told": outside(asked["modules"])})["told"]
    later(asked["modules"], told)
    hollow = extract.in_lanes([""], lambda _: {"told": folders.folders(asked["folders"], root)}).get("told", [])
    under = extract.in_lanes([""], lambda _: {"told": behind.behind(root, asked["forwarded"], OUTSIDE)})["told"] if asked["forwarded"] else {}
    left = extract.in_lanes([""], lambda _: {"told": loaded.left(root, asked["lazies"], asked["twins"], asked["entered"])})["told"]
    with open(out, "w") as file:
        json.dump({"packages": found, "outside": told, "folders": hollow, "behind": under, "left": left}, file, sort_keys=True)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
