"""What a notebook asks of TensorFlow and Keras, place by place, before anything is run."""

from __future__ import annotations

import ast
from dataclasses import asdict, dataclass, field
from typing import Any

# `tf` is no package in any release; `from tf.keras import …` is asked all the same, since people write it.
ROOTS = ("tensorflow", "keras", "tf_keras", "keras_core", "tf")


@dataclass(frozen=True)
class Usage:
    """One import, attribute, question by `getattr` or keyword, and where its own name stands. Lines and columns count from 1."""

    id: int
    # import, attribute (of a module or of an object, which only the interpreter tells), getattr, keyword.
    kind: str
    name: str
    cell: int
    line: int
    end_line: int
    # UTF-16 units; `end_column` is exclusive. Null where the parser does not know (inside f-strings).
    column: int | None
    end_column: int | None
    # Of names that one `from` imports, and of keywords of one call: what they share.
    group: int
    # The attribute is only a step towards a further one.
    step: bool = False
    # Inside an `if` that asks for a release, or a clause of a `try`: there it is not always reached.
    choice: bool = False


@dataclass
class Ledger:
    """The usages of one notebook as they are found."""

    usages: list[Usage] = field(default_factory=list)
    roots: set[str] = field(default_factory=lambda: set(ROOTS))
    groups: int = 0

    def group(self) -> int:
        self.groups += 1
        return self.groups

    def rows(self) -> list[dict[str, Any]]:
        return [asdict(usage) for usage in self.usages]


@dataclass
class Page:
    """The source of one cell and how its nodes are placed in it."""

    cell: int
    source: str
    # Lines before the first one that Python sees: the header of a cell magic.
    above: int = 0

    def __post_init__(self) -> None:
        self.lines = self.source.split("\n")

    def units(self, line: int, column: int) -> int:
        """An offset in bytes of UTF-8, as the parser gives it, as a column."""
        text = self.lines[line - 1].encode()[:column].decode("utf-8", errors="replace") if line <= len(self.lines) else ""
        return len(text.encode("utf-16-le")) // 2 + 1

    def span(self, node: Any, width: int | None = None, exact: bool = True) -> tuple[int, int, int | None, int | None]:
        """First line, last line, columns of a node, or of the last `width` characters of it."""
        end_line, end = node.end_lineno, node.end_col_offset
        if not exact or hasattr(node, "loose"):
            return node.lineno + self.above, end_line + self.above, None, None
        last = self.units(end_line, end)
        if width is not None:
            return end_line + self.above, end_line + self.above, last - width, last
        return node.lineno + self.above, end_line + self.above, self.units(node.lineno, node.col_offset), last


def dotted(node: ast.expr) -> str | None:
    """`a.b.c` as text; null for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return before and f"{before}.{node.attr}"
    return None
