#!/bin/sh
# Find or install a Chromium for the tests of the network view. Without one those tests are skipped, and in CI they fail.
set -eu
cd "$(dirname "$0")/.."

say() { echo "sederunt: $*" >&2; }
# Ubuntu's package is a pointer to a snap, which a container cannot run: a browser counts only if it answers.
present() {
	for name in "${SEDERUNT_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
		[ -n "$name" ] && "$name" --version >/dev/null 2>&1 && return 0
	done
	.venv/bin/python - <<'PYTHON' 2>/dev/null
import sys
from pathlib import Path
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    sys.exit(not Path(playwright.chromium.executable_path).exists())
PYTHON
}
as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}
may_install() {
	command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" = 0 ] || sudo -n true >/dev/null 2>&1; }
}

present && exit 0
if may_install; then
	say "installing the package chromium for the tests of the view"
	as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || say "apt-get update failed; going on"
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >&2 ||
		say "the package chromium could not be installed"
	present && exit 0
	say "asking Playwright for its own Chromium"
	.venv/bin/python -m playwright install --with-deps chromium >&2 || true
else
	say "asking Playwright for its own Chromium"
	.venv/bin/python -m playwright install chromium >&2 || true
fi
present && exit 0
say "no Chromium could be found or installed: the tests of the network view need one."
say "Install it and try again:  sudo apt-get install chromium"
[ "${CI:-}" != true ] || exit 1
