"""Small notebooks by lot: the forms as often as real notebooks have them, the names as vocabulary.py draws them."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator

from . import forms
from .phrases import OPENINGS, PHRASES
from .vocabulary import Vocabulary
from .writer import Writer

SEED = 20261121
# However rare a form is among real notebooks, a generated one has it with this probability.
LEAST = 0.04


def weights() -> dict[str, float]:
    """How probable each phrase is, by the counted form that it stands for."""
    counted = forms.read()
    return {phrase.__name__: max(LEAST, min(1.0, counted.get(form, 0.0))) for form, phrase in PHRASES}


def notebook(number: int, seed: int, vocabulary: Vocabulary, by_phrase: dict[str, float]) -> list[tuple[int, str]]:
    """The code cells of one notebook, the same for the same number and seed."""
    chance = random.Random(int(hashlib.sha256(f"{seed}:{number}".encode()).hexdigest()[:12], 16))
    writer = Writer(chance, vocabulary)
    opening = chance.choices(OPENINGS, weights=[weight for weight, _ in OPENINGS])[0][1]
    cells = ["\n".join(opening(writer))]
    phrases = [phrase for _, phrase in PHRASES]
    for _ in range(chance.randrange(2, 8)):
        lines: list[str] = []
        for phrase in chance.choices(phrases, weights=[by_phrase[phrase.__name__] for phrase in phrases], k=chance.randrange(1, 4)):
            lines += phrase(writer)
        cells.append("\n".join(lines))
    return list(enumerate(cells))


def notebooks(number: int, seed: int = SEED) -> Iterator[list[tuple[int, str]]]:
    """The first so many notebooks of a seed."""
    vocabulary, by_phrase = Vocabulary(), weights()
    for each in range(number):
        yield notebook(each, seed, vocabulary, by_phrase)
