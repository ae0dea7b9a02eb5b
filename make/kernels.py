"""Provides the kernels of the ui-tests: kernelspecs in .environments/ui/share/jupyter.

Those that a test installs into are made afresh each time. A kernel that cannot be made on this machine is
remembered for the end of `make test`; the tests that need it fail and say so. Usage: kernels.py [NAME…]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import kernelspec
import results

PLACE = results.ROOT / ".environments" / "ui"
PYTHON = results.ROOT / ".venv" / "bin" / "python"
EXTRAS = ["--extra", "ipykernel", "--extra", "pip"]


def measured(environment: str, *options: str) -> str:
    """The interpreter of one of the atlas's environments, with what a kernel needs."""
    command = [str(PYTHON), "-m", "builder", "environment", environment, *EXTRAS, *options]
    made = subprocess.run(command, cwd=results.ROOT / "atlas", capture_output=True, text=True, check=False)
    if made.returncode != 0:
        raise RuntimeError((made.stderr.strip() or "the atlas builder failed").splitlines()[-1])
    return made.stdout.strip()


def without_tensorflow() -> str:
    """The interpreter of an environment that has a kernel, pip and nothing more."""
    folder = PLACE / "none"
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        shutil.rmtree(folder, ignore_errors=True)
        for command in (
            ["venv", "-q", "--python", str(PYTHON), str(folder)],
            ["pip", "install", "-q", "--python", str(python), "ipykernel", "pip"],
        ):
            subprocess.run([str(PYTHON), "-m", "uv", *command], check=True, stdin=subprocess.DEVNULL)
        (folder / "ready").touch()
    return str(python)


def afresh(environment: str, name: str) -> str:
    """The interpreter of an environment that a test may change: nobody else's, and as locked."""
    return measured(environment, "--at", str(PLACE / name))


# What people read, how the interpreter is made, and the variables of the kernel.
KERNELS: dict[str, tuple[str, Callable[[], str], dict[str, str]]] = {
    "tf2.4": ("TensorFlow 2.4", lambda: measured("tf2.4"), {}),
    # A test installs into each of these three.
    "changed": ("TensorFlow 2.4 (changed)", lambda: afresh("tf2.4", "changed"), {}),
    "tf2.18": ("TensorFlow 2.18, keras 3.7", lambda: afresh("tf2.18+keras3.7.0", "tf2.18"), {}),
    "tf2.17": ("TensorFlow 2.17", lambda: afresh("tf2.17", "tf2.17"), {}),
    "tf2.21": ("TensorFlow 2.21", lambda: measured("tf2.21"), {}),
    # Here pip fails at whatever is not installed.
    "no-index": ("TensorFlow 2.4 without an index", lambda: measured("tf2.4"), {"PIP_NO_INDEX": "1"}),
    # The name that notebooks carry which know of no other kernel, as in a fresh JupyterLab.
    "python3": ("Python 3 (ipykernel)", without_tensorflow, {}),
}


def provide(name: str) -> None:
    """Make the environment and its kernelspec."""
    display_name, make, variables = KERNELS[name]
    shutil.rmtree(PLACE / "share" / "jupyter" / "kernels" / name, ignore_errors=True)
    python = make()
    # Nor may the person's IPython profile leak into a test.
    profile = PLACE / "ipython" / name
    profile.mkdir(parents=True, exist_ok=True)
    kernelspec.write(PLACE, name, display_name, python, IPYTHONDIR=str(profile), **variables)
    path = os.path.relpath(Path(python).parent.parent, results.ROOT)
    print(f"kernel {name}: {path}", flush=True)


def main(names: list[str]) -> int:
    """Provide the named kernels, or all; one that fails leaves the others."""
    for name in names or KERNELS:
        try:
            provide(name)
        except (RuntimeError, subprocess.CalledProcessError) as error:
            print(f"kernel {name} cannot be made: {error}", file=sys.stderr)
            results.missing(f"ui-tests on the kernel {name}", str(error), "what the message says, then make ui-tests")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
