"""What the attributes of TensorFlow 1.15 to 2.1 lead to where importing the same path gives another module.

There `import tensorflow.lite` gives a forwarder, and `tensorflow.lite` after `import tensorflow` the API's module or one of
tensorflow_core, with other names. For every CPython from 3.6 on.
"""
import importlib
import sys

import extract
import forwarded
import looking


def shown(root):
    """By name, where those attributes of the root lead that are modules, and are not the forwarders of their path; no lazy one is loaded."""
    top, found = sys.modules[root], {}
    for path, module in sorted(sys.modules.items()):
        if path.startswith(root + ".") and path.count(".") == 1 and type(module).__name__ == forwarded.FORWARDER:
            name = path[len(root) + 1:]
            held = looking.own(top)
            if name in held and held[name] is not module and not looking.lazy(held[name]):
                listed, _ = looking.touch(root, top, [name], held, {})
                found.update({name: target for name, kind, target in listed if kind in "ml" and target != path})
    return found


def late(root, paths):
    """The same for attributes that the import of a module below them binds; `paths` are such modules by name."""
    found = {}
    for name, below in sorted(paths.items()):
        waiting = [path for path in below if path not in sys.modules]
        if waiting and name not in looking.own(sys.modules[root]):
            try:
                importlib.import_module(waiting[0])
            except Exception:
                continue
            found.update({key: target for key, target in shown(root).items() if key == name})
    return found


def follow(targets, modules):
    """Describe the modules of tensorflow_core that these lead to, beside those that are described."""
    waiting = sorted(targets)
    while waiting:
        path = waiting.pop()
        if path.split(".")[0] == forwarded.CORE and path not in modules and path in sys.modules:
            modules[path], finish = extract.describe(path, None, {}, {})
            if finish:
                finish()
            waiting += [target for _, kind, target in modules[path].get("names", ()) if kind in "ml" and target]


def behind(root, paths, outside):
    """Both, and what the modules of tensorflow_core show that they lead to, in a process of its own."""
    looking.target_of = forwarded.target_of_module
    looking.ROOTS = looking.ROOTS + (forwarded.CORE,) + outside
    told = {"shown": shown(root), "modules": {}}
    follow(told["shown"].values(), told["modules"])
    told["late"] = late(root, paths)
    follow(told["late"].values(), told["modules"])
    return told
