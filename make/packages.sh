#!/usr/bin/env bash
# Installs the npm packages of a folder exactly as its yarn.lock says. Usage: make/packages.sh FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"
cd "$1"

# jlpm (yarn 3) reads neither .npmrc nor npm_config_registry: hand it the registry that npm is set to.
YARN_NPM_REGISTRY_SERVER=${YARN_NPM_REGISTRY_SERVER:-$(npm config get registry 2>/dev/null)}
export YARN_NPM_REGISTRY_SERVER YARN_ENABLE_GLOBAL_CACHE=1 YARN_ENABLE_TELEMETRY=0 YARN_ENABLE_PROGRESS_BARS=0

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Installing npm packages in $1"
if ! jlpm install --immutable >"$log" 2>&1; then
  grep -v YN0013 "$log" >&2
  exit 1
fi
