#!/usr/bin/env bash
# Runs the ui-tests. Usage: make/ui-tests.sh [playwright's arguments], after `make` has built the wheel
set -euo pipefail
cd "$(dirname "$0")/.."
make/browser.sh
make/host.sh lab42
make/host.sh company
cd ui-tests
exec npx --no-install playwright test "$@"
