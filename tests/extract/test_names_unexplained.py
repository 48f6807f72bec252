"""Which sentences a model is asked about: every one in which its answer could add a person, and few others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.frames import quoted_spans
from extract.model import ModelSpan
from extract.names import find_names
from extract.names_model import merge_model_names
from extract.names_unexplained import unexplained

SENTENCES = [
    ("two words that are no known name", "Orvelda Quintrell attended.", True),
    ("with an initial, which the grammar reads", "Q. Quintrell attended.", False),
    ("with a particle", "Orvelda van der Quintrell attended.", True),
    ("a name that the grammar reads", "Tan Heng attended.", False),
    (
        "words of a longer run, of which no piece is a person",
        "Tan Heng, director of the Orvelda Snow Clearing Office, attended.",
        False,
    ),
    ("one word alone", "Quintrell attended.", False),
    ("two places with 'and' between them", "They went to Mainling and Medog.", False),
    ("a place of several words", "The Municipal Party Committee met.", False),
    ("in quotation marks", "They saw “Orvelda Quintrell” there.", False),
    ("with a comma between them", "Orvelda, Quintrell and others.", False),
]


@pytest.mark.parametrize(("text", "asked"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES])  # fmt: skip
def test_a_sentence_is_worth_asking_about(text: str, asked: bool) -> None:
    names = [(span.start, span.end) for span in find_names(text, 0, len(text))]
    assert unexplained(text, 0, len(text), (*names, *quoted_spans(text, 0, len(text)))) is asked


WORDS = st.sampled_from(
    ["Orvelda", "Quintrell", "Tan", "Heng", "Q.", "van", "der", "and", "of", "Mayor", "Lanzhou", "said", "al-Din", "Ó", "Dr", "de", "(", ",", "“", "”", "Kam-tong"]
)  # fmt: skip


@given(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), st.data())
def test_whatever_a_model_answers_it_adds_nobody_to_the_others(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    grammar = find_names(text, 0, len(text))
    merged = merge_model_names(text, grammar, [ModelSpan(start=start, end=end, label="PERSON")])
    added = [span for span in merged if span not in grammar]
    if added:
        assert unexplained(text, 0, len(text), [(span.start, span.end) for span in grammar]), added
