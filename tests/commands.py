"""How tests run the command line within their own process."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from graph.cli import main

Run = Callable[..., tuple[int, str, str]]
"""Arguments -> exit status, standard output, standard error."""


def runner(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Give the function that runs `sederunt` with arguments."""

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["sederunt", *map(str, arguments)])
        with pytest.raises(SystemExit) as caught:
            main()
        captured = capsys.readouterr()
        status = caught.value.code
        return (status if isinstance(status, int) else 0), captured.out, captured.err

    return run
