"""A worker's limit of memory, and the model that is loaded outside of it when a report first needs it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.document import document_from_text
from extract.model import ENVIRONMENT, Mentions, is_pinned, load_model
from graph import worker_memory
from graph.pool import Pool
from graph.runners import Here, Limits
from graph.worker_memory import READY, LateModel

PLAIN = "The Shuixi Municipal Party Committee held a meeting on May 3, 2023. Fang Guolin presided. He Min attended."
OPEN = "The county council met on May 3, 2023. Brisk Vantrease attended, and the clerk Umbriel Tosk took the chair."
"""The grammar leaves words beside a role verb open: a model is asked."""


class Noted:
    """A model that notes what it is asked and what limit holds then."""

    name, digest = "noted", "0"

    def __init__(self, log: list[object]) -> None:
        self.log = log

    def annotate(self, texts: Sequence[str]) -> list[Mentions]:
        self.log += texts
        return [Mentions() for _ in texts]


def test_a_model_is_loaded_at_the_first_question_without_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    log: list[object] = []
    monkeypatch.setattr(worker_memory, "limit_memory", log.append)
    model = LateModel(Noted(log))
    model.megabytes = 70
    for text in ("one", "two"):
        model.annotate([text])
    assert log == [None, READY, 70, "one", "two"]


def test_a_model_that_was_loaded_before_is_only_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    log: list[object] = []
    monkeypatch.setattr(worker_memory, "limit_memory", log.append)
    model = LateModel(Noted(log))
    model.load()
    model.annotate(["one"])
    assert log == [READY, "one"]
    assert (model.name, model.digest) == ("noted", "0")


@pytest.mark.parametrize(
    ("name", "environment", "pinned"),
    [
        (None, "", True),
        ("en_core_web_sm", "", True),
        (None, "en_core_web_lg", False),
        ("en_core_web_sm", "en_core_web_lg", True),
        ("models/mine", "", False),
        ("http://localhost:9/v1#tiny", "", False),
    ],
)
def test_which_name_means_the_pinned_model(
    monkeypatch: pytest.MonkeyPatch, name: str | None, environment: str, pinned: bool
) -> None:
    monkeypatch.setenv(ENVIRONMENT, environment)
    assert is_pinned(name) is pinned


def test_a_worker_loads_no_model_for_a_report_that_needs_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\nsys.modules['spacy'] = None\n"
    )  # to load it is an error
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *filter(None, sys.path)]))
    with Pool(1) as pool:
        read = {
            read.document.path: read
            for read in pool.reports(
                document_from_text(text, path=path) for path, text in (("plain", PLAIN), ("open", OPEN))
            )
        }
    assert read["plain"].payload
    assert read["open"].failed is not None and "spacy" in read["open"].failed.detail


def test_loading_the_model_takes_nothing_from_the_memory_of_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    document = document_from_text(OPEN, path="open")
    with Pool(1, limits=Limits(seconds=120, megabytes=64)) as pool:
        (there,) = pool.reports([document])
    (here,) = Here(load_model()).reports([document])
    assert there.payload == here.payload != ""
