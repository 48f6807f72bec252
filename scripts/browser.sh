#!/usr/bin/env bash
# Find a Chromium for the tests of the page, or install one: the system's package where that is allowed, else Playwright's.
set -euo pipefail
cd "$(dirname "$0")/.."

for name in "${SEDERUNT_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
  if [ -n "$name" ] && command -v "$name" >/dev/null; then exit 0; fi
done

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo -n "$@"; else return 1; fi; }

if command -v apt-get >/dev/null && apt-cache show chromium >/dev/null 2>&1 || { command -v apt-get >/dev/null && as_root apt-get update -qq; }; then
  echo "installing the package chromium for the tests of the page"
  if as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null 2>&1 && command -v chromium >/dev/null; then exit 0; fi
fi
echo "no system Chromium: trying Playwright's own"
if .venv/bin/python -m playwright install chromium; then exit 0; fi
echo "No browser could be installed: the tests of the page will be skipped (in CI they fail)." >&2
[ -z "${CI:-}" ]
