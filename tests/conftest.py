"""What several test files share: one build of the samples and one browser, made once for each test process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browser import close_shared, shared
from hypothesis import settings

# how long an example takes is the machine's business: a busy one must not fail a property
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def samples_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a build of `corpus/samples`. Tests read it and leave it as it is."""
    from graph.build import build

    out = tmp_path_factory.mktemp("samples") / "out"
    build([ROOT / "corpus" / "samples"], out)
    return out


@pytest.fixture(scope="module")
def browser() -> Any:
    """Headless Chromium, the same for all files of tests that follow one another."""
    return shared()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Close the browser before a test that does not use it."""
    if item.get_closest_marker("browser") is None:
        close_shared()


def pytest_sessionfinish() -> None:
    """Close the browser at the end."""
    close_shared()
