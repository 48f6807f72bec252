"""What the tests of the page and of the command line share: the page of the samples, open in the browser, and left clean; `run`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Visit, visiting
from commands import Run, runner
from crowd import crowd

from graph.view import render_page


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `sederunt` with arguments: exit status, standard output, standard error."""
    return runner(monkeypatch, capsys)


@pytest.fixture()
def samples(browser: Any, samples_out: Path) -> Iterator[Visit]:
    """The page of the samples, as it opens."""
    with visiting(browser, samples_out / "network.html") as visit:
        yield visit


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of 6,000 people at 4,000 meetings, made up."""
    page = tmp_path_factory.mktemp("large") / "page.html"
    page.write_text(render_page(crowd(6000, 4000)), encoding="utf-8")
    return page
