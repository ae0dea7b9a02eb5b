"""`python -m builder COMMAND …`: see atlas/README.md."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from .configuration import Recipe, recipes
from .environments import covered, lock, make, of_release, said
from .pythons import PythonMissing


def chosen(ids: list[str]) -> list[Recipe]:
    """The named environments, or all."""
    known = recipes()
    for name in ids:
        if name not in known:
            raise SystemExit(f"no environment {name}; there are: {', '.join(known)}")
    return [known[name] for name in ids] if ids else list(known.values())


def environment(options: argparse.Namespace) -> int:
    """Print the interpreter of an environment; of a release alone, print the id that stands for it."""
    recipe = of_release(options.release) if options.release else recipes().get(options.id)
    if recipe is None and options.release:
        said(f"TensorFlow {options.release} is not covered; covered are: {', '.join(covered())}")
    elif recipe is None:
        said(f"no environment {options.id}; there are: {', '.join(recipes())}")
    if recipe is None:
        return 2
    wanted = not options.release or options.extra or options.at
    print(make(recipe, options.extra, options.at) if wanted else recipe.id)
    return 0


def measure_all(options: argparse.Namespace) -> int:
    """Measure what is not measured as it is locked now."""
    from .measure import is_current, measure

    for recipe in chosen(options.id):
        if options.again or not is_current(recipe):
            measure(recipe)
        else:
            said(f"{recipe.id} is measured")
    return 0


def emit_all(_: argparse.Namespace) -> int:
    """Write the compact form."""
    from .emit import emit

    raw, packed = emit()
    said(f"data/atlas.json: {raw} bytes, {packed} under gzip")
    return 0


def lock_all(options: argparse.Namespace) -> int:
    """Resolve locks again."""
    for recipe in chosen(options.id):
        lock(recipe)
    return 0


def look_elsewhere(options: argparse.Namespace) -> int:
    """Look at TensorFlow's packages outside its API, and at what it shows of other distributions."""
    from .elsewhere import ask_all

    return ask_all(chosen(options.id), options.again)


def callables(options: argparse.Namespace) -> int:
    """Ask the interpreters what classes and callables have and take; `candidates` gathers the keywords to try."""
    from .callables import ask_all, gather

    return gather() if options.command == "candidates" else ask_all(chosen(options.id), options.again)


def ask_remainder(options: argparse.Namespace) -> int:
    """Ask for the classes that the survey of callables leaves over."""
    from .remainder import ask_all

    return ask_all(chosen(options.id), options.again)


def try_values(options: argparse.Namespace) -> int:
    """Try literal arguments that some release refuses."""
    from .values import ask_all

    return ask_all(chosen(options.id), options.again)


def facts(options: argparse.Namespace) -> int:
    """Refresh one of the committed facts: releases, pairs, caps, limits, survey."""
    from . import caps, limits, pairs, releases, survey

    refresh = {"releases": releases.refresh, "pairs": pairs.refresh, "caps": caps.refresh, "limits": limits.refresh, "survey": survey.refresh}
    refresh[options.command](options.again)
    return 0


def everything(options: argparse.Namespace) -> int:
    """Measure, ask, refresh the facts that are missing, emit: all environments, or those that are named."""
    steps = ("measure", "elsewhere", "callables", "remainder", "values", "releases", "pairs", "caps", "emit")
    runs = {"measure": measure_all, "elsewhere": look_elsewhere, "callables": callables, "remainder": ask_remainder, "values": try_values,
            "emit": emit_all}
    for number, options.command in enumerate(steps, 1):
        said(f"step {number} of {len(steps)}: {options.command}")
        runs.get(options.command, facts)(options)
    return 0


def add(options: argparse.Namespace) -> int:
    """Add one release: its environments, their locks, and all that is known of it; then emit."""
    from .adding import Unknown
    from .adding import add as added

    try:
        options.id = [recipe.id for recipe in added(options.release)]
    except Unknown as unknown:
        said(str(unknown))
        return 2
    return everything(options)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m builder", description="Builds the atlas.")
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("environment", help="make or reuse an environment and print its interpreter")
    one.add_argument("id", nargs="?")
    one.add_argument("--extra", action="append", default=[], metavar="REQUIREMENT")
    one.add_argument("--at", type=Path, metavar="DIR", help="make a fresh one there")
    one.add_argument("--release", metavar="VERSION", help="in place of an id: the plain one of a TensorFlow release; alone, prints its id")
    one.set_defaults(run=environment)
    Run = Callable[[argparse.Namespace], int]
    several: list[tuple[str, Run]] = [("lock", lock_all), ("measure", measure_all), ("elsewhere", look_elsewhere),
                                      ("callables", callables), ("remainder", ask_remainder), ("values", try_values),
                                      ("all", everything)]
    for name, run in several:
        command = commands.add_parser(name, help=(run.__doc__ or "").splitlines()[0])
        command.add_argument("id", nargs="*")
        command.set_defaults(run=run)
    whole: list[tuple[str, Run]] = [("releases", facts), ("pairs", facts), ("caps", facts), ("limits", facts), ("survey", facts),
                                   ("candidates", callables), ("emit", emit_all)]
    for name, run in whole:
        commands.add_parser(name, help=(run.__doc__ or "").splitlines()[0]).set_defaults(run=run)
    release = commands.add_parser("add", help=(add.__doc__ or "").splitlines()[0])
    release.add_argument("release", metavar="NAME==VERSION", help="of tensorflow, keras or tf-keras")
    release.set_defaults(run=add)
    for command in commands.choices.values():
        command.add_argument("--again", action="store_true", help="even what is there already")
    options = parser.parse_args()
    if options.command == "environment" and (options.id is None) == (options.release is None):
        one.error("give an environment's id, or --release VERSION")
    try:
        result: int = options.run(options)
        return result
    except PythonMissing as error:
        said(str(error))
        return 3
    except RuntimeError as error:
        said(str(error))
        return 1


if __name__ == "__main__":
    sys.exit(main())
