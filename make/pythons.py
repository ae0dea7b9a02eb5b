"""Gets the Pythons that this machine lacks, where uv can get them. One that cannot be had is named by what needs it.

Usage: pythons.py (all that the tests use), or pythons.py RELEASE (the one that this TensorFlow needs)
"""

from __future__ import annotations

import subprocess
import sys

import results

sys.path.insert(0, str(results.ROOT / "atlas"))
from builder.environments import of_release  # noqa: E402
from builder.pythons import PythonMissing, find_python, uv_command  # noqa: E402

# 3.6 and 3.7 are older than what uv has: pyenv has them.
TESTED = ("3.8", "3.9", "3.10", "3.11", "3.12", "3.13")


def get(minor: str) -> None:
    """Install a Python where there is none of this release; no more than a line where that fails."""
    try:
        find_python(minor)
    except PythonMissing:
        print(f"Getting CPython {minor} by uv", flush=True)
        done = subprocess.run([uv_command(), "python", "install", "--no-progress", minor], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            why = (done.stderr.strip().splitlines() or ["no reason given"])[-1].strip()
            print(f"uv cannot get CPython {minor} here: {why}", file=sys.stderr)


def main(releases: list[str]) -> None:
    """Get what is asked for; an uncovered release is the builder's to refuse."""
    recipes = [of_release(release) for release in releases]
    for minor in [recipe.python for recipe in recipes if recipe] if releases else TESTED:
        get(minor)


if __name__ == "__main__":
    main(sys.argv[1:])
