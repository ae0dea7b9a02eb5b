"""One kernel: what is offered there for each notebook, each distinct offer installed once, and the notebooks run before and after."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from accuracy.cells import Notebook
from builder.environments import said

from . import kernels, promise
from .kernels import Kernel
from .promise import cell_of
from .proofs import Proofs
from .replay import replayed
from .report import Row, with_mends
from .source import program, written

# A kernel as it was.
UNTOUCHED = ""


class NotProven(Exception):
    """Something has not been installed or run yet, and nothing is to be."""


class Copy:
    """A copy of the kernel, made when it is needed, and made afresh once something was installed into it."""

    def __init__(self, kernel: Kernel, allowed: bool) -> None:
        self.kernel, self.state, self._allowed = kernel, UNTOUCHED, allowed
        self._python: Path | None = None

    def python(self, state: str = UNTOUCHED) -> Path:
        """The interpreter of a copy that is in this state, or in none yet."""
        if not self._allowed:
            raise NotProven
        if self._python is None or self.state not in (UNTOUCHED, state):
            self._python, self.state = kernels.fresh(self.kernel), UNTOUCHED
        return self._python

    def install(self, cell: str) -> tuple[bool, str]:
        """Run a repair cell."""
        python, self.state = self.python(cell), cell
        return kernels.run_cell(python, cell)


def asked(copy: Copy, proofs: Proofs) -> dict[str, Any]:
    """What the kernel tells of itself before anything is installed."""
    known = proofs.environment()
    if known is None:
        known = promise.probed(copy.python())
        proofs.keep_environment(known)
    return {**known, "variables": {**known["variables"], **kernels.variables_of(copy.kernel)}}


def offered(environment: Mapping[str, Any], paths: Sequence[Path]) -> list[dict[str, Any] | None]:
    """The first remedy for each notebook."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        told = folder / "environment.json"
        told.write_text(json.dumps(environment))
        reports = promise.reports(told, [written(path, folder) for path in paths])
    return [each["remedies"][0] if each["remedies"] else None for each in reports]


def run(copy: Copy, proofs: Proofs, made: tuple[str, Mapping[str, str]], notebooks: list[Notebook]) -> None:
    """Run those that were not run in this state: the cell that made it, and the variables that it sets."""
    state, variables = made
    missing = [each for each in notebooks if proofs.ran(state, each) is None]
    if missing:
        for notebook, ran in zip(missing, replayed(copy.python(state), missing, variables), strict=True):
            proofs.keep_run(state, notebook, ran)


def proven(kernel: Kernel, paths: list[Path], proofs: Proofs, allowed: bool = True) -> list[Row]:
    """One row for each notebook; NotProven where that takes an install and none is allowed."""
    said(f"{kernel.name}: {len(paths)} notebooks")
    copy, own = Copy(kernel, allowed), kernels.variables_of(kernel)
    notebooks = {path.stem: program(path) for path in paths}
    remedies = dict(zip(notebooks, offered(asked(copy, proofs), paths), strict=True))
    run(copy, proofs, (UNTOUCHED, own), list(notebooks.values()))
    for cell, names in by_cell(remedies).items():
        chosen = [notebooks[name] for name in names]
        known = proofs.took(cell)
        if known is None or (known[0] and any(proofs.ran(cell, each) is None for each in chosen)):
            known = (*copy.install(cell), "")
            proofs.keep_install(cell, known[0], known[1])
            said(f"{kernel.name}: {cell.splitlines()[0]}: pip {'took it' if known[0] else 'refused it'}")
        if known[0]:
            first = remedies[names[0]] or {}
            run(copy, proofs, (cell, {**own, **first["variables"]}), chosen)
    kernels.forget(kernel)
    return with_mends([row(kernel, name, remedies[name], (notebook, proofs)) for name, notebook in notebooks.items()])


def by_cell(remedies: Mapping[str, dict[str, Any] | None]) -> dict[str, list[str]]:
    """The notebooks that share an offer."""
    found: dict[str, list[str]] = {}
    for name, remedy in remedies.items():
        if remedy is not None:
            found.setdefault(cell_of(remedy), []).append(name)
    return dict(sorted(found.items()))


def row(kernel: Kernel, name: str, remedy: dict[str, Any] | None, ran: tuple[Notebook, Proofs]) -> Row:
    notebook, proofs = ran
    if remedy is None:
        return Row(kernel.name, name, None)
    cell = cell_of(remedy)
    accepted, words, day = proofs.took(cell) or (False, "", "")
    before, after = proofs.ran(UNTOUCHED, notebook), proofs.ran(cell, notebook)
    return Row(kernel.name, name, remedy, accepted, words, before and before[0], after and after[0], day)
