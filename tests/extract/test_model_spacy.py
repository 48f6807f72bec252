"""spaCy pipelines: the pinned one's files, what is loaded of another, and what tells two trainings apart."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

from extract.model import Mentions, ModelError, ModelSpan, load_model
from extract.model_spacy import (
    PINNED,
    SpacyModel,
    find_model,
    full_digest,
    load_finder,
    quick_digest,
    verify_model,
)

TEXT = "Aroha Ngata took the chair."


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
    assert ModelSpan(start=0, end=15, label="PERSON") in spans[0].spans
    assert spans[1] == Mentions()


def listening(folder: Path, epochs: int = 30) -> Language:
    """A small pipeline whose `ner` listens to a shared component, as that of a transformer pipeline does; trained on TEXT."""
    spacy.util.fix_random_seed(7)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    nlp.add_pipe("sentencizer")
    ner = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 32,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"},
    }
    nlp.add_pipe("ner", config={"model": ner})
    example = Example.from_dict(nlp.make_doc(TEXT), {"entities": [(0, 11, "PER")]})
    nlp.initialize(lambda: [example])
    for _ in range(epochs):
        nlp.update([example])
    nlp.to_disk(folder)
    return nlp


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "listening"
    assert [ent.text for ent in listening(folder)(TEXT).ents] == ["Aroha Ngata"]
    return folder


def test_what_the_ner_listens_to_is_loaded_with_it(trained: Path) -> None:
    assert load_finder(trained).pipe_names == ["tok2vec", "ner"]


def test_the_published_small_model_is_its_ner_alone() -> None:
    path = find_model(PINNED)
    assert path is not None
    assert load_finder(path).pipe_names == ["ner"]


def test_another_makers_label_for_people_is_understood(trained: Path) -> None:
    assert SpacyModel(trained, "mine").annotate([TEXT]) == [
        Mentions(spans=(ModelSpan(start=0, end=11, label="PERSON"),))
    ]


def test_a_rule_based_finder_counts_too(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Aroha Ngata"}])  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "ruler")
    assert SpacyModel(tmp_path / "ruler", "ruler").annotate([TEXT])[0].spans[0].end == 11


def test_a_pipeline_that_finds_no_entities_is_refused_by_name(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "mine")
    with pytest.raises(ModelError, match="model 'mine': no component finds entities \\(sentencizer\\)"):
        SpacyModel(tmp_path / "mine", "mine").annotate([TEXT])


def test_a_pipeline_whose_library_is_not_there_is_refused_by_name(tmp_path: Path, trained: Path) -> None:
    copy = tmp_path / "other"
    shutil.copytree(trained, copy)
    config = (copy / "config.cfg").read_text(encoding="utf-8")
    (copy / "config.cfg").write_text(
        config.replace("spacy.TransitionBasedParser.v2", "nowhere.Parser.v1"), encoding="utf-8"
    )
    with pytest.raises(ModelError, match=r"model 'other': .*nowhere\.Parser\.v1"):
        SpacyModel(copy, "other").annotate([TEXT])


def test_another_training_of_the_same_size_has_another_digest(tmp_path: Path, trained: Path) -> None:
    copy = tmp_path / "again"
    shutil.copytree(trained, copy)
    assert full_digest(copy) == full_digest(trained)
    weights = copy / "ner" / "model"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(bytes(content))
    assert quick_digest(copy) == quick_digest(trained)
    assert full_digest(copy) != full_digest(trained)
