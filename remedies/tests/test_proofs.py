"""What is kept of an install, and when it has to be proven again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from accuracy.cells import rewritten
from remedies.__main__ import SAMPLED
from remedies.kernels import KERNELS, Kernel
from remedies.proofs import Proofs
from remedies.proving import NotProven, by_cell, proven
from remedies.source import NOTEBOOKS, cells_of, paths, written

KERNEL = Kernel("k", "3.11", None)
NOTEBOOK = rewritten("n", [(0, "import keras\nkeras.layers")])
OTHER = rewritten("n", [(0, "import keras\nkeras.models")])


def test_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    proofs = Proofs(KERNEL, tmp_path)
    assert proofs.took("cell") is None
    proofs.keep_install("cell", True, "")
    proofs.keep_run("cell", NOTEBOOK, {1: "", 2: "ImportError: no"})
    proofs.keep_run("cell", OTHER, None)
    known = Proofs(KERNEL, tmp_path)
    assert (known.took("cell") or ())[:2] == (True, "")
    assert known.ran("cell", NOTEBOOK) == ({1: "", 2: "ImportError: no"},)
    assert known.ran("cell", OTHER) == (None,)
    assert known.ran("another cell", NOTEBOOK) is None
    assert known.environment() is None
    known.keep_environment({"schema": 1})
    assert Proofs(KERNEL, tmp_path).environment() == {"schema": 1}
    known.forget()
    assert Proofs(KERNEL, tmp_path).took("cell") is None


def test_another_kernel_proves_nothing(tmp_path: Path) -> None:
    Proofs(KERNEL, tmp_path).keep_install("cell", True, "")
    assert Proofs(Kernel("k", "3.11", None, ("numpy==2.4.6",)), tmp_path).took("cell") is None
    assert Proofs(KERNEL, None).took("cell") is None


def test_nothing_is_installed_for_a_report(tmp_path: Path) -> None:
    with pytest.raises(NotProven):
        proven(KERNEL, paths(), Proofs(KERNEL, tmp_path), allowed=False)


def test_equal_cells_are_installed_once() -> None:
    def offer(purpose: str, release: str) -> dict[str, Any]:
        return {"cell": f'# {purpose}\n%pip install "keras=={release}"'}

    shared = by_cell({"a": offer("for a", "2.9.0"), "b": None, "c": offer("for c", "2.9.0"), "d": offer("for d", "2.8.0")})
    assert shared == {'%pip install "keras==2.8.0"': ["d"], '%pip install "keras==2.9.0"': ["a", "c"]}


def test_notebooks(tmp_path: Path) -> None:
    assert len(paths()) >= 12
    for path in paths():
        told = json.loads(written(path, tmp_path).read_text("utf-8"))
        assert [cell["source"] for cell in told["cells"]] == [source for _, source in cells_of(path)] != []
        compile("\n".join(source for _, source in cells_of(path)), path.name, "exec")


def test_sample_names_what_there_is() -> None:
    assert set(SAMPLED) <= {kernel.name for kernel in KERNELS}
    assert all((NOTEBOOKS / f"{name}.py").exists() for names in SAMPLED.values() for name in names)
