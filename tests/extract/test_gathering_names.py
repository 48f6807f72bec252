"""What the name of a gathering is, of the words that stand round it."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.gathering_names import gathering_name
from extract.reading import read_report

NAMES = [
    # words, name, phenomenon
    ("the 12th  executive\nmeeting", "12th executive meeting", "article and line break"),
    ("Minutes of the meeting of the Water Board", "meeting of the Water Board", "minutes of it"),
    ("meeting of the Water Board held on 4 May", "meeting of the Water Board", "when it was held"),
    ("the Fifth Session of the Linhe Congress and study", "Fifth Session of the Linhe Congress", "what was to be done with it"),
    ("the study meeting on the afternoon of", "study meeting", "the time of day in front of a day"),
    ("forum on the Morning of Life", "forum on the Morning of Life", "a time of day that it was about"),
    ("forum on Roads and Study", "forum on Roads and Study", "what it was about"),
    ("talks on trade and visit", "talks on trade and visit", "a list of nouns"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "name"), [n[:2] for n in NAMES], ids=[n[2] for n in NAMES])
def test_the_name_of_a_gathering(words: str, name: str) -> None:
    assert gathering_name(words) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("visited the US envoy's house in Samoa", "visit of Carl Moss to Samoa"),
        ("visited Samoa and the envoy's house", "visit of Carl Moss to Samoa"),
    ],
    ids=["the house of a country's envoy is in another", "the country itself"],
)
def test_where_a_visit_led(words: str, name: str) -> None:
    text = f"On May 9, 2023, Minister Carl Moss {words}.\n"
    report = read_report(document_from_text(text, path="row.txt"), None)
    assert [meeting.name for meeting in report.meetings] == [name]
