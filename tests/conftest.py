"""What several test files share: one build of the samples, made once for each test process."""

from __future__ import annotations

from pathlib import Path

import pytest
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
