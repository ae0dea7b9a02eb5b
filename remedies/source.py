"""The notebooks, as they are written here: `# %%` parts cells, as in the percent format."""

from __future__ import annotations

import json
from pathlib import Path

from accuracy.cells import Notebook, rewritten

NOTEBOOKS = Path(__file__).with_name("notebooks")


def cells_of(path: Path) -> list[tuple[int, str]]:
    """The cells and their places."""
    return list(enumerate(part.lstrip("\n") for part in path.read_text("utf-8").split("# %%\n") if part.strip()))


def written(path: Path, folder: Path) -> Path:
    """The same as a notebook's file."""
    empty: dict[str, object] = {"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": []}
    cells = [{**empty, "source": source} for _, source in cells_of(path)]
    file = folder / f"{path.stem}.ipynb"
    file.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}))
    return file


def program(path: Path) -> Notebook:
    """The same as what an interpreter is given."""
    return rewritten(path.stem, cells_of(path))


def paths(names: tuple[str, ...] = ()) -> list[Path]:
    """Those that are named, all by default."""
    return sorted(path for path in NOTEBOOKS.glob("*.py") if not names or path.stem in names)
