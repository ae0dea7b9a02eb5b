"""`make test`: every check there is, each even when another has failed, and a table of all of them at the end.

Exits 0 only where everything ran and passed. What could not run on this machine is named, with how to get it,
and counts as not passed: a check that did not run has proved nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time

import results

PARTS = {
    "lint": "lint",
    "unit": "unit tests",
    "builder-tests": "builder tests",
    "conformance": "conformance",
    "accuracy": "accuracy",
    "remedies-sample": "remedies",
    "package": "package",
    "ui-tests": "ui-tests",
}


def run(target: str) -> tuple[int, float]:
    """Exit code and seconds of one make target; its output goes straight to the terminal."""
    print(f"\n=== make {target} ===", flush=True)
    start = time.monotonic()
    make = os.environ.get("MAKE", "make")
    code = subprocess.run([make, "--no-print-directory", target], cwd=results.ROOT, stdin=subprocess.DEVNULL).returncode
    return code, time.monotonic() - start


def main() -> int:
    """Run all parts and print the table."""
    shutil.rmtree(results.RESULTS, ignore_errors=True)
    rows = []
    passed = failed = 0
    skipped: list[results.Skipped] = []
    for target, title in PARTS.items():
        code, seconds = run(target)
        counted = results.read(target)
        if counted is None:
            rows.append((title, "DID NOT RUN", seconds))
            failed += 1
            continue
        part_passed, part_failed, part_skipped = counted
        if code != 0 and part_failed == 0 and not part_skipped:
            part_failed = 1  # its set-up or its tidying up failed, after or beside the tests
        passed += part_passed
        failed += part_failed
        skipped += part_skipped
        verdict = "FAILED" if part_failed else "not all run" if part_skipped else "passed"
        rows.append((title, f"{verdict:12}{part_passed} passed, {part_failed} failed", seconds))
    missing = results.MISSING.read_text().splitlines() if results.MISSING.exists() else []

    print("\n=== result ===")
    for title, verdict, seconds in rows:
        print(f"{title:15}{verdict:45}{seconds:7.0f} s")
    for line in [*results.not_run(skipped), *missing]:
        print(line)
    print(f"{passed} passed, {failed} failed" + (f", {len(skipped)} skipped" if skipped else ""))
    return 1 if failed or skipped or missing else 0


if __name__ == "__main__":
    sys.exit(main())
