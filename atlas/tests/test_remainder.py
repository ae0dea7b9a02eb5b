"""What the survey of callables leaves over: made-up classes that dir() does not tell, and the committed answers."""

from __future__ import annotations

import json
import subprocess
import textwrap
from pathlib import Path
from typing import Any

import pytest
from builder.callableform import read_callables, write_callables
from builder.columns import Column
from builder.configuration import INSIDE, ROOTS, recipes
from builder.objects import Objects, gathered
from builder.pythons import find_python
from builder.remainder import FOLDER, completed, is_current, unevenly_given, with_remainder, written

KNOWN = ["keras.Answering", "keras.Policy", "keras.Failure", "keras.NonNeg", "keras.twice"]
CODE = """
    import enum, unittest, unittest.mock as mock
    from fractions import Fraction
    __version__ = "1"

    class Meta(type):
        def __getattr__(cls, name):
            if name in ("V1", "Format"):
                setattr(cls, name, 1)
                return 1
            raise AttributeError(name)

    class Value:
        def __init__(self, name): self.name = name

    class Kind:
        name, values = "Format", (Value("V1"), Value("V3"))

    class Message:
        enum_types = (Kind,)

    class Answering(metaclass=Meta):
        DESCRIPTOR = Message
        def listed(self): pass

    class Policy(enum.IntEnum):
        OFF = -1
        def described(self): pass

    class Failure(Exception): pass
    class Case(unittest.TestCase):
        def assertClose(self): pass
    class Pinned:
        TRAIN = "train"
    class Narrow(Pinned):
        TRAIN = property(lambda self: 1)
        @property
        def raising(cls): raise ValueError
    class NonNeg: pass
    non_neg = NonNeg
    def once(): pass
    twice = again = once
    twice.__name__ = twice.__qualname__ = "twice"
    other = "text"
"""
ASKED = {"c": ["Answering", "Policy", "Failure", "Case", "Pinned", "Narrow", "NonNeg", "non_neg", "Fraction"], "f": ["again"],
         "o": ["__version__", "mock", "Nothing"]}


