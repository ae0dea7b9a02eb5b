"""`make fuzz`: damaged notebooks by the hundred thousand, made of generated cells, of what interpreters were asked, and of real ones.

Folders with notebooks may be named; they stay outside the repository. bench/fuzz.mjs says what is looked for.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import results

sys.path[:0] = [str(results.ROOT), str(results.ROOT / "atlas")]

from accuracy import cells, forms, generator  # noqa: E402

CELLS = 100_000
# Generated notebooks whose cells are damaged.
NOTEBOOKS = 300
# The repository's own notebooks.
FOLDERS = ("examples", "tests/golden/notebooks")
STATEMENTS = results.ROOT / "tests/truth/statements.json"
PROGRAM = results.ROOT / "bench/fuzz.mjs"


def seeds(folders: Sequence[str]) -> Iterator[str]:
    """The cells that are damaged."""
    for notebook in generator.notebooks(NOTEBOOKS):
        yield from (source for _, source in notebook)
    for statement in json.loads(STATEMENTS.read_text("utf-8"))["statements"]:
        yield statement["code"]
    for path in forms.notebooks([*(str(results.ROOT / folder) for folder in FOLDERS), *folders]):
        yield from (source for _, source in cells.sources(path))


def main() -> int:
    """Write the seeds, and damage them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cells", type=int, default=CELLS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--collections", nargs="+", default=[], metavar="FOLDER", help="folders with real notebooks")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "seeds.json")
        path.write_text(json.dumps(list(seeds(options.collections))))
        return subprocess.run(["node", PROGRAM, path, str(options.cells), str(options.seed)], cwd=results.ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
