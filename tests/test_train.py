"""`make train`: what becomes an example, and one small training that makes a usable, repeatable model."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import spacy
from spacy.tokens import Span

from corpus.load import read_reports
from corpus.records import Document
from extract.decisions import Decisions
from extract.decisions_read import parse_decisions
from extract.model import Model, load_model

ROOT = Path(__file__).parents[1]
REPORT = "Water meeting held\n\nOrvelda Quintrell chaired the meeting. Marigold Hall was shown to Brannoch Tesferry.\n"


@pytest.fixture(scope="module")
def train() -> ModuleType:
    spec = importlib.util.spec_from_file_location("train", ROOT / "scripts" / "train.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["train"] = module
    spec.loader.exec_module(module)
    return module


def document(folder: Path, text: str = REPORT) -> Document:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (read,), _ = read_reports([folder])
    return read


def decisions(*rows: str) -> Decisions:
    read = parse_decisions("verb,subject,object\n" + "".join(f"{row}\n" for row in rows))
    assert not read.bad
    return read


def test_every_name_of_the_answers_counts(train: ModuleType) -> None:
    gold = {
        "meetings": [{"present": [{"name": "Tan Heng", "roles": [], "aliases": ["Heng Tan"]}], "absent": ["Wei Yun"]}],
        "invoked": ["Lu Qi"],
        "press": [{"name": "Shu Min"}],
        "neither": ["Mo Li"],
    }  # fmt: skip
    assert train.names_of(gold) == {"Tan Heng", "Heng Tan", "Wei Yun", "Lu Qi", "Shu Min", "Mo Li"}
    assert train.names_of({"meetings": []}) == set()


def test_decisions_about_people_name_people_and_a_drop_names_none(train: ModuleType, tmp_path: Path) -> None:
    read = document(tmp_path)
    given = decisions(
        "rename,Orvelda Quintrell @ a.txt,Orvelda M. Quintrell",
        "same,Brannoch Tesferry @ a.txt,Somebody Else @ b.txt",
        "drop,Marigold Hall @ a.txt,",
        "place-is,provincial @ a.txt,Gansu",
        "rename,Nobody Here @ b.txt,Nobody",
    )
    assert train.decided(read, given) == ({"Orvelda Quintrell", "Brannoch Tesferry"}, {"Marigold Hall"})


PLACES = [
    ("whole words alone", "Ann and Annan", {"Ann"}, ["Ann"]),
    ("the longer of two", "Ann Marr spoke to Ann", {"Ann", "Ann Marr"}, ["Ann Marr", "Ann"]),
    ("over the end of a line", "Ann\nMarr spoke", {"Ann Marr"}, ["Ann\nMarr"]),
    ("signs are letters", "(J. Marr) J xMarr", {"J. Marr"}, ["J. Marr"]),
    ("an empty name is nowhere", "Ann", {"", " "}, []),
]


@pytest.mark.parametrize(
    ("text", "names", "found"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES]
)
def test_where_names_stand(train: ModuleType, text: str, names: set[str], found: list[str]) -> None:
    assert [text[start:end] for start, end in train.places(text, names)] == found


def test_people_are_labelled_other_entities_kept_and_doubt_left_open(
    train: ModuleType, tmp_path: Path
) -> None:
    nlp = spacy.blank("en")
    rows = list(train.sentences_of(document(tmp_path), {"Orvelda Quintrell"}, {"Marigold Hall"}, nlp))
    first, second = (row for row in rows if "Orvelda" in row.text or "Marigold" in row.text)
    assert (first.people, first.dropped) == (((0, 17),), ())
    assert [second.text[start:end] for start, end in second.dropped] == ["Marigold Hall"]
    text = "Tan Heng of Lanzhou met Orvelda Quintrell."
    silver = nlp.make_doc(text)
    silver.ents = [Span(silver, 0, 2, "PERSON"), Span(silver, 3, 4, "GPE")]
    labelled = train.Labelled(text=text, people=((24, 41),), dropped=(), unsure=((0, 8),))
    example = train.example_of(nlp, silver, labelled)
    assert example.get_aligned_ner() == [None, None, "O", "U-GPE", "O", "B-PERSON", "L-PERSON", "O"]


def test_a_share_of_the_reports_is_held_out_by_their_text(train: ModuleType, tmp_path: Path) -> None:
    reports = [
        document(tmp_path, f"Meeting {n} held\n\nMayor Tan Heng spoke {n} times.\n") for n in range(60)
    ]
    held = [train.is_held_out(report) for report in reports]
    assert 3 < sum(held) < 25
    assert held == [train.is_held_out(report) for report in reports]


@pytest.fixture
def corpus(train: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A small corpus in place of the gold corpus; return the arguments that train on it."""
    (tmp_path / "reports").mkdir()
    entries: list[dict[str, Any]] = []
    for n in range(12):
        name = f"{n}.txt"
        text = REPORT.replace("Water", f"Water {n}")
        (tmp_path / "reports" / name).write_text(text, encoding="utf-8")
        present = [
            {"name": "Orvelda Quintrell", "roles": ["chaired"]},
            {"name": "Brannoch Tesferry", "roles": []},
        ]
        entries.append({"document": name, "meetings": [{"present": present}]})  # fmt: skip
    (tmp_path / "gold.json").write_text(json.dumps({"documents": entries}), encoding="utf-8")
    (tmp_path / "decisions.csv").write_text(
        "verb,subject,object\n" + "".join(f"drop,Marigold Hall @ {n}.txt,\n" for n in range(12)) + "?\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(train, "REPORTS", (tmp_path / "reports",))
    monkeypatch.setattr(train, "GOLD", tmp_path / "gold.json")
    return ["--decisions", str(tmp_path / "decisions.csv"), "--epochs", "12"]


def people(model: Model | None, text: str) -> list[str]:
    assert model is not None
    (mentions,) = model.annotate([text])
    return [text[span.start : span.end] for span in mentions.spans if span.label == "PERSON"]


def test_a_training_learns_the_corrections_and_is_the_same_twice(
    train: ModuleType, corpus: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("one", "two"):
        assert train.main([*corpus, "--out", str(tmp_path / folder)]) == 0
    told = capsys.readouterr()
    assert "held out; 12 rounds" in told.out
    assert "decisions.csv: line 14 is left out" in told.err
    one = load_model(str(tmp_path / "one"))
    text = "Marigold Hall was shown to Brannoch Tesferry."
    assert people(load_model(), text) == ["Marigold Hall", "Brannoch Tesferry"]
    assert people(one, text) == ["Brannoch Tesferry"]
    weights = [(tmp_path / folder / "ner" / "model").read_bytes() for folder in ("one", "two")]
    assert weights[0] == weights[1]


def test_a_folder_that_is_no_pipeline_is_not_written_over(
    train: ModuleType, corpus: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train.main([*corpus, "--out", str(tmp_path / "reports")]) == 2
    assert "is no pipeline" in capsys.readouterr().err
    assert train.main([*corpus, "--out", str(tmp_path / "new"), "--base", "no_such_model"]) == 2
    assert "no_such_model" in capsys.readouterr().err
