"""Which model is loaded, and whether its files are the official ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from extract.model import (
    ENVIRONMENT,
    PINNED,
    ModelSpan,
    describe_model,
    find_model,
    load_model,
    quick_digest,
    verify_model,
)


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)


def test_none_means_the_grammar_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_model("none") is None
    assert "grammar alone" in describe_model("none")
    monkeypatch.setenv(ENVIRONMENT, "none")
    assert load_model() is None


def test_argument_goes_before_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, "none")
    model = load_model(PINNED)
    assert model is not None
    assert model.name == PINNED


def test_default_is_the_pinned_model() -> None:
    model = load_model()
    assert model is not None
    assert model.digest[:12] in describe_model()
    assert "default" in describe_model()


@pytest.mark.parametrize("name", ["no_such_model", "no/such/folder"])
def test_a_named_model_that_is_missing_is_an_error_that_names_it(name: str) -> None:
    with pytest.raises(FileNotFoundError, match=name):
        load_model(name)


def test_the_installed_files_are_the_official_ones() -> None:
    assert verify_model() == []


def test_a_changed_or_missing_file_is_named(tmp_path: Path) -> None:
    source = find_model(PINNED)
    assert source is not None
    copy = tmp_path / "model"
    shutil.copytree(source, copy)
    before = quick_digest(copy)
    (copy / "tokenizer").unlink()
    (copy / "config.cfg").write_text("[nlp]\n", encoding="utf-8")
    assert verify_model(copy) == ["config.cfg: not the official file", "tokenizer: missing"]
    assert quick_digest(copy) != before


def test_annotate_finds_people_with_offsets() -> None:
    model = load_model()
    assert model is not None
    texts = ["Emmanuel Macron met Angela Merkel in Paris.", "The work goes on."]
    spans = model.annotate(texts)
    assert len(spans) == 2
    assert ModelSpan(start=0, end=15, label="PERSON") in spans[0]
    assert spans[1] == ()
