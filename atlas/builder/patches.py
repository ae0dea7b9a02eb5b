"""Which measured release speaks for a patch that is not measured itself, by the groups of survey.json."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from .columns import Column, Measurement
from .configuration import ROOTS
from .survey import FILE

# What a group has and lacks here is nobody's public name.
PRIVATE = re.compile(r"(keras|tf_keras)\.src(\.|$)|tensorflow\.python(\.|$)")
Differs = dict[str, str]


def public(differs: Differs) -> Differs:
    """What people may rely on, of the modules in which a group is not like its minor's last one."""
    return {path: words for path, words in differs.items() if not PRIVATE.match(path)}


def standing(groups: list[dict[str, Any]], measured: Iterable[str]) -> dict[str, str]:
    """For each patch of a minor that is not measured: the measured one with the same public names, empty where there is none.

    The private modules in which the two are known to differ follow it, each after a blank.
    """
    found = {}
    known = [(g.get("differs", {}), p) for g in reversed(groups) for p in reversed(g["patches"]) if p in {*measured}]
    for group in groups:
        mine = group.get("differs", {})
        same = [(_apart(mine, differs), patch) for differs, patch in known if public(differs) == public(mine)]
        nearest = min(same, key=lambda one: len(one[0]), default=None)
        for patch in group["patches"]:
            if patch not in {*measured}:
                found[patch] = " ".join([nearest[1], *nearest[0]]) if nearest else ""
    return found


def _apart(one: Differs, other: Differs) -> list[str]:
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


def patches(measurements: list[Measurement], columns: list[Column]) -> dict[str, dict[str, str]]:
    """All of them, by root; measured is a release that some column holds."""
    surveyed = json.loads(FILE.read_text(encoding="utf-8"))
    held = {root: {m[root] for m in measurements for c in columns if c.root == root and m["id"] in c.ids} for root in ROOTS}
    return {root: {patch: by for groups in surveyed[root.replace("_", "-")].values() for patch, by in standing(groups, held[root]).items()}
            for root in ROOTS}
