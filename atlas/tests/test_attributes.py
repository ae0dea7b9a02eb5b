"""Attributes of every class and of every object, as the engine has them, are those that each CPython gives."""

from __future__ import annotations

import json
import re
import subprocess

from builder.configuration import ATLAS
from builder.pythons import find_python

SOURCE = ATLAS.parent / "src" / "engine" / "resolver" / "attributes.ts"
MINORS = ("3.6", "3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13")
CODE = """
import abc, enum, json
class Plain: __slots__ = ()
class Kind(enum.Enum): A = 1
class Own(metaclass=abc.ABCMeta): pass
classes = (Plain, Kind, Own, int, dict, Exception)
objects = (Plain(), Kind.A, Own(), 1, {}, Exception())
names = set(dir(type)) | set(dir(object))
print(json.dumps([[n for n in names if all(hasattr(c, n) for c in classes)], [n for n in names if all(hasattr(o, n) for o in objects)]]))
"""


def said(name: str) -> set[str]:
    """The words of one of the engine's sets, what it spreads included."""
    found = re.search(rf"{name}\b[^=]*= new Set\(\[(.*?)\]\)", SOURCE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    spread = re.findall(r"\.\.\.(\w+)", found[1])
    return set(re.findall(r"'(\w+)'", found[1])).union(*map(said, spread))


def test_the_engine_names_what_every_python_gives() -> None:
    answers = [json.loads(subprocess.run([find_python(minor), "-c", CODE], capture_output=True, check=True).stdout) for minor in MINORS]
    of_classes, of_objects = (set.intersection(*(set(answer[n]) for answer in answers)) for n in (0, 1))
    assert said("OF_EVERY_CLASS") == of_classes
    assert said("OF_EVERY_OBJECT") == of_objects
