#!/usr/bin/env bash
# Runs the ui-tests. Usage: make/ui-tests.sh [playwright's arguments], after `make` has built the wheel
set -euo pipefail
cd "$(dirname "$0")/.."
make/browser.sh
make/lab42.sh
cd ui-tests
exec npx --no-install playwright test "$@"
