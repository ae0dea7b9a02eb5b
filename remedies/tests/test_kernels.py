"""What is kept of pip's own words."""

from __future__ import annotations

import pytest

from remedies.kernels import complaint

RESOLVER = "ERROR: pip's dependency resolver does not currently take into account all the packages that are installed."


@pytest.mark.parametrize(
    ("stderr", "kept"),
    [
        ("", ""),
        ("WARNING: slow\n", ""),
        ("ERROR: Ignored the following versions\nERROR: No matching distribution found for a\n", "ERROR: No matching distribution found for a"),
        (f"{RESOLVER}\na 1.0 requires b<2, but you have b 2.0.\nc 1.0 requires b<2, but you have b 2.0.\n\nnotice\n",
         "a 1.0 requires b<2, but you have b 2.0.; c 1.0 requires b<2, but you have b 2.0."),
        (RESOLVER, RESOLVER),
    ],
)
def test_complaint(stderr: str, kept: str) -> None:
    assert complaint(stderr) == kept
