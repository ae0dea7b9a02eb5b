#!/usr/bin/env bash
# Makes .environments/lab42: the oldest JupyterLab that is supported, with the built wheel of the extension.
set -euo pipefail
cd "$(dirname "$0")/.."
place=.environments/lab42

if [ ! -e "$place/ready" ] || ! cmp -s make/requirements-lab42.txt "$place/ready"; then
  echo "Making an environment with JupyterLab 4.2"
  rm -rf "$place"
  .venv/bin/python -m uv venv -q --python .venv/bin/python "$place"
  .venv/bin/python -m uv pip install -q --python "$place/bin/python" -r make/requirements-lab42.txt
  cp make/requirements-lab42.txt "$place/ready"
fi
.venv/bin/python -m uv pip install -q --python "$place/bin/python" --no-deps --reinstall dist/*.whl
