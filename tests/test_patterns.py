"""No text makes a pattern backtrack: every pattern of code and rules, fed with what is made to hurt it."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="matches are timed by signals")
def test_no_pattern_is_slow() -> None:
    ran = subprocess.run(
        [sys.executable, ROOT / "tests" / "patterns.py"], capture_output=True, text=True, check=True
    )
    told = json.loads(ran.stdout)
    assert told["patterns"] > 400 and told["attacks"] > 1000
    assert told["slow"] == []


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="matches are timed by signals")
@pytest.mark.parametrize(
    ("pattern", "slow"),
    [
        (r"(?:a+)+b", True),  # exponential
        (r"(?:\w+ ?){1,3} by", True),  # cubic: found in the rules
        (r"(?:x|xx)+y", True),
        (r"\w+(?: \w+){0,2} by", False),
        (r"a{0,200}b", False),
    ],
)
def test_the_attacks_find_what_backtracks(pattern: str, slow: bool) -> None:
    sys.path.insert(0, str(ROOT / "tests"))
    from patterns import LIMIT, attacks, seconds

    assert any(seconds(re.compile(pattern), attack, LIMIT) >= LIMIT for attack in attacks(pattern, 0)) is slow
