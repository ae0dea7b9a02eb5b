#!/usr/bin/env bash
# Makes .environments/NAME: what make/requirements-NAME.txt says, with the built wheel of the extension. Usage: make/host.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
place=.environments/$1
requirements=make/requirements-$1.txt

if [ ! -e "$place/ready" ] || ! cmp -s "$requirements" "$place/ready"; then
  head -n 1 "$requirements" | sed 's/^# /Making an environment: /'
  rm -rf "$place"
  .venv/bin/python -m uv venv -q --python .venv/bin/python "$place"
  .venv/bin/python -m uv pip install -q --python "$place/bin/python" -r "$requirements"
  cp "$requirements" "$place/ready"
fi
.venv/bin/python -m uv pip install -q --python "$place/bin/python" --no-deps --reinstall dist/*.whl
