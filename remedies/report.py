"""What was offered, whether pip took it, whether it was kept; written to docs/remedies.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .promise import cell_of
from .replay import Ran

FILE = Path(__file__).resolve().parent.parent / "docs" / "remedies.md"
HEAD = """# Remedies

The first repair that is offered for a notebook, installed for real. Written by `make remedies`; nothing in it is written by hand.

Each kernel is a copy of a measured environment. The lines of the repair cell are run by its own pip, and every usage of the notebook
(`remedies/notebooks`) by its interpreter, before and after. **Kept**: what it promised to clear runs, nothing that ran before fails (but
what the offer itself says that it breaks), and no more fails than it said. An offer that mends the environment and clears no line of its
notebook counts where another notebook in the same install shows what it cured.

"""


@dataclass(frozen=True)
class Row:
    """One notebook in one kernel."""

    kernel: str
    notebook: str
    remedy: dict[str, Any] | None
    accepted: bool = False
    # The last line that pip called an error.
    words: str = ""
    before: Ran | None = None
    after: Ran | None = None
    # When pip was asked.
    day: str = ""
    # The offer mends the environment, and another notebook in the same install shows that it did.
    mended: bool = False

    @property
    def failing(self) -> dict[int, str]:
        """What fails after the install."""
        return {number: error for number, error in (self.after or {}).items() if error}

    @property
    def lost(self) -> list[int]:
        """What ran before and fails now."""
        return [number for number in self.failing if (self.before or {}).get(number) == ""]

    @property
    def cured(self) -> list[int]:
        """What failed before and runs now."""
        return [number for number, error in (self.before or {}).items() if error and (self.after or {}).get(number) == ""]

    @property
    def kept(self) -> bool:
        """Whether something was cured, no more fails than was said, and nothing is lost but what was said."""
        if self.remedy is None or self.after is None:
            return False
        left = self.remedy["leaves"] + self.remedy["breaks"]
        return len(self.failing) <= left and len(self.lost) <= self.remedy["breaks"] and (self.before is None or self.mended or bool(self.cured))

    @property
    def broken(self) -> bool:
        return self.remedy is not None and not (self.accepted and self.kept)

    def line(self) -> str:
        if self.remedy is None:
            return f"{self.kernel}: {self.notebook}: nothing offered"
        state = "kept" if self.kept else "NOT KEPT" if self.accepted else "PIP REFUSED"
        errors = "" if self.kept else "; ".join(sorted(set(self.failing.values()))[:3])
        told = f"{f' ({errors})' if errors else ''}{f' [{self.words}]' if self.words else ''}"
        return f"{self.kernel}: {self.notebook}: {self.remedy['title']}: {state}{told}"


def with_mends(rows: list[Row]) -> list[Row]:
    """A notebook that fails nowhere shows nothing of an environment that was mended: those of one kernel that share its install do."""
    shown = {install_of(row) for row in rows if row.cured and row.kept}
    return [replace(row, mended=bool(row.remedy and row.remedy.get("mends")) and install_of(row) in shown) for row in rows]


def install_of(row: Row) -> tuple[str, str]:
    """The kernel, and what the offered cell does."""
    return row.kernel, cell_of(row.remedy) if row.remedy else ""


def write(rows: list[Row], left: Sequence[str] = ()) -> None:
    """docs/remedies.md; `left` are kernels that were not proven."""
    offered = [row for row in rows if row.remedy is not None]
    accepted = [row for row in offered if row.accepted]
    kept = [row for row in accepted if row.kept]
    share = f"{100 * len(kept) / len(accepted):.1f} %" if accepted else "–"
    installs = {install_of(row) for row in offered}
    days = sorted({row.day for row in offered if row.day})
    when = " to ".join(dict.fromkeys([days[0], days[-1]])) if days else "none made"
    totals = (f"{len(rows)} notebooks in {len({row.kernel for row in rows})} kernels, {len(offered)} offers ({len(installs)} installs, {when}): "
              f"pip took {len(accepted)}, {len(kept)} of these kept ({share}).\n\n")
    table = ["| kernel | notebook | offered | clears | leaves | breaks | pip | kept |", "|---|---|---|---|---|---|---|---|"]
    for row in rows:
        if row.remedy is None:
            table.append(f"| {row.kernel} | {row.notebook} | – | | | | | |")
            continue
        cells = [row.kernel, row.notebook, row.remedy["title"], *(str(row.remedy[each]) for each in ("clears", "leaves", "breaks")),
                 "took it" if row.accepted else f"refused it: {row.words}", "yes" if row.kept else "NO"]
        table.append(f"| {' | '.join(cells)} |")
    wrong = [f"- {row.line()}" for row in rows if row.broken]
    tail = "\n\nNot kept:\n\n" + "\n".join(wrong) if wrong else ""
    totals += f"Not proven yet: {', '.join(left)}.\n\n" if left else ""
    FILE.write_text(HEAD + totals + "\n".join(table) + tail + "\n", encoding="utf-8")
