#!/usr/bin/env bash
# Make the virtual environment .venv and install the project with its test tools; fast where nothing has changed.
set -euo pipefail
cd "$(dirname "$0")/.."

want=$(sha256sum pyproject.toml scripts/setup.sh | sha256sum | cut -d' ' -f1)
if [ -x .venv/bin/sederunt ] && [ "$(cat .venv/.stamp 2>/dev/null)" = "$want" ] && .venv/bin/python -c 'import spacy' 2>/dev/null; then
  exit 0
fi

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo -n "$@"; else return 1; fi; }

usable() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1; }

python=
for candidate in "${PYTHON:-}" python3.13 python3.12 python3.11 python3 python; do
  if [ -n "$candidate" ] && usable "$candidate"; then python=$candidate; break; fi
done
if [ -z "$python" ]; then
  echo "Sederunt needs Python 3.11, 3.12 or 3.13 (set PYTHON to its path)." >&2
  exit 1
fi

echo "setting up .venv with $("$python" --version) (a few minutes the first time)"
if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
  # Debian and Ubuntu keep these modules in a package of their own.
  version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  if command -v apt-get >/dev/null && as_root apt-get update -qq && { as_root apt-get install -y -qq "python$version-venv" || as_root apt-get install -y -qq python3-venv; } >/dev/null; then :; else
    echo "Python's venv module is missing: install the package python$version-venv (or python3-venv) and try again." >&2
    exit 1
  fi
fi
[ -x .venv/bin/python ] && usable .venv/bin/python || { rm -rf .venv; "$python" -m venv .venv; }
.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable ".[test]"
echo "$want" > .venv/.stamp
