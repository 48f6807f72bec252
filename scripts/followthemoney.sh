#!/bin/sh
# Put followthemoney beside the environment, for the tests of its export: it wants another networkx, so it runs in a process of its
# own; and it needs ICU and a compiler, so where they are missing its tests are skipped. A second call does nothing.
set -eu
cd "$(dirname "$0")/.."
[ -d .venv/followthemoney ] && exit 0
.venv/bin/python -m pip install --quiet --disable-pip-version-check --prefer-binary --target .venv/followthemoney.new \
	'followthemoney>=4.11,<5' >/dev/null 2>&1 && mv .venv/followthemoney.new .venv/followthemoney && exit 0
rm -rf .venv/followthemoney.new
echo "sederunt: followthemoney could not be installed: the tests that need it are skipped" >&2
