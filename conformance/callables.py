"""The questions about members and keywords, made of what classes and callables list of themselves in any environment."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .mutation import mutated
from .names import Names
from .questions import Question, lot

# Keywords that layers, optimizers and training have had under one release or another.
EVERYWHERE = ("name", "dtype", "trainable", "weights", "input_shape", "batch_input_shape", "input_dim", "input_length", "lr", "decay",
              "clipnorm", "clipvalue", "implementation", "init", "nb_epoch", "epochs", "output_dim", "border_mode")
# What a required parameter of this name is given, so that a call can work.
REQUIRED = {"units": "2", "filters": "2", "kernel_size": "3", "rate": "0.5", "input_dim": "4", "output_dim": "3", "size": "2",
            "pool_size": "2", "n": "2", "target_shape": "(2,)", "dims": "(1,)", "stddev": "0.1", "cropping": "1", "padding": "1",
            "function": "abs", "monitor": "'loss'", "num_classes": "2", "factor": "2", "depth_multiplier": "1", "mask_value": "0",
            "factors": "2", "height": "2", "width": "2", "axis": "-1", "activation": "'relu'", "schedule": "abs", "filepath": "'x.keras'"}
# What a keyword is given; None where none of these names.
VALUES = {"name": "'x'", "dtype": "'float32'", "trainable": "True", "input_shape": "(3,)", "batch_input_shape": "(2, 3)", "input_dim": "4",
          "input_length": "5", "lr": "0.5", "learning_rate": "0.5", "decay": "0.1", "clipnorm": "1.0", "clipvalue": "1.0",
          "implementation": "1", "epochs": "1", "nb_epoch": "1", "output_dim": "3", "units": "2", "filters": "2", "kernel_size": "3"}
# Calling these builds whole networks or asks the network for data.
ASIDE = re.compile(r"\.(applications|datasets)\.")
SENSELESS = "no_such_keyword=None"
# How an exception speaks of a keyword, and not of what it was given.
REFUSED = re.compile(r"(keyword argument|argument\(s\)|parameters?|takes no arguments|not recognized|no longer supported)", re.IGNORECASE)


@dataclass(frozen=True)
class Called(Question):
    """A question about a keyword or a member: what the engine is asked, the same call without the keyword, and with a senseless one."""

    asks: Mapping[str, str] = field(default_factory=dict, hash=False)
    baseline: str | None = None
    control: str | None = None

    @property
    def put(self) -> Mapping[str, str]:
        return self.asks


Listed = Mapping[str, Any]


def symbols(union: Names) -> list[str]:
    """The classes and functions that are asked: those of the documented modules, each package by its shortest paths."""
    found = []
    for module in sorted(union.callables):
        if union.is_public(module) and "compat." not in module and not module.startswith("tensorflow.raw_ops"):
            found += [f"{module}.{name}" for name in sorted(union.callables[module]) if not name.startswith("_")]
    return found


def last(symbol: str) -> str:
    return symbol.rpartition(".")[2]


@dataclass
class Candidates:
    """By the last part of a name: every member, every keyword and every method's keywords that any environment lists."""

    members: dict[str, set[str]] = field(default_factory=dict)
    keywords: dict[str, set[str]] = field(default_factory=dict)
    methods: dict[str, dict[str, set[str]]] = field(default_factory=dict)

    def add(self, symbol: str, listed: Listed) -> None:
        name = last(symbol)
        self.members.setdefault(name, set()).update(listed["members"] or ())
        self.keywords.setdefault(name, set()).update(listed["calls"])
        for method, own in listed["methods"].items():
            self.methods.setdefault(name, {}).setdefault(method, set()).update(own["calls"])


def of_members(surveyed: Mapping[str, Listed], candidates: Candidates) -> Iterator[Called]:
    """Members of the classes that this environment has, by the class and, where it can be made without arguments, by an instance."""
    for symbol, listed in surveyed.items():
        if listed["members"] is None:
            continue
        chance = random.Random(lot(symbol))
        module, _, name = symbol.rpartition(".")
        begin = f"from {module} import {name}"
        known = sorted(candidates.members.get(name, ()))
        for member in [*known, *(mutated(chance.choice(known), chance) for _ in range(min(4, len(known))))]:
            yield Called("member", (begin, f"{name}.{member}"), asks={"symbol": symbol, "member": member, "on": "class"})
            yield Called("member", (begin, f"it = {name}()", f"it.{member}"), baseline="\n".join((begin, f"it = {name}()")),
                         asks={"symbol": symbol, "member": member, "on": "instance"})


def of_keywords(surveyed: Mapping[str, Listed], candidates: Candidates) -> Iterator[Called]:
    """Calls with one keyword, of the classes, functions and methods that this environment has."""
    for symbol, listed in surveyed.items():
        chance = random.Random(lot(symbol, "keyword"))
        module, _, name = symbol.rpartition(".")
        begin = f"from {module} import {name}"
        known = sorted(candidates.keywords.get(name, ()))
        if ASIDE.search(symbol):
            continue
        more = EVERYWHERE if listed["members"] is not None else EVERYWHERE[:1]
        for keyword in sorted({*known, *more, *(mutated(each, chance) for each in known[:1])}):
            yield call((begin, name), keyword, symbol, listed)
        for method, own in listed["methods"].items():
            words = sorted(candidates.methods.get(name, {}).get(method, ()))
            for keyword in sorted({*words, *(mutated(each, chance) for each in words[:1])}):
                yield call((begin, f"{name}.{method}"), keyword, f"{symbol}.{method}", own, "None")


def call(how: tuple[str, str], keyword: str, symbol: str, listed: Listed, *first: str) -> Called:
    """One call with a keyword; what is required is given. `how` is the import, and what is called."""
    begin, called = how
    values = {**VALUES, **REQUIRED}
    given = ", ".join([*first, *(f"{each}={values.get(each, 'None')}" for each in listed["requires"] if each != keyword)])
    whole = ", ".join(filter(None, (given, f"{keyword}={VALUES.get(keyword, 'None')}")))
    return Called("keyword", (begin, f"{called}({whole})"), asks={"symbol": symbol, "keyword": keyword},
                  baseline=f"{begin}\n{called}({given})", control=f"{begin}\n{called}({', '.join(filter(None, (given, SENSELESS)))})")


def told(question: Called, known: Mapping[str, str | None]) -> str | None:
    """What the interpreter's answers say of the member or keyword: `runs`, `Type: message`, or None where they say nothing clean."""
    asked = [text for text in (question.text, question.baseline, question.control) if text]
    if any(text not in known or (known[text] or "").startswith("!") for text in asked):
        return None
    answer, without = known[question.text], known[question.baseline] if question.baseline else None
    if question.kind == "member":
        if (question.baseline and without is not None) or (answer and "has no attribute" not in answer):
            return None  # no instance, or a property that is there and raises
        return answer or "runs"
    if answer is None:
        return "runs"
    keyword = str(question.asks["keyword"])
    kind, _, message = answer.partition(": ")
    if answer == without:  # this keyword gets as far as none does; that tells something where a senseless one does not
        return None if not question.control or known[question.control] == without else "runs"
    return answer if kind in ("TypeError", "ValueError") and REFUSED.search(message) and keyword in message else None
