"""Generated notebooks are the same for a seed, parse, and have every form."""

from __future__ import annotations

import json

import pytest

from accuracy import forms, generator
from accuracy.cells import rewritten
from accuracy.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def drawn() -> list[list[tuple[int, str]]]:
    vocabulary, weights = Vocabulary(), generator.weights()
    return [generator.notebook(number, 1, vocabulary, weights) for number in range(150)]


def test_a_notebook_hangs_on_seed_and_number_alone(drawn: list[list[tuple[int, str]]]) -> None:
    vocabulary, weights = Vocabulary(), generator.weights()
    assert generator.notebook(77, 1, vocabulary, weights) == drawn[77]
    assert generator.notebook(77, 2, vocabulary, weights) != drawn[77]


def test_they_parse(drawn: list[list[tuple[int, str]]]) -> None:
    assert [number for number, cells in enumerate(drawn) if rewritten("x", cells).broken] == []


def test_every_counted_form_is_there(drawn: list[list[tuple[int, str]]], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("notebooks")
    found = set()
    for number, cells in enumerate(drawn):
        path = folder / f"{number}.ipynb"
        path.write_text(json.dumps({"cells": [{"cell_type": "code", "source": text} for _, text in cells], "nbformat": 4}))
        found |= {form for form, times in forms.counted(path).items() if times}
    wanted = {form for form, part in forms.read().items() if part > 0.05}
    assert wanted - found <= {"cell that does not parse", "cell magic", "chain in handler"}
