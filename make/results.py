"""What a part of `make test` leaves behind for the closing table."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / ".keras-doctor-cache" / "results"
MISSING = RESULTS / "missing.txt"

# A test that did not run, and why.
Skipped = tuple[str, str]


def write(part: str, passed: int, failed: int) -> None:
    """Write the counts of a part whose tests have no runner of their own."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    counts = {"numPassedTests": passed, "numFailedTests": failed}
    (RESULTS / f"{part}.json").write_text(json.dumps(counts))


def missing(what: str, why: str, how: str) -> None:
    """Remember something that cannot be had on this machine, and how to get it."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    with MISSING.open("a") as lines:
        lines.write(f"NOT RUN: {what}, because {why}. Get it by: {how}\n")


def not_run(skipped: list[Skipped]) -> list[str]:
    """A line for each reason why tests did not run, with their number, or the name of the only one."""
    by_reason: dict[str, list[str]] = {}
    for test, why in skipped:
        by_reason.setdefault(why, []).append(test)
    return [
        f"NOT RUN: {tests[0] if len(tests) == 1 else f'{len(tests)} tests'}, because {why}"
        for why, tests in by_reason.items()
    ]


def read(part: str) -> tuple[int, int, list[Skipped]] | None:
    """Passed, failed, and the tests that were skipped; None where the part left no result."""
    jest = RESULTS / f"{part}.json"
    junit = RESULTS / f"{part}.xml"
    if jest.exists():
        return _jest(json.loads(jest.read_text()))
    if junit.exists():
        return _junit(ElementTree.parse(junit))
    return None


def _jest(report: dict) -> tuple[int, int, list[Skipped]]:
    skipped = [
        (test["fullName"], f"it is {test['status']}")
        for suite in report.get("testResults", [])
        for test in suite["assertionResults"]
        if test["status"] in ("pending", "todo", "skipped", "disabled")
    ]
    # A suite that cannot even start has no failed test, but it has failed.
    failed = report["numFailedTests"] + report.get("numRuntimeErrorTestSuites", 0)
    return report["numPassedTests"], failed, skipped


def _junit(report: ElementTree.ElementTree) -> tuple[int, int, list[Skipped]]:
    passed, failed, skipped = 0, 0, []
    for case in report.iter("testcase"):
        skip = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        elif skip is not None:
            skipped.append((case.get("name", "a test"), skip.get("message") or "it is skipped"))
        else:
            passed += 1
    return passed, failed, skipped
