"""Writes a kernelspec, so that JupyterLab offers an interpreter as a kernel.

Usage: kernelspec.py PREFIX NAME DISPLAY_NAME INTERPRETER, and JUPYTER_PATH=PREFIX/share/jupyter
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def write(prefix: Path, name: str, display_name: str, python: str, **variables: str) -> None:
    """Offer the interpreter under this name; the person's own site-packages stay out of it."""
    folder = prefix / "share" / "jupyter" / "kernels" / name
    folder.mkdir(parents=True, exist_ok=True)
    spec = {
        "argv": [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": display_name,
        "language": "python",
        "env": {"PYTHONNOUSERSITE": "1", **variables},
        "metadata": {"debugger": True},
    }
    (folder / "kernel.json").write_text(json.dumps(spec, indent=1))


if __name__ == "__main__":
    write(Path(sys.argv[1]), *sys.argv[2:])
