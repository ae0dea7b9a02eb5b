#!/usr/bin/env bash
# Builds the extension for people (production, no source maps) and packs it: dist/*.whl. Usage: make/wheel.sh
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"

rm -rf dist jupyterlab_keras_doctor/labextension
jlpm build:prod
# The extension is built: hatch only packs it (skip-if-exists in pyproject.toml).
.venv/bin/python -m pip wheel --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation \
  --wheel-dir dist .
ls dist
