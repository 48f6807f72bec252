"""The set-up that `make` calls, with interpreters that only pretend: which one it takes, and when it installs again."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = ("sh", "cat", "cksum", "rm", "mkdir", "dirname", "id", "env", "cp")
INTERPRETER = """#!/bin/sh
case "$*" in
*sys.version_info*) exit {unsuited} ;;
*"import ensurepip"*) exit {incomplete} ;;
"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
"-m virtualenv --version" | "-m pip --version") [ {has_pip} = yes ] || [ "$0" = .venv/bin/python ] ;;
"-m virtualenv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
"-m pip install"*) echo "$*" >>installed ;;
--version) echo "Python {name}" ;;
esac
"""
SHIM = "#!/bin/sh\necho 'no such version' >&2\nexit 127\n"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a shell")


class Checkout:
    """A folder with the scripts, a project file, and a PATH on which nothing is but what a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "path"
        self.path.mkdir()
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found, tool
            (self.path / tool).symlink_to(found)
        shutil.copytree(ROOT / "scripts", folder / "scripts")
        (folder / "pyproject.toml").write_text("first", encoding="utf-8")

    def interpreter(
        self, name: str, *, suited: bool = True, complete: bool = True, has_pip: bool = True, text: str = ""
    ) -> Path:
        text = text or INTERPRETER.format(
            name=name,
            unsuited=int(not suited),
            incomplete=int(not complete),
            has_pip="yes" if has_pip else "no",
        )
        path = self.path / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
        return path

    def set_up(self, wanted: str = "run", **environment: str) -> tuple[int, str]:
        done = subprocess.run(
            ["sh", "scripts/venv.sh", wanted],
            cwd=self.folder,
            env={"PATH": str(self.path), **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stderr

    def installed(self) -> list[str]:
        log = self.folder / "installed"
        return (
            [line.split()[-1] for line in log.read_text(encoding="utf-8").splitlines()]
            if log.exists()
            else []
        )


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_the_newest_interpreter_that_runs_is_taken(checkout: Checkout) -> None:
    checkout.interpreter("python3.13", text=SHIM)  # on the PATH, and it fails
    checkout.interpreter("python3.12")
    checkout.interpreter("python3.11")
    status, said = checkout.set_up()
    assert status == 0
    assert "making .venv with Python python3.12" in said


def test_an_older_one_that_can_make_an_environment_is_better(checkout: Checkout) -> None:
    checkout.interpreter("python3.13", complete=False)
    checkout.interpreter("python3.11")
    assert "making .venv with Python python3.11" in checkout.set_up()[1]


def test_one_that_is_too_old_is_passed_over(checkout: Checkout) -> None:
    checkout.interpreter("python3", suited=False)
    status, said = checkout.set_up()
    assert status == 1
    assert "no Python 3.11, 3.12 or 3.13 found" in said


def test_the_user_chooses_the_interpreter(checkout: Checkout) -> None:
    checkout.interpreter("python3.13")
    other = checkout.interpreter("my-python")
    assert "making .venv with Python my-python" in checkout.set_up(PYTHON=str(other))[1]


def test_a_choice_that_does_not_run_is_named(checkout: Checkout) -> None:
    checkout.interpreter("python3.13")
    status, said = checkout.set_up(PYTHON="/no/such/python")
    assert status == 1
    assert "PYTHON=/no/such/python" in said


def test_without_ensurepip_virtualenv_makes_the_environment(checkout: Checkout) -> None:
    checkout.interpreter("python3.11", complete=False)
    assert checkout.set_up()[0] == 0
    assert (checkout.folder / ".venv" / "bin" / "python").exists()


def test_without_ensurepip_and_pip_the_missing_package_is_named(checkout: Checkout) -> None:
    checkout.interpreter("python3.11", complete=False, has_pip=False)
    status, said = checkout.set_up()
    assert status == 1
    assert "apt-get install python3-venv" in said


def test_nothing_is_installed_twice(checkout: Checkout) -> None:
    checkout.interpreter("python3.11")
    assert checkout.set_up("run")[0] == 0
    assert checkout.set_up("run") == (0, "")
    assert checkout.installed() == ["."]


def test_what_the_tests_need_comes_on_top_and_suffices_for_both(checkout: Checkout) -> None:
    checkout.interpreter("python3.11")
    for wanted in ("run", "test", "run", "test"):
        assert checkout.set_up(wanted)[0] == 0
    assert checkout.installed() == [".", ".[test]"]


def test_a_changed_project_is_installed_again(checkout: Checkout) -> None:
    checkout.interpreter("python3.11")
    checkout.set_up("test")
    (checkout.folder / "pyproject.toml").write_text("second", encoding="utf-8")
    checkout.set_up("test")
    assert checkout.installed() == [".[test]", ".[test]"]


def test_a_moved_checkout_is_installed_again(checkout: Checkout, tmp_path: Path) -> None:
    checkout.interpreter("python3.11")
    checkout.set_up()
    (checkout.folder / "moved").mkdir()
    for name in ("scripts", "pyproject.toml", ".venv", "installed"):
        (checkout.folder / name).rename(checkout.folder / "moved" / name)
    checkout.folder = checkout.folder / "moved"
    checkout.set_up()
    assert checkout.installed() == [".", "."]
