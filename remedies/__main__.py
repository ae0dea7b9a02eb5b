"""`python -m remedies [NAME…]` proves what is offered in these kernels, all by default, and writes docs/remedies.md; `sample` is a part of `make test`."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from accuracy.cells import Notebook, rewritten
from builder.environments import said

from . import kernels, promise, report
from .kernels import KERNELS, Kernel
from .replay import replayed
from .report import Row

NOTEBOOKS = Path(__file__).with_name("notebooks")
SAMPLED = ("tf2.15+numpy2",)


def cells_of(path: Path) -> list[tuple[int, str]]:
    """`# %%` parts cells, as in the percent format."""
    return list(enumerate(part.lstrip("\n") for part in path.read_text("utf-8").split("# %%\n") if part.strip()))


def written(path: Path, folder: Path) -> Path:
    """The same as a notebook's file."""
    cells = [{"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": [], "source": source} for _, source in cells_of(path)]
    file = folder / f"{path.stem}.ipynb"
    file.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}))
    return file


def proven(kernel: Kernel, paths: list[Path], installs: int | None = None) -> list[Row]:
    """One row for each notebook: what was offered, what pip did, what ran then. Notebooks with one offer share its install; of many `installs` are made."""
    notebooks = {path.stem: rewritten(path.stem, cells_of(path)) for path in paths}
    said(f"{kernel.name}: {len(paths)} notebooks")
    python = kernels.fresh(kernel)
    own = kernels.variables_of(kernel)
    environment = promise.probed(python, own)
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        told = folder / "environment.json"
        told.write_text(json.dumps(environment))
        reports = promise.reports(told, [written(path, folder) for path in paths])
    before = dict(zip(notebooks, replayed(python, list(notebooks.values()), own), strict=True))
    offers: dict[str, list[tuple[str, dict[str, object]]]] = {}
    rows = []
    for path, each in zip(paths, reports, strict=True):
        if not each["remedies"]:
            rows.append(Row(kernel.name, path.stem, None))
            continue
        remedy = each["remedies"][0]
        # The comment differs from notebook to notebook.
        offers.setdefault("\n".join(remedy["cell"].splitlines()[1:]), []).append((path.stem, remedy))
    for number, (cell, taken) in enumerate(sorted(offers.items())[:installs]):
        if number:
            python = kernels.fresh(kernel)
        accepted, words = kernels.run_cell(python, cell)
        said(f"{kernel.name}: {taken[0][1]['title']}: pip {'took it' if accepted else 'refused it'}")
        chosen: list[Notebook] = [notebooks[name] for name, _ in taken]
        variables = {**own, **taken[0][1]["variables"]}  # type: ignore[dict-item]
        after = replayed(python, chosen, variables) if accepted else [None] * len(taken)
        rows += [Row(kernel.name, name, remedy, accepted, words, before[name], ran) for (name, remedy), ran in zip(taken, after, strict=True)]
    kernels.forget(kernel)
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m remedies", description=__doc__)
    parser.add_argument("kernels", nargs="*", help="names, or sample; all by default")
    given = parser.parse_args().kernels
    names = SAMPLED if given == ["sample"] else tuple(given) or tuple(each.name for each in KERNELS)
    paths = sorted(NOTEBOOKS.glob("*.py"))
    installs = 1 if given == ["sample"] else None
    rows = [row for kernel in KERNELS if kernel.name in names for row in proven(kernel, paths, installs)]
    if not given:
        report.write(rows)
    for row in rows:
        print(row.line())
    broken = [row for row in rows if row.broken]
    print(f"{len(rows) - len(broken)} passed, {len(broken)} failed")
    return 1 if broken or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
