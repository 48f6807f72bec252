"""The grammar as a spaCy component, on a blank pipeline and behind another component."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from extract.component import GATHERINGS, NAME, POSTS, ROLES

TEXT = (
    "Fang Guolin, secretary of the Shuixi Municipal Party Committee, presided over the flood control work meeting. "
    "Mayor He Min also attended."
)


@pytest.fixture(scope="module")
def doc() -> Doc:
    nlp = spacy.blank("en")
    nlp.add_pipe(NAME)
    return nlp(TEXT)


def test_people_and_bodies_are_entities(doc: Doc) -> None:
    found = {(ent.text, ent.label_) for ent in doc.ents}
    assert {("Fang Guolin", "PERSON"), ("He Min", "PERSON")} <= found
    assert not any(label == "PERSON" and "Committee" in text for text, label in found)


@pytest.mark.parametrize(
    ("key", "text", "label"),
    [
        (POSTS, "secretary of the Shuixi Municipal Party Committee", "POST"),
        (POSTS, "Mayor", "POST"),
        (GATHERINGS, "flood control work meeting", "meeting"),
        (ROLES, "presided over", "chaired"),
        (ROLES, "attended", "attended"),
    ],
)
def test_posts_gatherings_and_role_verbs_are_spans(doc: Doc, key: str, text: str, label: str) -> None:
    assert any(text in span.text and span.label_ == label for span in doc.spans[key])


def test_entities_of_another_component_stay_where_the_grammar_sees_nothing() -> None:
    nlp = spacy.blank("en")

    @spacy.Language.component("whole_and_part")
    def mark(doc: Doc) -> Doc:
        doc.ents = [Span(doc, 0, 1, label="GPE"), Span(doc, len(doc) - 2, len(doc) - 1, label="DATE")]
        return doc

    nlp.add_pipe("whole_and_part")
    nlp.add_pipe(NAME)
    found = {(ent.text, ent.label_) for ent in nlp("Fang Guolin presided over the meeting on Friday.").ents}
    assert found == {("Fang Guolin", "PERSON"), ("Friday", "DATE")}


@pytest.mark.parametrize(
    "text", ["", " \n ", "!!", "He Min" * 50, "a\u0301 \U0001f600 Mayor He Min attended the meeting."]
)
def test_any_text_passes(text: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(NAME)
    assert nlp(text).text == text
