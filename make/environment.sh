#!/usr/bin/env bash
# Makes .venv with everything the other targets need: JupyterLab, the build tools and, where the machine
# has no Node.js 20, Node.js itself. Needs Python >= 3.10 and nothing else. Usage: make/environment.sh
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

modern() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; }

find_python() {
  local candidate
  for candidate in "${PYTHON:-python3}" python3.{14..10}; do
    if modern "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  fail "Keras Doctor needs Python 3.10 or later, and there is none on PATH." \
    "Install one, or name it: make PYTHON=/path/to/python3.12"
}

modern_node() { node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null; }

if ! modern .venv/bin/python; then
  python=$(find_python)
  echo "Making .venv with $("$python" --version)"
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    fail "This Python cannot make virtual environments: its venv module is not installed." \
      "On Debian and Ubuntu: apt-get install python$version-venv"
  fi
  rm -rf .venv
  "$python" -m venv .venv
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r make/requirements.txt

export PATH="$PWD/.venv/bin:$PATH"
if ! modern_node; then
  echo "No Node.js 20 or later on PATH: installing it from PyPI into .venv"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check -r make/requirements-node.txt
  modern_node || fail "Node.js from PyPI does not run on this machine. Install Node.js 20 or later."
fi
echo "Python $(.venv/bin/python -c 'import platform; print(platform.python_version())'), Node.js $(node --version)"
