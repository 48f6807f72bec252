"""Which model is loaded: argument, environment, default; package, folder or address."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from extract.model import ENVIRONMENT, ModelError, describe_model, load_model
from extract.model_spacy import PINNED


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


def test_an_address_is_never_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, "http://localhost:1/v1#some-model")
    with pytest.raises(ModelError, match="from --model alone"):
        load_model()


def test_a_folder_is_named_without_the_way_to_it(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "mine")
    model = load_model(str(tmp_path / "mine"))
    assert model is not None
    assert model.name == "mine"
