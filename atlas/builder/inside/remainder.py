"""Asks for what the survey of callables leaves over: `python remainder.py ROOT OUT ASK`. For every CPython from 3.6 on.

That are names whose object it has no record of (classes of other distributions, protocol messages, enumerations of theirs), and
classes that dir() does not tell because their metaclass answers for them. Every attribute is tried, nothing is called.
ASK holds `modules` (path → its names, by kind) and `known` (the places that have a record). OUT gets

- `names`: path → name → place, for names of which the survey does not know that they lead there. What other distributions define
  stands at `<root>.~<module>.<name>`;
- `classes`: place → `bases`, `members`, `lacks` as the survey has them; `foreign` where something else than the packages and what is
  pinned to them decides what there is, so that a name that is not listed is not excluded (and where no base says so already);
- `veiled`: place of a known class → `members` that the survey cannot see; `doubtful` names, which may be there under another Python
  or way of asking, `*` any; `of`, the classes of other distributions that it derives from;
- `given`: each of these → the names that it gives.
"""
import functools
import importlib
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ADDED = [HERE, os.path.join(HERE, "callables")]
sys.path[:0] = ADDED

from classes import public, shown
from looking import ROOTS
from naming import Naming

CORE = "tensorflow_core"
# What a release of TensorFlow brings along by pinning it.
PINNED = ROOTS + (CORE, "tensorflow_estimator", "tensorboard")
NOWHERE = object()
VEILS = ("__getattr__", "__getattribute__", "__dir__")
# A metaclass in C++ that looks names up as `type` does, whatever it defines.
PLAIN = "pybind11_type"


def module_of(path):
    """The module that an import or, failing that, an attribute of its parent leads to; None where neither does."""
    try:
        return importlib.import_module(path)
    except BaseException:
        parent, _, last = path.rpartition(".")
        try:
            return getattr(module_of(parent), last) if parent else None
        except BaseException:
            return None


def held(thing, name):
    """The attribute, or NOWHERE; one that raises something else than AttributeError is there."""
    try:
        return getattr(thing, name)
    except AttributeError:
        return NOWHERE
    except BaseException:
        return None


def answering(cls):
    """Classes above `type` in a class's metaclass that answer for it: what dir() says of it is what they like."""
    return [k for k in type(cls).__mro__ if k not in (type, object) and k.__name__ != PLAIN and any(name in vars(k) for name in VEILS)]


def told(message):
    """Names that the descriptor of a protocol message or of its enumeration tells: its metaclass answers to them."""
    found = set()
    for field in ("enum_types", "nested_types", "extensions", "oneofs"):
        for part in getattr(message, field, None) or ():
            found.add(part.name)
            found |= {value.name for value in getattr(part, "values", None) or ()}
    return found


@functools.lru_cache(maxsize=None)
def listed(cls):
    """What dir() says of a class before any attribute is tried: a metaclass may keep what it was asked for."""
    return shown(cls)


@functools.lru_cache(maxsize=None)
def attributes(cls):
    """Every public name that the class answers to, of all that it, its bases, dir() and its metaclass tell. Numbers of fields left out."""
    names = set().union(*map(listed, cls.__mro__[::-1]))
    for k in cls.__mro__:
        names |= set(vars(k))
    if answering(cls):
        names |= set(getattr(cls, "__members__", ())) | told(getattr(cls, "DESCRIPTOR", None))
    return {name for name in public(names) if not name.endswith("_FIELD_NUMBER") and held(cls, name) is not NOWHERE}


def is_foreign(cls):
    return (getattr(cls, "__module__", None) or "").split(".")[0] not in PINNED


