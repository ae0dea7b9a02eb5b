"""data/limits.json: which releases of other packages stop the import of which TensorFlow."""

from __future__ import annotations

from builder.configuration import recipes
from builder.limits import MODULES, WANTED, read
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

NEEDS_NUMPY_1 = SpecifierSet(">=2.5,<2.18")


def test_rows_are_of_what_is_laid() -> None:
    measured = {recipe.tensorflow for recipe in recipes().values() if recipe.plain}
    for row in read():
        asked = Requirement(row["asked"])
        assert row["tensorflow"] in measured
        assert row["distribution"] == asked.name in MODULES
        assert asked.specifier.contains(row["version"])
    assert {Requirement(each).name for each in WANTED} == set(MODULES)


def test_each_tensorflow_is_tried_with_the_first_and_a_last_numpy_2() -> None:
    """What lies between is judged by these two."""
    for tensorflow in sorted({row["tensorflow"] for row in read() if Version(row["tensorflow"]) >= Version("2.5")}, key=Version):
        rows = [row for row in read() if row["tensorflow"] == tensorflow and row["distribution"] == "numpy"]
        tried = {row["version"]: row["importTensorflow"] for row in rows if Version(row["version"]).major == 2}
        assert "2.0.0" in tried, tensorflow
        assert max(tried, key=Version) != "2.0.0", tensorflow
        assert all((error is not None) == NEEDS_NUMPY_1.contains(tensorflow) for error in tried.values()), tensorflow
