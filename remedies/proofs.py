"""What was installed and run in a kernel, kept by exactly what was asked, so that `make remedies` can be stopped and goes on."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from accuracy.cells import Notebook
from builder.configuration import digest, recipes

from .kernels import Kernel
from .replay import Ran

FOLDER = Path(__file__).resolve().parent.parent / ".keras-doctor-cache" / "remedies"


# What a kernel is asked by: what it answered holds until the question changes.
QUESTION = sorted((FOLDER.parent.parent / "src" / "probe" / "python").glob("*.py"))


class Proofs:
    """The proofs of one kernel; without a folder they are forgotten with the process."""

    def __init__(self, kernel: Kernel, folder: Path | None = FOLDER) -> None:
        lock = b"" if kernel.recipe is None else recipes()[kernel.recipe].lock.read_bytes()
        self._file = folder and folder / f"{kernel.name}-{digest(kernel.python, lock, *kernel.over)}.json"
        self._known: dict[str, Any] = json.loads(self._file.read_text("utf-8")) if self._file and self._file.exists() else {}

    def ran(self, state: str, notebook: Notebook) -> tuple[Ran | None] | None:
        """What the notebook did in a state of the kernel; None where it was not run there."""
        found = self._known.get(_key(state, notebook), [])
        return ({int(number): error for number, error in found[0].items()} if found[0] is not None else None,) if found else None

    def took(self, state: str) -> tuple[bool, str, str] | None:
        """Whether pip took the cell, its last error, and the day; None where it was not tried."""
        found = self._known.get(digest(state))
        return None if found is None else (bool(found[0]), str(found[1]), str(found[2]))

    def environment(self) -> dict[str, Any] | None:
        """What the untouched kernel told of itself; None where it was not asked as it would be now."""
        found: dict[str, Any] | None = self._known.get(_question())
        return found

    def keep_environment(self, environment: dict[str, Any]) -> None:
        self._known[_question()] = environment
        self._write()

    def forget(self) -> None:
        """All of it, so that it is proven again."""
        self._known = {}
        self._write()

    def keep_run(self, state: str, notebook: Notebook, ran: Ran | None) -> None:
        self._known[_key(state, notebook)] = [ran]
        self._write()

    def keep_install(self, state: str, accepted: bool, words: str) -> None:
        self._known[digest(state)] = [accepted, words, date.today().isoformat()]
        self._write()

    def _write(self) -> None:
        if self._file:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps(self._known), "utf-8")


def _question() -> str:
    return digest("environment", *(path.read_bytes() for path in QUESTION))


def _key(state: str, notebook: Notebook) -> str:
    return digest(state, *notebook.begins, *notebook.programs)
