"""Looks into the wheel: everything that JupyterLab needs is in it, and nothing else. Usage: check_wheel.py WHEEL"""

from __future__ import annotations

import json
import re
import sys
import zipfile

import results

SHARE = r".*\.data/data/share/jupyter/labextensions/jupyterlab-keras-doctor"
NEEDED = {
    "the extension's description": rf"{SHARE}/package\.json",
    "its entry": rf"{SHARE}/static/remoteEntry\.\w+\.js",
    "its styles": rf"{SHARE}/static/style\.js",
    "its settings": rf"{SHARE}/schemas/jupyterlab-keras-doctor/plugin\.json",
    "how it was installed": rf"{SHARE}/install\.json",
    "the Python package": r"jupyterlab_keras_doctor/__init__\.py",
    "the licence": r".*\.dist-info/licenses/LICENSE",
}
UNWANTED = r"node_modules|tests/|\.map$|\.environments|__pycache__"


def main(path: str) -> int:
    """Say what is missing or too much, and leave the counts for `make test`."""
    wheel = zipfile.ZipFile(path)
    names = wheel.namelist()
    wrong = [f"{what} is missing" for what, pattern in NEEDED.items() if not any(re.fullmatch(pattern, n) for n in names)]
    wrong += [f"{name} should not be in it" for name in names if re.search(UNWANTED, name)]
    metadata = wheel.read(next(n for n in names if n.endswith(".dist-info/METADATA"))).decode()
    if re.search(r"^Requires-Dist:(?!.*extra ==)", metadata, re.MULTILINE):
        wrong.append("it requires other distributions")
    version = json.loads((results.ROOT / "package.json").read_text())["version"]
    if f"\nVersion: {version}\n" not in metadata:
        wrong.append(f"its version is not package.json's {version}")
    print(f"{path}: {len(names)} files, {sum(i.compress_size for i in wheel.infolist()) / 1e3:.0f} kB")
    print(*wrong, sep="\n", end="\n" if wrong else "")
    results.write("package", len(NEEDED) + 3 - len(wrong), len(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
