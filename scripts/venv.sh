#!/bin/sh
# Make .venv with what `run` (the program) or `test` (the program and its tests) needs; a second call does nothing.
# The stamp holds the checksum of pyproject.toml and the folder, because a moved checkout breaks an editable install.
set -eu
cd "$(dirname "$0")/.."

wanted=${1:?usage: scripts/venv.sh run|test}
case $wanted in
run) target=. ;;
test) target='.[test]' ;;
*) echo "scripts/venv.sh: '$wanted' is neither 'run' nor 'test'" >&2; exit 2 ;;
esac

say() { echo "sederunt: $*" >&2; }
suits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1; }
has_pip() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

# A name on the PATH may be a shim of a version manager that fails: an interpreter counts only if it runs.
# Among those that run, one that can make an environment by itself is better than a newer one that cannot.
find_python() {
	if [ -n "${PYTHON:-}" ]; then
		suits "$PYTHON" || { say "PYTHON=$PYTHON is no Python 3.11, 3.12 or 3.13 that runs"; return 1; }
		echo "$PYTHON"
		return
	fi
	found=
	for name in python3.13 python3.12 python3.11 python3 python; do
		suits "$name" || continue
		[ -n "$found" ] || found=$name
		has_pip "$name" && { echo "$name"; return; }
	done
	[ -n "$found" ] || { say "no Python 3.11, 3.12 or 3.13 found; install one, or give PYTHON=/path/to/python"; return 1; }
	echo "$found"
}

as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}
may_install() {
	command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" = 0 ] || sudo -n true >/dev/null 2>&1; }
}

# Debian and Ubuntu ship Python without ensurepip: install its package where that is allowed, else use virtualenv.
make_venv() {
	if ! has_pip "$1" && may_install; then
		version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
		say "this Python lacks ensurepip: installing the package python$version-venv"
		as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || say "apt-get update failed; going on"
		for package in "python$version-venv" python3-venv; do
			has_pip "$1" || as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
				--no-install-recommends "$package" >&2 || say "the package $package could not be installed"
		done
	fi
	if has_pip "$1"; then
		"$1" -m venv --clear .venv
	elif "$1" -m virtualenv --version >/dev/null 2>&1; then
		"$1" -m virtualenv --clear --quiet .venv
	elif "$1" -m pip --version >/dev/null 2>&1; then
		rm -rf .venv && mkdir .venv
		"$1" -m pip install --quiet --target .venv/virtualenv virtualenv
		PYTHONPATH=.venv/virtualenv "$1" -m virtualenv --quiet .venv
		rm -rf .venv/virtualenv
	else
		say "$1 cannot make a virtual environment: it has neither ensurepip nor pip."
		say "Install it and try again:  sudo apt-get install python3-venv"
		return 1
	fi
}

stamp="$(cksum <pyproject.toml) $(pwd)"
fresh() { [ -f ".venv/.sederunt-$1" ] && [ "$(cat ".venv/.sederunt-$1")" = "$stamp" ]; }
if suits .venv/bin/python; then
	if fresh test || fresh "$wanted"; then exit 0; fi
else
	python=$(find_python)
	say "making .venv with $("$python" --version)"
	make_venv "$python"
fi
.venv/bin/python -m pip --version >/dev/null 2>&1 || { say ".venv has no pip: 'make clean' and try again"; exit 1; }
say "installing into .venv (some minutes the first time)"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --prefer-binary -e "$target"
echo "$stamp" >".venv/.sederunt-$wanted"
