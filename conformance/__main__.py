"""`python -m conformance all [ID…]` asks everything and writes docs/conformance.md; `sample` is the part of `make test`."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from builder.configuration import Recipe, recipes
from builder.environments import said

from . import interview, questions, regressions, report, verdict
from .callables import Candidates, symbols
from .comparison import Comparison
from .interview import Extent
from .names import of_all_releases
from .truth import Truth, environment

# Five environments for their mechanisms: re-export, mismatched lazy API, lazy loader, Keras 3, legacy Keras.
SAMPLED = ("tf2.4+keras2.4.3", "tf2.8", "tf2.15", "tf2.21", "tf2.15+legacy")
SAMPLE = Extent(names=520, called=400, seed=questions.SEED)
# Of members and keywords there are some 200,000 in each environment, and every call needs a process of its own.
CALLED = 3_000
ALL = Extent(names=None, called=CALLED, seed=questions.SEED)
LANES = 2


def ask(chosen: Sequence[Recipe], extent: Extent, finished: report.Keep) -> list[str]:
    """Ask each environment, two at a time, hand over each comparison as it comes, and name the environments that could not be asked."""
    union = of_all_releases()
    names = questions.of_names(union)
    wanted = symbols(union)
    candidates = Candidates()
    with ThreadPoolExecutor(LANES) as lanes:
        surveyed = dict(lanes.map(lambda recipe: (recipe.id, interview.survey(recipe, wanted)), chosen))
        for listed_there in surveyed.values():
            for symbol, listed in listed_there.items():
                candidates.add(symbol, listed)

        def one(recipe: Recipe) -> bool:
            try:
                here = environment(recipe)
                called = interview.of_called(surveyed[recipe.id], candidates, extent)
                comparison = interview.interview(recipe, interview.about(here["installed"], names, extent), called, here)
            except (subprocess.CalledProcessError, RuntimeError) as error:
                said(f"{recipe.id}: {error}")
                return False
            finished(recipe, here, comparison)
            said(f"{recipe.id}: done")
            return True

        return [recipe.id for recipe, done in zip(chosen, lanes.map(one, chosen), strict=True) if not done]


def everything(options: argparse.Namespace) -> int:
    """Ask all that is not asked, and write what came of it."""
    known = recipes()
    chosen = [known[name] for name in options.id] or list(known.values())
    Truth.asks = not options.answered
    extent = ALL if options.most is None else Extent(names=options.most, called=min(options.most, CALLED), seed=options.seed)
    missing = ask(chosen, extent, lambda recipe, here, comparison: report.keep(recipe, here, comparison, options.most))
    rewrite(options)
    return 1 if missing else 0


def rewrite(_: argparse.Namespace) -> int:
    """Write docs/conformance.md and the regressions from what has been asked."""
    results = report.results()
    regressions.remember(results)
    report.write(results)
    return 0


def some(_: argparse.Namespace) -> int:
    """Ask a sample of five environments, and every statement that ever disagreed; fail where a promise is broken."""
    found: dict[str, Comparison] = {"what once disagreed": regressions.ask()}
    missing = ask([recipes()[name] for name in SAMPLED], SAMPLE, lambda recipe, _, comparison: found.update({recipe.id: comparison}))
    return verdict.tell(found, missing)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m conformance", description=__doc__)
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("all", help="ask everything, in these environments or in all")
    command.add_argument("id", nargs="*")
    command.add_argument("--most", type=int, help="at most so many of each class, by the seed; what was asked before is not asked again")
    command.add_argument("--answered", action="store_true", help="compare what has been answered before, ask no interpreter anything new")
    command.add_argument("--seed", type=int, default=questions.SEED)
    command.set_defaults(run=everything)
    commands.add_parser("report", help="write the documents from what has been asked").set_defaults(run=rewrite)
    commands.add_parser("sample", help="ask a sample, and fail where a promise is broken").set_defaults(run=some)
    options = parser.parse_args()
    result: int = options.run(options)
    return result


if __name__ == "__main__":
    sys.exit(main())
