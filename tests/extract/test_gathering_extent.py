"""Where a gathering's name ends."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.reading import read_report

OPENINGS = [
    ("A symposium on land records took place in Lishui.", "symposium on land records", "a verb of taking place"),
    ("A forum on the rule of law began in Lishui.", "forum on the rule of law", "a topic with an article"),
    ("A symposium on land records was held on November 16, 2015.", "symposium on land records", "a day behind"),
    ("The Lishui Municipal Government held a symposium on land records on November 16, 2015.", "symposium on land records of the Lishui Municipal Government", "a day right behind the topic"),
    ("The Lishui Municipal Government held a symposium on land records on the 16th.", "symposium on land records of the Lishui Municipal Government", "a day with its article"),
    ("A conference on flood control opened on Monday.", "conference on flood control", "a day of the week"),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "name", "phenomenon"), OPENINGS, ids=[row[2] for row in OPENINGS])
def test_a_gathering_s_name_ends_behind_its_topic(opening: str, name: str, phenomenon: str) -> None:
    noun = name.split()[0]
    text = f"{opening} Fang Guolin, mayor of Lishui City, presided over the {noun}."
    (meeting,) = read_report(document_from_text(text, path="a.txt"), None).meetings
    assert meeting.name == name
