"""Which values are refused: made-up packages, what answers mean together, how they are shipped, and that the committed ones are current."""

from __future__ import annotations

import json
import subprocess
import textwrap
from pathlib import Path
from typing import Any

import pytest
from builder.columns import Column
from builder.configuration import INSIDE, recipes
from builder.objects import Objects
from builder.probes import Argument, Probe, probes
from builder.pythons import find_python
from builder.refusals import HIDDEN, Refusals, brief
from builder.values import FOLDER, RUNS, UNKNOWN, asked, common, is_current, packages, read_values, shape, verdict, written

CODE = {
    "__init__.py": "",
    "models.py": """
        import os

        class Model:
            def save(self, filepath, overwrite=True):
                if not filepath.endswith(".keras"):
                    raise ValueError("no such format: " + filepath)
                open(filepath, "w").close()

        class Sequential(Model):
            def __init__(self, layers): pass
            def compile(self, optimizer): pass

        def load_model(filepath):
            if not os.path.exists(filepath):
                raise OSError("nothing there")

        def set_size(value, *more):
            global size
            size = value
    """,
    "layers.py": """
        from keras import models

        def Dense(units, input_shape=None, activation=None):
            if activation == "dies":
                import signal, ctypes
                ctypes.string_at(0)
            if hasattr(models, "size"):
                raise ValueError("another call is seen")
    """,
}


def _job(call: str, states: tuple[str, ...] = ("",), first: str = "model = built(); folder('zq_d')") -> dict[str, Any]:
    return {"first": first, "states": list(states), "call": call}


ASKED = {
    "models.Model.save": [_job("model.save('zq')"), _job("model.save('zq_d/zq.keras')"), _job("model.save('zq')", first="nothing")],
    "models.Model.compile": [_job("model.compile('sgd')")],
    "models.Model.gone": [_job("model.gone()")],
    "models.load_model": [_job("called('zq')", ("", "folder('zq')", "folder('zq_2')")), _job("called('zq')", ("moved('zq', 'zq_2')", ""))],
    "models.set_size": [_job("called(1)")],
    "layers.Dense": [_job("called(4, activation='dies')"), _job("called(4)")],
    "callbacks.Gone": [_job("called()")],
}


