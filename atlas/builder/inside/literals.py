"""Tries calls with literal arguments in one environment: `python literals.py KERAS OUT ASK`.

KERAS is the package to try (`keras`, `tf_keras`, `tensorflow.keras`). ASK maps public names (`layers.Dense`, `models.Model.save`) to lists
of calls: `first` runs before, then each of `states` and after it `call`, until the call works. OUT gets by name where the callable is
defined, its parameters, and for each call what it raised after each state; where it works at last, the last text is empty. All calls
share a child, each in a folder of its own; functions that set something for the whole process have one for themselves. For every
CPython from 3.6 on.
"""
import importlib
import inspect
import json
import os
import shutil
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "callables")]

from lanes import answers
from looking import said
from naming import Naming

AT_ONCE = 10000


class Tried:
    """One package of Keras, and what its calls may use: a small model, folders, files."""

    def __init__(self, package):
        self.package = package
        importlib.import_module(package.partition(".")[0])

    def held(self, name):
        """What a public name leads to; None where there is no such name."""
        module, _, last = name.rpartition(".")
        try:
            return getattr(importlib.import_module("%s.%s" % (self.package, module)), last, None)
        except ImportError:
            pass
        try:
            found = importlib.import_module(self.package.partition(".")[0])
            for part in (self.package + "." + name).split(".")[1:]:
                found = getattr(found, part)
            return found
        except (AttributeError, ImportError):
            return None

    def built(self):
        """A small model; what earlier ones have left in the process is cleared, which would make each slower than the last."""
        cleared = self.held("backend.clear_session")
        if cleared is not None:
            cleared()
        return self.held("models.Sequential")([self.held("layers.Dense")(2, input_shape=(3,))])

    def methods(self, name):
        """The classes that have this very method, and a method bound to an instance; `models.Model.save`: also of Sequential."""
        owner, _, method = name.rpartition(".")
        classes = [self.held("models.Sequential"), self.held(owner)]
        own = getattr(classes[0], method, None)
        return [each for each in classes if own is not None and getattr(each, method, None) is own], own


def folder(name):
    os.makedirs(name)


def written(name):
    """The address of a file that there is."""
    with open(name, "w") as file:
        file.write("text")
    return "file://" + os.path.abspath(name)


def moved(old, new):
    shutil.move(old, new)


def parameters(held):
    """Names of the parameters, in their order; None where a wrapper hides them."""
    try:
        found = inspect.signature(held).parameters.values()
    except (TypeError, ValueError):
        return None
    names = [each.name for each in found if each.kind == each.POSITIONAL_OR_KEYWORD]
    return None if any(each.kind == each.VAR_POSITIONAL for each in found) else names


def outcomes(job, names):
    """What the call raises after each state, up to the first after which it works; None where nothing could be prepared."""
    found = []
    for state in job["states"]:
        os.chdir(tempfile.mkdtemp())
        space = dict(names)
        try:
            exec(job["first"], space)
        except Exception:
            return None
        try:
            exec(state, space)
        except Exception:
            pass
        try:
            exec(job["call"], space)
            return found + [""]
        except Exception as error:
            found.append(said(error))
    return found


class Called:
    """What a public name leads to, and how it is called."""

    def __init__(self, keras, name, naming):
        self.name, self.is_method = name, name.split(".")[-2][:1].isupper()
        classes, self.held = keras.methods(name) if self.is_method else ([], keras.held(name))
        self.places = sorted({".".join(place) for place in map(naming, classes or [self.held]) if place})
        self.names = {"called": self.held, "built": keras.built, "folder": folder, "moved": moved, "written": written}

    def described(self, raised):
        listed = parameters(self.held)
        return {"places": self.places, "parameters": listed[1:] if self.is_method and listed else listed, "raised": raised}


def tried(called, asked):
    """The answers for each name."""
    alone = [each for each in called if each.name.split(".")[-1].startswith("set_")]
    found = {}
    for group in [[each for each in called if each not in alone]] + [[each] for each in alone]:
        jobs = [(job, each.names) for each in group for job in asked[each.name]]
        raised = iter(answers(jobs, lambda pair: outcomes(*pair), AT_ONCE))
        for each in group:
            found[each.name] = each.described([next(raised) for _ in asked[each.name]])
    return found


def main(package, out, ask):
    with open(ask) as file:
        asked = json.load(file)
    keep_out = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1) if os.environ.get("KERAS_DOCTOR_LOUD") else (0, 1, 2):
        os.dup2(keep_out, stream)
    keras, naming = Tried(package), Naming()
    called = [Called(keras, name, naming) for name in sorted(asked)]
    with open(out, "w") as file:
        json.dump(tried([each for each in called if callable(each.held)], asked), file, sort_keys=True)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
