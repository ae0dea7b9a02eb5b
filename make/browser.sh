#!/usr/bin/env bash
# Provides a Chromium for the ui-tests: the one there is, else Debian's (as root), else Playwright's own.
set -uo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"

there() {
  "${CHROMIUM_PATH:-/usr/bin/chromium}" --version >/dev/null 2>&1 ||
    (cd ui-tests && node -e 'require("fs").accessSync(require("@playwright/test").chromium.executablePath())') 2>/dev/null
}

debian() { [ "$(id -u)" = 0 ] && grep -q '^ID=debian' /etc/os-release 2>/dev/null; }

there && exit
if debian; then
  echo "Installing Chromium from Debian"
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  # The fonts have the signs that the panel and the marks draw.
  { apt-get update && apt-get install -y --no-install-recommends chromium fonts-dejavu-core; } >"$log" 2>&1 ||
    tail -n 5 "$log" >&2
  rm -f "$log"
fi
there && exit
echo "Installing Playwright's Chromium"
(cd ui-tests && npx --no-install playwright install chromium 2>&1) | tail -n 5 >&2
there && exit
python - <<'PYTHON'
import sys
sys.path.insert(0, "make")
import results
results.missing("ui-tests", "there is no Chromium and none could be installed",
                "apt-get install chromium, or CHROMIUM_PATH=/path/to/a/chromium make ui-tests")
PYTHON
echo "No Chromium could be had: the ui-tests cannot run." >&2
exit 1
