"""A notebook as rewritten programs, one a code cell, and the table of what they ask."""

from __future__ import annotations

import ast
import json
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from IPython.core.inputtransformer2 import TransformerManager

from .magics import Magics
from .statements import Statements
from .usage import Ledger, Page

# Cell magics whose body runs in the notebook's own namespace.
BODY_RUNS = {"time", "timeit", "capture", "prun"}
CELL_MAGIC = re.compile(r"%%(\w+)([^\n]*)(?:\n|$)")
# An assignment to the variables of the process; which root is imported first is then not enough to know its state.
VARIABLES = re.compile(r"environ|putenv|%(set_)?env\b")


@dataclass(frozen=True)
class Notebook:
    """What the interpreter is given, and what the engine's findings are compared with."""

    name: str
    # Python of each cell, rewritten; null where it does not parse.
    programs: list[str]
    ledger: Ledger
    broken: list[int]
    unread: list[int]
    # Statements that it begins with, the same in many notebooks; they can be run once for all of these.
    begins: list[str]


def sources(path: Path) -> Iterator[tuple[int, str]]:
    """The code cells of a saved notebook, with their index among all cells."""
    document: dict[str, Any] = json.loads(path.read_text("utf-8", errors="replace"))
    cells = document.get("cells")
    if cells is None:
        cells = [cell for sheet in document.get("worksheets", []) for cell in sheet.get("cells", [])]
    for index, cell in enumerate(cells):
        if cell.get("cell_type") == "code":
            source = cell.get("source", cell.get("input", ""))
            yield index, source if isinstance(source, str) else "".join(source)


def page(index: int, source: str) -> tuple[Page, str] | None:
    """The Python of a cell as IPython reads it; None where it is another language's."""
    text = source.replace("\r\n", "\n").replace("\u00a0", " ")
    found = CELL_MAGIC.match(text)
    if not found:
        return Page(index, text), plain(text)
    if found.group(1) not in BODY_RUNS:
        return None
    below = text[found.end():]
    return Page(index, below, above=1), plain(below)


def plain(text: str) -> str:
    """Python without magics; the transformer keeps lines where they are."""
    transformed: str = TransformerManager().transform_cell(text)  # type: ignore[no-untyped-call]
    return transformed


def rewritten(name: str, given: Iterator[tuple[int, str]] | list[tuple[int, str]]) -> Notebook:
    """Rewrite all cells."""
    trees: list[tuple[Page, ast.Module]] = []
    broken, unread = [], []
    everything = list(given)
    for index, source in everything:
        held = page(index, source)
        if held is None:
            unread.append(index)
            continue
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                tree = ast.parse(held[1])
                compile(tree, "<cell>", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError):
            broken.append(index)
            continue
        trees.append((held[0], ast.fix_missing_locations(Magics().visit(tree))))
    ledger = Ledger()
    begins = beginning([tree for _, tree in trees]) if not any(VARIABLES.search(source) for _, source in everything) else []
    programs = []
    for held_page, tree in trees:
        tree.body = Statements(held_page, ledger).body(tree.body)
        programs.append(ast.unparse(ast.fix_missing_locations(tree)))
    return Notebook(name, programs, ledger, broken, unread, begins)


def beginning(trees: list[ast.Module]) -> list[str]:
    """The first import of ours as statements that have the same effect on the process: its root, then the whole of it."""
    roots = Ledger().roots
    for tree in trees:
        for node in tree.body:
            touching = [each for each in ast.walk(node) if isinstance(each, (ast.Import, ast.ImportFrom))]
            names = [(each.module or "") if isinstance(each, ast.ImportFrom) else each.names[0].name for each in touching]
            ours = [(each, own) for each, own in zip(touching, names, strict=True) if own.split(".")[0] in roots]
            if not ours:
                continue
            first, own = ours[0]
            if own.split(".")[0] == "tf":
                return []
            whole = ast.Import([first.names[0]]) if isinstance(first, ast.Import) else ast.ImportFrom(first.module, first.names[:1], 0)
            return [f"import {own.split('.')[0]}", ast.unparse(whole)] if first in tree.body else [f"import {own.split('.')[0]}"]
    return []
