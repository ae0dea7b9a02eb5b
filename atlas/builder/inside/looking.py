"""Looks at modules inside the measured interpreter: names, kinds, what an import has bound. CPython 3.6 and later, no dependency."""
import os
import re
import sys
import types

ROOTS = ("tensorflow", "keras", "tf_keras")
STANDARD = set(dir(types.ModuleType("x"))) | {
    "__file__", "__path__", "__cached__", "__builtins__", "__annotations__", "__annotate__", "__conditional_annotations__",
    "__warningregistry__"}
# Module classes that answer exactly what their dir() and their wrapped or loaded module list.
CLOSED = {"module", "TFModuleWrapper", "LazyLoader", "KerasLazyLoader", "_KerasLazyLoader"}
NAMED = re.compile(r"(?!tensorflow/)|tensorflow/(__init__\.py|_api/|keras/|python/keras/)")


def said(error):
    """`Type: message` of an exception: first line, without the paths of this machine."""
    lines = str(error).strip().splitlines()
    text = re.sub(r" \(/[^)]*\)| \(unknown location\)", "", lines[0] if lines else "")
    text = re.sub(r"(/[^\s'\":]*)?/(site|dist)-packages/", "", text)
    text = re.sub(r"(?<![\w.])/[^\s'\":]*/", "", text)
    return "%s: %s" % (type(error).__name__, re.sub(r" at 0x[0-9a-f]+", "", text)) if text else type(error).__name__


def ours():
    """The loaded modules of the measured packages."""
    return {k: m for k, m in list(sys.modules.items()) if m is not None and k.split(".")[0] in ROOTS}


def own(module):
    """What the module's dictionary holds, that of a wrapped module included; nothing is touched."""
    found = dict(object.__getattribute__(module, "__dict__"))
    wrapped = found.get("_tfmw_wrapped_module")
    if wrapped is not None:
        found = dict(vars(wrapped), **found)
    return {k: v for k, v in found.items() if not k.startswith(("_tfmw_", "_tfll_"))}


def bound(path):
    """Whether a loaded module is the attribute of its parent."""
    parent, _, name = path.rpartition(".")
    return not parent or (parent in sys.modules and own(sys.modules[parent]).get(name) is sys.modules.get(path))


def place(module):
    """The module's file, or its folder where it has none, relative to the folder of packages; '' when unknown."""
    file = own(module).get("__file__")
    if not file:
        spec = own(module).get("__spec__")
        file = next(iter(getattr(spec, "submodule_search_locations", None) or []), "")
    file = str(file).replace(os.sep, "/")
    for entry in sorted(sys.path, key=len, reverse=True):
        if entry and file.startswith(entry.replace(os.sep, "/").rstrip("/") + "/"):
            return file[len(entry.rstrip("/")) + 1:]
    return ""


def lazy(value):
    return isinstance(value, types.ModuleType) and any(c.__name__.endswith("LazyLoader") for c in type(value).__mro__)


def snapshot(module):
    """Names before anything is touched: those of dir(), of the dictionary and of `__all__`."""
    held = own(module)
    names = set(held)
    try:
        names |= set(dir(module))
    except Exception:
        pass
    for name in held.get("__all__") or ():
        names.add(name)
    return sorted(n for n in names if isinstance(n, str) and n not in STANDARD
                  and not n.startswith(("_tfmw_", "_tfll_"))), held


def target_of(value):
    """The key under which a module object stands in sys.modules, or None."""
    name = own(value).get("__name__")
    if sys.modules.get(name) is not None:
        return name
    return next((k for k, m in list(sys.modules.items()) if m is value), None)


def touch(path, module, names, held, hidden):
    """Kinds of names by getattr; lazy modules are loaded; modules that sys.modules lacks go to `hidden`."""
    listed, raises = [], []
    for name in names:
        try:
            value = held[name] if lazy(held.get(name)) else getattr(module, name)
            kind, target = "o", ""
            if isinstance(value, type):
                kind = "c"
            elif isinstance(value, types.ModuleType):
                kind, target = leads(path + "." + name, value, name in held, hidden)
            elif callable(value):
                kind = "f"
            listed.append([name, kind, target])
        except BaseException as error:
            raises.append([name, said(error)])
    return listed, raises


def leads(path, value, eager, hidden):
    """Kind and target of a module-valued attribute."""
    if not lazy(value):
        target = target_of(value)
        if target is None:
            keep(path, value, hidden)
            return "m", path
        return (("m" if eager else "l"), target) if target.split(".")[0] in ROOTS else ("o", "")
    try:
        real = value._load()
    except BaseException as error:
        hidden[path] = {"names": [], "raises": []}
        try:
            getattr(value, "keras_doctor")
        except AttributeError:
            pass
        except BaseException:
            hidden[path]["error"] = said(error)
        return "l", path
    target = target_of(real)
    if target is None or target.split(".")[0] not in ROOTS:
        return "o", ""
    for name in snapshot(real)[0]:
        try:
            getattr(value, name)
        except BaseException:  # the loader refuses what its module has: it is a module of its own
            keep(path, value, hidden)
            return "l", path
    return "l", target


def keep(path, value, hidden):
    """Record a module that only an attribute leads to."""
    if path in hidden or path.count(".") > 10:
        return
    hidden[path] = {}
    names, held = snapshot(value)
    listed, raises = touch(path, value, names, held, hidden)
    hidden[path] = {"names": listed, "raises": raises}


def describe(path, before, asked, hidden):
    """All that one loaded module shows: file, names, late and unbound submodules, what its import loaded."""
    module = sys.modules[path]
    record = {"file": place(module), "paths": [str(p) for p in own(module).get("__path__") or ()]}
    if before is not None:
        now = ours()
        record["loads"] = sorted(k for k in now if k not in before and bound(k) and k != path
                                 and not path.startswith(k + ".") and NAMED.match(place(now[k]) or "?"))
        record["unbound"] = path not in before and not bound(path)
    if not NAMED.match(record["file"] or "?"):
        record["opaque"] = True
        return record, None
    depth = path.count(".") + 1
    held = own(module)
    record["absent"] = sorted(k.split(".")[depth] for k in ours()
                              if k.startswith(path + ".") and k.count(".") == depth and k.split(".")[depth] not in held)
    if type(module).__name__ not in CLOSED or callable(held.get("__getattr__")):
        record["dynamic"] = True
    names, held = snapshot(module)

    def finish():
        record["names"], record["raises"] = touch(path, module, names, held, hidden)
        known = set(names)
        if record.get("dynamic"):
            record["lacks"] = []
            for name in sorted(set(asked.get(path, ())) - known):
                found, failed = touch(path, module, [name], held, hidden)
                record["names"] += found
                record["lacks"] += [n for n, text in failed if text.startswith("AttributeError")]
        record["absent"] = [n for n in record["absent"] if n not in {e[0] for e in record["names"]}]
    return record, finish
