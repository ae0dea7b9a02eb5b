"""The text form of an environment's callables: JSON laid out for review in a diff, one field of one class or function a line."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import Any

WIDTH = 140
# Fields that hold words; every other text is a sentence.
WORDS = ("bases", "members", "lacks", "sets", "holds", "calls", "methods", "deprecatedKeywords", "doubtful", "of",
         "given", "identities", "c", "f", "o")


def _words(text: str, indent: int) -> str:
    """Words as one string, or as a list of strings where they do not fit on a line."""
    rows = textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False) if len(text) > WIDTH else [text]
    margin = "\n" + " " * (indent + 2)
    return json.dumps(rows[0]) if len(rows) == 1 else "[" + margin + ("," + margin).join(map(json.dumps, rows)) + margin[:-2] + "]"


def _laid(value: Any, indent: int, field: str, deep: int) -> str:
    """A value of the form; objects that hold nothing but one short field stand on one line."""
    if not isinstance(value, dict):
        return _words(value, indent) if field in WORDS and isinstance(value, str) else json.dumps(value)
    kinds = {key: field if field in WORDS else key for key in value}
    rows = [f"{json.dumps(key)}: {_laid(item, indent + 2, kinds[key], deep - 1)}" for key, item in sorted(value.items())]
    line = "{" + ", ".join(rows) + "}"
    if not rows or (deep <= 0 and len(line) <= WIDTH and "\n" not in line):
        return line
    margin = "\n" + " " * (indent + 2)
    return "{" + margin + ("," + margin).join(rows) + margin[:-2] + "}"


def _mirrored(identities: dict[str, str]) -> dict[str, str]:
    """Modules with the words of one before them say `=module`: TensorFlow's API tree holds much of itself several times."""
    first: dict[str, str] = {}
    return {path: f"={first[words]}" if first.setdefault(words, path) != path else words for path, words in sorted(identities.items())}


def write_callables(path: Path, found: dict[str, Any]) -> None:
    """Write the callables of an environment; the order of the first keys is kept, everything below is sorted."""
    found = {**found, "identities": _mirrored(found["identities"])}
    parts = [f"{json.dumps(key)}: {_laid(value, 0, key, 1)}" for key, value in found.items()]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def _joined(value: Any) -> Any:
    if isinstance(value, list):
        return " ".join(value)
    return {key: _joined(item) for key, item in value.items()} if isinstance(value, dict) else value


def read_callables(path: Path) -> dict[str, Any]:
    """Read what `write_callables` wrote: words are single strings, however they were laid out."""
    found: dict[str, Any] = _joined(json.loads(path.read_text(encoding="utf-8")))
    identities = found["identities"]
    found["identities"] = {module: identities[words[1:]] if words[:1] == "=" else words for module, words in identities.items()}
    return found
