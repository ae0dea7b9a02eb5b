"""How the compact form writes lists of names: numbers as text, sorted tables, rows of differences."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

# The printable ASCII characters that JSON does not escape, without the blank: the first half ends a number, the second half goes on.
ALPHABET = "".join(chr(c) for c in range(33, 127) if chr(c) not in '"\\')
HALF = len(ALPHABET) // 2


def number(value: int) -> str:
    """A number ≥ 0: most significant digit first, every digit but the last from the second half of the alphabet."""
    text = ALPHABET[value % HALF]
    value //= HALF
    while value:
        text = ALPHABET[HALF + value % HALF] + text
        value //= HALF
    return text


def ascending(values: Iterable[int]) -> str:
    """Numbers without order, each as its distance from the one before it."""
    text, before = "", -1
    for value in sorted(values):
        text += number(value - before - 1)
        before = value
    return text


def numbers(values: Iterable[int]) -> str:
    """Numbers ≥ 0, one after the other."""
    return "".join(map(number, values))


class Places:
    """Writes places in a table as their distance from the one that comes next: what is new stands in the order of its first use."""

    def __init__(self) -> None:
        self._next = 0

    def distance(self, place: int) -> int:
        """0 the next one, otherwise odd numbers for places before it and even ones for places after."""
        gap = place - self._next
        self._next = place + 1
        return 2 * gap if gap >= 0 else -2 * gap - 1


def ranges(members: Sequence[int]) -> str:
    """`0-3,7`."""
    parts: list[list[int]] = []
    for n in members:
        if parts and parts[-1][1] == n - 1:
            parts[-1][1] = n
        else:
            parts.append([n, n])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in parts)


# What says how many characters a name shares with the one before it: characters that no name has.
SHARED = "!#$%&'()*+,-/:;<=>?@[]^`{|}"


def shared(words: Sequence[str]) -> str:
    """Sorted names: each as the character that tells how many characters it shares with the one before it, and the rest."""
    text, before = "", ""
    for word in words:
        same = len(os.path.commonprefix([before, word])[:len(SHARED) - 1])
        text += SHARED[same] + word[same:]
        before = word
    return text


def fronted(paths: Sequence[str]) -> str:
    """Dotted paths, sorted by segments: each as the number of segments that it shares with the one before it, and the rest."""
    words, before = [], list[str]()
    for path in paths:
        segments = path.split(".")
        shared = 0
        while shared < min(len(before), len(segments)) and before[shared] == segments[shared]:
            shared += 1
        words.append(f"{shared}{'.'.join(segments[shared:])}")
        before = segments
    return " ".join(words)
