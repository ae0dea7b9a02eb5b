"""Every check of the sources that runs nothing: style, types, import directions, and what must not be committed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import results

CHECKS = {
    "stylelint": ["npx", "--no-install", "stylelint", "--cache", "style/**/*.css"],
    "prettier": ["npx", "--no-install", "prettier", "--check", "**/*{.ts,.tsx,.js,.mjs,.jsx,.css,.json,.md}"],
    "eslint": ["npx", "--no-install", "eslint", ".", "--cache", "--max-warnings", "0"],
    "types": ["jlpm", "typecheck"],
    "types of the extension": ["npx", "--no-install", "tsc", "--noEmit"],
    "message catalogue": ["node", "scripts/catalogue.mjs", "--check"],
}

# What must stand in no committed file, and in which files to look.
FORBIDDEN = {
    "no registry's host in a lock file": (r"__archiveUrl|https?://", ["yarn.lock", "ui-tests/yarn.lock", "atlas/locks"]),
    "no registry's host": (r"registry\.(npmjs|yarnpkg)\.|files\.pythonhosted\.|pypi\.org/simple|deb\.debian\.", ["."]),
    "no path of one machine": (r"(^|[^\w.])/(work|farm|root|tmp|home/\w+|Users/\w+)/", ["."]),
}
THIS = "make/lint.py"


def command(arguments: list[str]) -> str:
    """What is wrong, by a tool's own words; empty where nothing is."""
    done = subprocess.run(arguments, cwd=results.ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def committed(pattern: str, paths: list[str]) -> str:
    """Lines of committed text files that match."""
    listed = subprocess.run(["git", "ls-files", "-z", "--", *paths], cwd=results.ROOT, capture_output=True, text=True)
    if listed.returncode != 0:
        return listed.stderr
    found = []
    for name in filter(None, listed.stdout.split("\0")):
        path = results.ROOT / name
        if name == THIS or not path.is_file():
            continue
        try:
            lines = path.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # a picture
        found += [f"{name}:{i}: {line.strip()[:120]}" for i, line in enumerate(lines, 1) if re.search(pattern, line)]
    return "\n".join(found)


def main() -> int:
    """Run all checks, say what is wrong, and leave the counts for `make test`."""
    subprocess.run(["node", "scripts/assemble.mjs"], cwd=results.ROOT, check=True)
    checks = {name: lambda arguments=arguments: command(arguments) for name, arguments in CHECKS.items()}
    checks |= {name: lambda search=search: committed(*search) for name, search in FORBIDDEN.items()}
    failed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = {name: pool.submit(check) for name, check in checks.items()}
    for name, answer in found.items():
        wrong = answer.result()
        print(f"{'FAILED' if wrong else 'ok':7} {name}", flush=True)
        if wrong:
            failed += 1
            print(wrong, flush=True)
    results.write("lint", len(checks) - failed, failed)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
