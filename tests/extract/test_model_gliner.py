"""GLiNER from a folder, with a library that only pretends: imported when asked for, offline, its spans checked."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extract.model import Mentions, ModelError, ModelSpan, load_model
from extract.model_gliner import CONFIG, OFFLINE, GlinerModel

TEXT = "Aroha Ngata took the chair; Losa Faleolo spoke."


class Pretended:
    """A GLiNER that finds the names it was given, and remembers how it was loaded and asked."""

    names: tuple[str, ...] = ("Aroha Ngata", "Losa Faleolo")
    loaded: dict[str, Any]
    asked: dict[str, Any]

    @classmethod
    def from_pretrained(cls, path: str, **options: Any) -> Pretended:
        if not (Path(path) / "weights").is_file():
            raise OSError(f"no weights in {path}")
        cls.loaded = {"path": path, **options, **{name: os.environ.get(name) for name in OFFLINE}}
        return cls()

    def inference(
        self, texts: Sequence[str], labels: list[str], **options: Any
    ) -> list[list[dict[str, Any]]]:
        type(self).asked = {"labels": labels, **options}
        return [
            [
                {"start": text.find(name), "end": text.find(name) + len(name), "text": name, "score": 0.9}
                for name in self.names
                if name in text
            ]
            for text in texts
        ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gl").mkdir()
    (tmp_path / "gl" / CONFIG).write_text("{}", encoding="utf-8")
    (tmp_path / "gl" / "weights").write_bytes(b"w")
    return tmp_path / "gl"


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> type[Pretended]:
    module = ModuleType("gliner")
    module.__spec__ = ModuleSpec("gliner", None)
    module.GLiNER = Pretended  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gliner", module)
    for name in OFFLINE:
        monkeypatch.setenv(name, "0")
    return Pretended


def test_a_folder_with_its_config_is_a_gliner_model(folder: Path, library: type[Pretended]) -> None:
    model = load_model(str(folder))
    assert isinstance(model, GlinerModel)
    assert model.name == "gl"


def test_people_come_with_offsets_and_no_hub_is_asked(folder: Path, library: type[Pretended]) -> None:
    found = GlinerModel(folder).annotate([TEXT, "The work goes on."])
    assert [[TEXT[span.start : span.end] for span in mentions.spans] for mentions in found] == [
        ["Aroha Ngata", "Losa Faleolo"],
        [],
    ]
    assert found[0].spans[0] == ModelSpan(start=0, end=11, label="PERSON")
    assert library.loaded["local_files_only"] is True
    assert [library.loaded[name] for name in OFFLINE] == ["1", "1"]
    assert library.asked["labels"] == ["person"]


def test_without_texts_nothing_is_asked(folder: Path, library: type[Pretended]) -> None:
    library.asked = {}
    assert GlinerModel(folder).annotate([]) == []
    assert library.asked == {}


def test_a_span_that_is_not_where_it_says_is_refused(
    folder: Path, library: type[Pretended], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = [[{"start": 1, "end": 4, "text": "Aro"}, {"start": 40, "end": 90, "text": "x"}]]
    monkeypatch.setattr(Pretended, "inference", lambda *_, **__: wrong)
    (mentions,) = GlinerModel(folder).annotate([TEXT])
    assert mentions == Mentions(
        refused=(
            "a person at 1:4, where the sentence has no such words",
            "a person at 40:90, where the sentence has no such words",
        )
    )


def test_a_folder_that_cannot_be_loaded_is_named(folder: Path, library: type[Pretended]) -> None:
    (folder / "weights").unlink()
    with pytest.raises(ModelError, match="model 'gl': no weights"):
        GlinerModel(folder).annotate([TEXT])


def test_without_the_library_the_extra_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(ModelError, match="the extra 'gliner'"):
        load_model(str(folder))
