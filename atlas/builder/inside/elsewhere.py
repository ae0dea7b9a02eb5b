"""Looks at what the first measurement leaves out: `python elsewhere.py ROOT OUT ASK`.

ASK holds `packages` (opaque modules of the root whose names are wanted after all) and `modules` (recorded modules and those of their
names that are neither class nor callable nor module of ours). Some of those names are modules of other distributions that the API
shows as its own: `tensorflow.summary` (tensorboard), `tensorflow.estimator` (tensorflow_estimator). `folders` are paths that may be
folders without any Python, `forwarded`, where there is tensorflow_core, modules below each forwarder, `lazies` names with a loader and
`twins` paths of modules that keras mounts below TensorFlow. For every CPython from 3.6 on.
"""
import importlib
import json
import os
import re
import sys

import behind
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


def outside(modules):
    """Names that lead to modules of other distributions, and what those modules hold, in a process of its own."""
    held = instances(modules)
    looking.ROOTS = looking.ROOTS + OUTSIDE
    shown, hidden, waiting, seen = {}, {}, [], {}
    for path, names in sorted(modules.items()):
        if path in sys.modules:
            module = sys.modules[path]
            listed, _ = looking.touch(path, module, names, looking.own(module), {})
            led = [entry for entry in listed if entry[1] in "ml" and entry[2].split(".")[0] in OUTSIDE]
            if led:
                shown[path] = led
                waiting += [entry[2] for entry in led]
    while waiting:
        path = waiting.pop()
        if path in seen or path not in sys.modules:
            continue
        record, finish = extract.describe(path, None, {}, hidden)
        if finish:
            finish()
        seen[path] = record
        waiting += [target for _, kind, target in record.get("names", ()) if kind in "ml" and target.split(".")[0] in OUTSIDE
                    and target.count(".") <= 9]
    return {"shown": shown, "modules": seen, "instances": held}


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
    importlib.import_module(root)
    looking.NAMED = re.compile("")
    found = packages(asked["packages"], looking.ours())
    told = extract.in_lanes([""], lambda _: {"told": outside(asked["modules"])}).get("told", {})
    hollow = extract.in_lanes([""], lambda _: {"told": folders.folders(asked["folders"], root)}).get("told", [])
    under = extract.in_lanes([""], lambda _: {"told": behind.behind(root, asked["forwarded"], OUTSIDE)})["told"] if asked["forwarded"] else {}
    left = extract.in_lanes([""], lambda _: {"told": loaded.left(root, asked["lazies"], asked["twins"])})["told"]
    with open(out, "w") as file:
        json.dump({"packages": found, "outside": told, "folders": hollow, "behind": under, "left": left}, file, sort_keys=True)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
