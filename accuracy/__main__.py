"""`python -m accuracy all [ID…]` asks everything and writes docs/accuracy.md; `sample` is the part of `make test`."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from builder.configuration import Recipe, recipes
from builder.environments import said
from conformance import verdict

from . import cells, forms, generator, report, results
from .cells import Notebook

# Five environments for their mechanisms: re-export, mismatched lazy API, lazy loader, Keras 3, legacy Keras.
SAMPLED = ("tf2.4+keras2.4.3", "tf2.8", "tf2.15", "tf2.21", "tf2.15+legacy")
GENERATED = 2000
IN_SAMPLE = 100
LANES = 2
RESULTS = verdict.RESULTS.with_name("accuracy.json")

Read = tuple[list[results.Source], list[Notebook]]


def generated(number: int, seed: int) -> Read:
    """The first so many notebooks of a seed."""
    sources = list(generator.notebooks(number, seed))
    return sources, [cells.rewritten(f"{seed}:{each}", source) for each, source in enumerate(sources)]


def collected(folders: Sequence[str]) -> Read:
    """Every notebook in these folders that can be read."""
    sources, notebooks = [], []
    for path in forms.notebooks(folders):
        try:
            source = list(cells.sources(path))
        except (ValueError, KeyError):
            said(f"{path.name}: no notebook")
            continue
        sources.append(source)
        notebooks.append(cells.rewritten(path.name, source))
    return sources, notebooks


def everything(options: argparse.Namespace) -> int:
    """Ask the chosen environments, two at a time, and write what came of it."""
    known = recipes()
    chosen = [known[name] for name in options.id or SAMPLED]
    sets = {"generated": generated(options.number, options.seed)} if options.number else {}
    if options.collections:
        sets["collections"] = collected(options.collections)

    def one(recipe: Recipe) -> dict[str, results.Result]:
        return {name: results.ask(recipe, sources, notebooks) for name, (sources, notebooks) in sets.items()}

    with ThreadPoolExecutor(LANES) as lanes:
        for recipe, answers in zip(chosen, lanes.map(one, chosen), strict=True):
            for name, result in answers.items():
                results.keep(name, recipe, result)
            said(f"{recipe.id}: done")
            report.write(known.values())
    return 0


def rewrite(_: argparse.Namespace) -> int:
    """Write the document again from what was asked."""
    report.write(recipes().values())
    return 0


def some(options: argparse.Namespace) -> int:
    """Ask a sample of five environments, two at a time; 1 where a promise is broken."""
    sources, notebooks = generated(options.number, options.seed)

    def one(recipe: Recipe) -> results.Result | None:
        try:
            return results.ask(recipe, sources, notebooks)
        except (subprocess.CalledProcessError, RuntimeError) as error:
            said(f"{recipe.id}: {error}")
            return None

    chosen = [recipes()[name] for name in SAMPLED]
    with ThreadPoolExecutor(LANES) as lanes:
        answers = list(zip(chosen, lanes.map(one, chosen), strict=True))
    held = [result for _, result in answers if result]
    for recipe, result in answers:
        if result:
            show(recipe, result)
    wrong = [f"{recipe.id}: could not be asked" for recipe, result in answers if result is None]
    wrong += report.broken("generated", report.sums(held), sampled=True)
    wrong += ["some could not be followed to their end"] if any(each.died for each in held) else []
    for text in wrong:
        print(f"FAILED {text}")
    promises = len(chosen) + 2 * len(report.RECALL) + 1
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps({"numPassedTests": promises - len(wrong), "numFailedTests": len(wrong)}))
    return 1 if wrong else 0


def show(recipe: Recipe, result: results.Result) -> None:
    """The counts of one environment, and every difference with its line."""
    for kind, tally in result.comparison.tallies.items():
        print(f"{recipe.id}, {kind}: {tally.asked} asked, {tally.failing} failing, {tally.caught} caught, {tally.unsure} unsure, "
              f"{tally.false_alarms} false alarms")
    for each, line in zip(result.comparison.differences, result.lines, strict=True):
        print(f"       {each.what}, {each.kind}, {each.notebook} cell {each.cell} line {each.line}: {line}: {each.engine or each.truth}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m accuracy", description=__doc__)
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("all", help="ask everything, in these environments or in five")
    command.add_argument("id", nargs="*")
    command.add_argument("--collections", nargs="+", default=[], metavar="FOLDER", help="folders with real notebooks")
    command.add_argument("--number", type=int, default=GENERATED, help="so many generated notebooks; 0 for none")
    command.add_argument("--seed", type=int, default=generator.SEED)
    command.set_defaults(run=everything)
    command = commands.add_parser("sample", help="ask a sample, and fail where a promise is broken")
    command.add_argument("--number", type=int, default=IN_SAMPLE)
    command.add_argument("--seed", type=int, default=generator.SEED)
    command.set_defaults(run=some)
    command = commands.add_parser("forms", help="count the forms of real notebooks anew")
    command.add_argument("folder", nargs="+")
    command.set_defaults(run=lambda options: forms.write(options.folder))
    commands.add_parser("report", help="write the document from what was asked").set_defaults(run=rewrite)
    options = parser.parse_args()
    result: int = options.run(options)
    return result


if __name__ == "__main__":
    sys.exit(main())
