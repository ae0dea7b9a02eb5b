"""`python -m remedies [NAME…]` proves what is offered in these kernels, all by default, and writes docs/remedies.md; `sample` is a part of `make test`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from . import report
from .kernels import KERNELS
from .proofs import FOLDER, Proofs
from .proving import NotProven, proven
from .report import Row
from .source import paths

# Kernels and notebooks whose offers take little to install: a requirement alone, and legacy Keras with its variable.
SAMPLED = {"tf2.15+numpy2": ("plain", "alias_import"), "tf2.18": ("optimizers", "removed_methods")}
RESULTS = Path(__file__).resolve().parent.parent / ".keras-doctor-cache" / "results" / "remedies-sample.json"


def show(rows: list[Row]) -> int:
    """Each row and the count; how many promises were not kept."""
    broken = sum(row.broken for row in rows)
    for row in rows:
        print(row.line())
    print(f"{len(rows) - broken} passed, {broken} failed")
    return broken


def sample() -> int:
    """A few of them, installed anew; where nothing is offered, nothing is proven."""
    rows = [row for kernel in KERNELS if kernel.name in SAMPLED for row in proven(kernel, paths(SAMPLED[kernel.name]), Proofs(kernel, None))]
    unproven = [row for row in rows if row.remedy is None]
    wrong = show(rows) + len(unproven)
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps({"numPassedTests": len(rows) - wrong, "numFailedTests": wrong}))
    return 1 if wrong or not rows else 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m remedies", description=__doc__)
    parser.add_argument("kernels", nargs="*", help="names, or sample; all by default")
    parser.add_argument("--again", action="store_true", help="install also what was proven before")
    parser.add_argument("--report", action="store_true", help="install nothing: write what was proven, and name the kernels that were not")
    options = parser.parse_args()
    if options.kernels == ["sample"]:
        return sample()
    chosen = [each for each in KERNELS if not options.kernels or each.name in options.kernels]
    if options.again:
        for kernel in chosen:
            Proofs(kernel, FOLDER).forget()
    rows, left = [], []
    for kernel in chosen:
        try:
            rows += proven(kernel, paths(), Proofs(kernel), allowed=not options.report)
        except NotProven:
            left.append(kernel.name)
    if not options.kernels:
        report.write(rows, left)
    return 1 if show(rows) or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