@pytest.fixture(scope="module", params=["3.6", "3.8", "3.13"])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The raw answer for the made-up package under one Python."""
    home = tmp_path_factory.mktemp(f"python{request.param}")
    (home / "keras.py").write_text(textwrap.dedent(CODE), encoding="utf-8")
    (home / "ask.json").write_text(json.dumps({"modules": {"keras": ASKED, "keras.nowhere": ASKED}, "known": KNOWN}))
    command = [find_python(request.param), INSIDE / "remainder.py", "keras", home / "out.json", home / "ask.json"]
    subprocess.run(command, cwd=home, env={"PYTHONPATH": str(home)}, check=True)
    found: dict[str, Any] = json.loads((home / "out.json").read_text())
    return found


def test_names_lead_to_what_they_are(told: dict[str, Any]) -> None:
    assert told["names"] == {"keras": {
        "Answering": "keras.Answering", "Policy": "keras.Policy", "Failure": "keras.Failure", "Case": "keras.Case",
        "Pinned": "keras.Pinned", "Narrow": "keras.Narrow", "NonNeg": "keras.NonNeg", "non_neg": "keras.NonNeg",
        "Fraction": "keras.~fractions.Fraction", "again": "keras.twice", "__version__": "keras.~builtins.str",
        "mock": "keras.~unittest.mock"}}


def test_a_metaclass_that_answers_is_asked_and_not_believed(told: dict[str, Any]) -> None:
    """V3 is described and not there; V1 is kept by the class once it was asked for, which dir() then shows."""
    assert told["veiled"]["keras.Answering"] == {"members": ["Format", "V1"], "doubtful": ["*"], "of": []}


def test_what_an_enumeration_hides_is_found(told: dict[str, Any]) -> None:
    policy = told["veiled"]["keras.Policy"]
    assert policy["of"] and set(policy["of"]) <= {"builtins.int", "enum.Enum", "enum.IntEnum", "enum.ReprEnum"}
    assert {"name", "value"} == set(policy["doubtful"])
    assert "described" in policy["members"]
    shows = "add_note" in told["given"]["builtins.BaseException"]  # CPython 3.11 and later
    assert ("numerator" in policy["members"]) is not shows


def test_foreign_classes_are_told_with_what_is_theirs(told: dict[str, Any]) -> None:
    classes = told["classes"]
    assert classes["keras.Case"]["members"] == ["assertClose"] and classes["keras.Case"]["bases"] == ["keras.~unittest.case.TestCase"]
    assert classes["keras.~unittest.case.TestCase"]["foreign"] and "assertEqual" in classes["keras.~unittest.case.TestCase"]["members"]
    assert "limit_denominator" in classes["keras.~fractions.Fraction"]["members"]
    assert classes["keras.Pinned"] == {"bases": [], "members": ["TRAIN"], "lacks": []}
    assert classes["keras.Narrow"] == {"bases": ["keras.Pinned"], "members": ["raising"], "lacks": []}
    assert "upper" in classes["keras.~builtins.str"]["members"] and "patch" in classes["keras.~unittest.mock"]["members"]
    assert not {"keras.NonNeg", "keras.Failure"} & set(classes)


def _answers(**parts: Any) -> dict[str, Any]:
    return {"identities": {}, "private": {}, "functions": {}, "classes": {}, "veiled": {}, "given": {}, **parts}


def test_what_one_python_gives_and_another_does_not_is_doubtful() -> None:
    old, new = ({"given": {"builtins.int": "real", "enum.Enum": "name"}}, {"given": {"builtins.int": "real is_integer"}})
    uneven = unevenly_given([_answers(**old), _answers(**new)])
    assert uneven == {"builtins.int": {"is_integer"}, "enum.Enum": set()}
    surveyed = _answers(classes={"keras.P": {"bases": "", "members": "OFF"}})
    found = _answers(veiled={"keras.P": {"of": "builtins.int", "doubtful": "name", "members": "real"}})
    assert completed(surveyed, found, uneven)["classes"] == {"keras.P": {"bases": "", "members": "OFF real", "doubtful": "is_integer name"}}


def test_what_is_doubtful_in_one_release_is_so_in_all() -> None:
    columns = [Column("keras", {"keras": {"names": {"c": ["P"]}}}, [ident]) for ident in "ab"]
    heads = [{"id": ident, "keras": ident, "tensorflow": None, "tf_keras": None} for ident in "ab"]
    records = [{"bases": "", "members": "OFF", "doubtful": "name"}, {"bases": "", "members": "OFF"}]
    found: Objects = gathered(columns, [(h, _answers(classes={"keras.P": r})) for h, r in zip(heads, records, strict=True)])
    assert [record["doubtful"] for record in found.records["keras/P"].values()] == ["name", "name"]


def test_objects_are_told_as_instances() -> None:
    column = Column("keras", {"keras": {"names": {"c": ["A"], "o": ["__version__"]}}}, ["a"])
    [found] = with_remainder([column], {"a": _answers(identities={"keras": "A=keras.a __version__=keras.~builtins:str"})})
    assert found.modules["keras"]["instances"] == ["__version__=keras.~builtins.str"]


@pytest.mark.parametrize("id", list(recipes()))
def test_the_answers_are_those_of_the_survey_and_the_code_as_they_are(id: str) -> None:
    assert is_current(recipes()[id]), f"python -m builder remainder {id}"


@pytest.mark.parametrize("id", list(recipes()))
def test_the_text_form_is_well_formed(id: str, tmp_path: Path) -> None:
    found = read_callables(written(recipes()[id]))
    assert set(found) == {"id", "fingerprint", "identities", "classes", "veiled", "given"} and found["id"] == id
    for place, record in found["classes"].items():
        assert place.split(".")[0] in ROOTS and set(record) <= {"bases", "members", "lacks", "foreign"}, place
    assert all(record and set(record) <= {"members", "doubtful", "of"} for record in found["veiled"].values())
    assert {giver for record in found["veiled"].values() for giver in record.get("of", "").split()} <= set(found["given"])
    write_callables(tmp_path / "again.json", found)
    assert (tmp_path / "again.json").read_bytes() == written(recipes()[id]).read_bytes()


def test_nothing_is_kept_of_environments_that_are_no_more() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == set(recipes())
