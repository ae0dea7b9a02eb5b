"""Writes the records of `objects` as texts of numbers: the set of columns, then each field with its number and its rows."""

from __future__ import annotations

from typing import Any

from .coding import Places, numbers

# The fields by their number; what each row holds after its set: r a row of the table, t a text, b records after their count.
FIELDS = {"open": "", "made": "", "bases": "b", "members": "r", "lacks": "r", "sets": "r", "holds": "r", "calls": "r", "methods": "rr",
          "deprecated": "t", "unusable": "t", "refusals": "tr", "deprecatedMethods": "tr", "deprecatedKeywords": "r",
          "doubtful": "r"}


def _record(record: dict[str, Any]) -> str:
    told = [record["in"]]
    places = Places()
    for number, (field, form) in enumerate(FIELDS.items()):
        if field not in record:
            continue
        rows = [[record[field]]] if form == "" else record[field]
        told += [number, len(rows)]
        for key, *values in rows:
            told.append(key)
            if form == "b":
                told += [len(values), *values]
            else:
                # A row that stands for every name (`*`) is 0, any other one more than its distance.
                told += [value if kind == "t" else 0 if value < 0 else places.distance(value) + 1
                         for kind, value in zip(form, values, strict=True)]
    return numbers(told)


def coded_objects(told: dict[str, Any]) -> dict[str, Any]:
    """`objects` with its records as one text."""
    return {**told, "records": " ".join(map(_record, told["records"]))}