class Remainder:
    """All that one root leads to and the survey has not."""

    def __init__(self, root, known):
        self.root, self.known = root, known
        self.naming, self.things = Naming(), {}
        self.found = {"names": {}, "classes": {}, "veiled": {}, "given": {}}

    def place(self, thing):
        """Where the survey, or else its own words, say that a thing is defined."""
        named = self.naming(thing)
        if named:
            return "%s.%s" % named
        kind = thing if isinstance(thing, type) else type(thing)
        home = (kind.__module__ or "") if isinstance(kind.__module__, str) else ""
        if home.split(".")[0] == CORE:
            return "tensorflow%s.%s" % (home[len(CORE):], kind.__qualname__)
        return "%s.~%s.%s" % (self.root, home, kind.__qualname__)

    def look(self, path, names):
        """Follow the names of a module to what has no record."""
        module, found = module_of(path.replace(self.root + ".~", "")), {}
        for name in public(names["c"]) if module is not None else ():
            thing = held(module, name)
            if isinstance(thing, type) and self.keep(thing):
                found[name] = self.place(thing)
        for name in public(names["f"]) if module is not None else ():
            place = "%s.%s" % (self.naming(held(module, name)) or ("", ""))
            if place in self.known:
                found[name] = place
        for name in names["o"] if module is not None else ():
            thing = held(module, name)
            if isinstance(thing, str) and self.keep(str):
                found[name] = self.place(str)
            elif isinstance(thing, type(sys)) or type(thing).__name__ == "EnumTypeWrapper":
                place = self.stand_alone(thing)
                if place:
                    found[name] = place
        if found:
            self.found["names"][path] = found

    def stand_alone(self, thing):
        """The place of an object that is the only one of its kind: a module that is shown, an enumeration of protocol messages."""
        named = getattr(getattr(thing, "DESCRIPTOR", None), "full_name", None) or thing.__name__
        if isinstance(thing, type(sys)) and named.split(".")[0] in PINNED + ("google",):
            return None  # a module that is told as one; what messages are made of
        place, names = "%s.~%s" % (self.root, named), public(dir(thing))
        if not isinstance(thing, type(sys)):
            names |= set(thing.keys())
        self.found["classes"].setdefault(place, {"bases": [], "members": sorted(n for n in names if held(thing, n) is not NOWHERE),
                                                 "foreign": True})
        return place

    def keep(self, cls):
        """Whether a class is told, here or by the survey; its bases with it."""
        place = self.place(cls)
        if self.things.setdefault(place, cls) is not cls:
            return False  # another one says that it is defined there
        if place in self.known:
            for k in cls.__mro__:
                if self.place(k) in self.known and self.place(k) not in self.found["veiled"]:
                    self.found["veiled"][self.place(k)] = self.behind(k)
        elif place not in self.found["classes"]:
            self.found["classes"][place] = self.described(cls)
        return True

    def described(self, cls):
        """The record of a class; bases that give nothing, or what another one gives too, are left out."""
        bases = [base for base in cls.__bases__ if base not in (object, type) and attributes(base)]
        bases = [base for n, base in enumerate(bases) if not any(attributes(base) < attributes(other) for other in bases)
                 and attributes(base) not in map(attributes, bases[:n]) and self.keep(base)]
        above, own = set().union(*map(attributes, bases)), attributes(cls)
        record = {"bases": [self.place(base) for base in bases], "members": sorted(own - above), "lacks": sorted(above - own)}
        said = any(self.found["classes"].get(base, {}).get("foreign") for base in record["bases"])
        if (answering(cls) or any(is_foreign(k) for k in cls.__mro__ if k is not object)) and (record["lacks"] or not said):
            record["foreign"] = True
        return record

    def behind(self, cls):
        """What dir() hides of a known class, and what others give it. An enumeration is known but for what its Python gives it."""
        veils = answering(cls)
        below = {k for base in cls.__mro__[1:] if self.place(base) in self.known for k in base.__mro__}
        givers = {"%s.%s" % (k.__module__, k.__qualname__): public(vars(k)) for k in cls.__mro__
                  if is_foreign(k) and k is not object and (veils or k not in below) and public(vars(k))}
        settled = all(k.__module__ == "enum" for k in veils) and (not veils or {n.split(".")[0] for n in givers} <= {"builtins", "enum"})
        for giver, names in givers.items():
            self.found["given"].setdefault(giver, sorted(names))
        hidden = set().union(*givers.values()) - attributes(cls)
        return {"members": sorted(attributes(cls) - listed(cls)) if veils else [], "of": sorted(givers) if settled else [],
                "doubtful": sorted(hidden) if settled else ["*"]}


def main(root, out, ask):
    with open(ask) as file:
        asked = json.load(file)
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or ".") not in ADDED]
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1) if os.environ.get("KERAS_DOCTOR_LOUD") else (0, 1, 2):
        os.dup2(nothing, stream)
    remainder = Remainder(root, set(asked["known"]))
    for path in [root] + sorted(asked["modules"]):
        module_of(path.replace(root + ".~", ""))
    for path, names in sorted(asked["modules"].items()):
        remainder.look(path, names)
    with open(out, "w") as file:
        json.dump(remainder.found, file, sort_keys=True)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