@pytest.fixture(scope="module", params=["3.6", "3.8", "3.13"])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The raw answer for the made-up package under one Python."""
    home = tmp_path_factory.mktemp(f"python{request.param}")
    (home / "keras").mkdir()
    for name, code in CODE.items():
        (home / "keras" / name).write_text(textwrap.dedent(code), encoding="utf-8")
    (home / "ask.json").write_text(json.dumps(ASKED))
    command = [find_python(request.param), INSIDE / "literals.py", "keras", home / "out.json", home / "ask.json"]
    subprocess.run(command, cwd=home, env={"PYTHONPATH": str(home), "TMPDIR": str(home)}, check=True)
    found: dict[str, Any] = json.loads((home / "out.json").read_text())
    return found


def test_a_method_is_that_of_all_classes_that_share_it(told: dict[str, Any]) -> None:
    assert told["models.Model.save"]["places"] == ["keras.models.Model", "keras.models.Sequential"]
    assert told["models.Model.compile"]["places"] == ["keras.models.Sequential"]
    assert told["models.Model.save"]["parameters"] == ["filepath", "overwrite"]


def test_what_is_not_there_is_not_told(told: dict[str, Any]) -> None:
    assert set(ASKED) - set(told) == {"models.Model.gone", "callbacks.Gone"}


def test_calls_are_tried_until_one_works(told: dict[str, Any]) -> None:
    assert told["models.Model.save"]["raised"] == [["ValueError: no such format: zq"], [""], None]
    nothing = "OSError: nothing there"
    assert told["models.load_model"]["raised"] == [[nothing, ""], [nothing, nothing]]


def test_a_call_that_kills_the_process_costs_its_own_answer(told: dict[str, Any]) -> None:
    assert told["layers.Dense"]["raised"] == [None, [""]]


def test_what_sets_something_for_the_process_has_one_for_itself(told: dict[str, Any]) -> None:
    assert told["models.set_size"] == {"places": ["keras.models.set_size"], "parameters": None, "raised": [[""]]}


@pytest.mark.parametrize(("text", "value", "words"), [
    ("ValueError: no zq.h5 here", "'zq.h5'", "ValueError: no {} here"),
    ("ValueError: no zq here", "'zq_d/zq'", "ValueError: no {} here"),
    ("ValueError: 'none' or 'NONE'", "'NONE'", "ValueError: 'none' or '{}'"),
    ("TypeError: 3 is no shape", "3", "TypeError: {} is no shape"),
    ("ValueError", None, "ValueError"),
])
def test_words_of_a_refusal_are_told_without_the_value(text: str, value: str | None, words: str) -> None:
    assert shape(text, value) == words


@pytest.mark.parametrize(("texts", "words"), [
    (["ValueError: a b c d", "ValueError: a b c d"], "ValueError: a b c d"),
    (["ValueError: a b c d", "ValueError: a b c e"], "ValueError: a b c …"),
    (["ValueError: a b", "ValueError: c d"], None),
    (["ValueError: a b c d", "TypeError: a b c d"], None),
])
def test_two_refusals_are_one_if_they_begin_alike(texts: list[str], words: str | None) -> None:
    assert common(texts) == words


@pytest.mark.parametrize(("raised", "says"), [
    ([("'zq'", [""]), ("'zq_d/zq'", ["OSError: x", ""])], RUNS),
    ([("'zq'", ["ValueError: not this zq"])], "ValueError: not this {}"),
    ([("'zq'", ["ValueError: not this zq"]), ("'zq_d/zq'", [""])], UNKNOWN),
    ([("'zq'", ["ValueError: not this zq"]), ("'zq_d/zq'", None)], UNKNOWN),
    ([("'zq'", ["ValueError: not this zq", "OSError: nothing there"])], UNKNOWN),
    ([("'zq'", ["TypeError: f() got an unexpected keyword argument 'x'"])], UNKNOWN),
    ([("'zq'", ["FileNotFoundError: [Errno 2] No such file or directory: 'zq'"])], UNKNOWN),
])
def test_what_stands_for_a_class_must_agree(raised: list[tuple[str | None, list[str] | None]], says: str) -> None:
    assert verdict(raised) == says


@pytest.mark.parametrize("probe", probes(), ids=lambda probe: probe.id)
def test_classes_are_told_apart_and_something_stands_for_each(probe: Probe) -> None:
    for name in probe.of:
        places = {trial.place for trial in probe.trials(name)}
        assert places == set(range(len(places)))
        assert [probe.place(probe.label(place)) for place in places] == sorted(places)


def test_a_call_is_tried_with_what_stands_for_its_class() -> None:
    calls = [trial.call for _, probe, trial in asked() if probe.id == "checkpoint-file"]
    tried = {"called(filepath='zq.h5', save_weights_only=True)", "called(filepath='zq_d/zq.keras')", "called(filepath='zq_e/')"}
    assert tried <= set(calls)


SOFT = Probe("p", {"layers.Dense": ""}, "", ("",), "", False, (), False,
             (Argument("name", None, "values", ("a", "b", "c"), (("'a'",), ("'b'",), ("'c'",)), {"b": "c"}),))
NO = "ValueError: no"


def _answer(told: dict[str, list[str]], place: str = "keras.layers.Dense") -> dict[str, Any]:
    return {"keras": {"places": {"layers.Dense": [place]}, "probes": {"p": [{"of": ["layers.Dense"], "told": told}]}}}


def _shipped(monkeypatch: pytest.MonkeyPatch, answers: dict[str, Any], keys: dict[str, list[int]]) -> list[dict[str, Any]]:
    monkeypatch.setattr("builder.refusals.probes", lambda: [SOFT])
    columns = [Column("keras", {}, ids) for ids in (["one"], ["two", "three"])]
    objects = Objects({key: {n: {} for n in numbers} for key, numbers in keys.items()})
    found = Refusals(columns, objects).compose(answers)
    probe = found["probes"][0] if found["probes"] else {"groups": []}
    for group in probe["groups"]:
        group["tried"] = found["sets"][group["tried"]]
        group["rows"] = [[found["sets"][row[0]], "?" if row[1] == HIDDEN else found["texts"][row[1]], *row[2:]] for row in group["rows"]]
    shipped: list[dict[str, Any]] = found["probes"]
    return shipped


def test_what_is_refused_ships_with_its_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"one": _answer({}), "two": _answer({NO: ["b"]}), "three": _answer({NO: ["b"]})}
    assert _shipped(monkeypatch, answers, {"keras/layers.Dense": [0, 1]}) == [{
        "arguments": [{"values": ["b", "c"], "name": "name", "like": {"b": "c"}}],
        "groups": [{"records": [0], "tried": "0-1", "rows": [["1", NO, 0]]}]}]


def test_environments_of_a_column_that_differ_leave_it_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"one": _answer({NO: ["b"]}), "two": _answer({NO: ["b"]}), "three": _answer({})}
    [probe] = _shipped(monkeypatch, answers, {"keras/layers.Dense": [0, 1]})
    assert probe["groups"][0]["rows"] == [["1", "?", 0], ["0", NO, 0]]


def test_callables_that_differ_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"one": _answer({NO: ["b"]}), "two": _answer({}, "keras.old.Dense")}
    keys = {"keras/layers.Dense": [0, 1], "keras/old.Dense": [1]}
    [probe] = _shipped(monkeypatch, answers, keys)
    assert [group["tried"] for group in probe["groups"]] == ["0"]
    [probe] = _shipped(monkeypatch, {**answers, "one": _answer({}), "two": _answer({NO: ["b"]}, "keras.old.Dense")}, keys)
    assert [(group["tried"], group["rows"]) for group in probe["groups"]] == [("1", [["1", NO, 0]])]


def test_nothing_ships_of_what_no_release_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shipped(monkeypatch, {"one": _answer({UNKNOWN: ["b"]})}, {"keras/layers.Dense": [0]}) == []


def test_words_that_ship_are_few() -> None:
    assert brief("ValueError: short") == "ValueError: short"
    assert brief("ValueError: " + "word " * 40).endswith("word …") and len(brief("ValueError: " + "word " * 40)) <= 60


@pytest.mark.parametrize("id", list(recipes()))
def test_the_answers_are_those_of_the_probes_and_the_code_as_they_are(id: str) -> None:
    recipe = recipes()[id]
    assert not packages(recipe) or is_current(recipe), f"python -m builder values {id}"


def test_answers_are_of_environments() -> None:
    assert {path.stem for path in Path(FOLDER).glob("*.json")} <= set(recipes())
    for path in Path(FOLDER).glob("*.json"):
        for found in read_values(path)["packages"].values():
            assert {name for groups in found["probes"].values() for group in groups for name in group["of"]} <= set(found["places"])
            assert written(recipes()[path.stem]) == path
