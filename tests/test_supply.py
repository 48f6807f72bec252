"""The lock file: every package of the program, pinned in its range, with hashes and without addresses."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from graph.doctor import BOUND, in_range

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINS = dict(re.findall(r"^([a-z0-9-]+)==([\w.]+)", LOCK, re.MULTILINE))


def test_every_dependency_is_pinned_in_its_range() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    for requirement in wanted:
        name, bounds = re.match(r"([a-z0-9-]+)(.*)", requirement).groups()  # type: ignore[union-attr]
        assert in_range(PINS[name], BOUND.findall(bounds)), requirement


def test_every_pin_has_hashes_and_no_address() -> None:
    blocks = re.split(r"\n(?=[a-z])", LOCK.strip())
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in LOCK
