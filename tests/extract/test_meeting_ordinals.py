"""The number of a meeting that stands in the headline alone."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.reading import read_report

CASES = [
    # report, ordinal, phenomenon
    (
        "Summary record of the 612th meeting\n\nThe Chairperson, Ms. Adele Marchetti, opened the meeting. Mr. Pavel Dornik (Norland) spoke.",
        "612th",
        "in the headline",
    ),
    (
        "Twenty-first session\nSummary record of the 612th meeting\n\nMs. Adele Marchetti, Chairperson, presided over the meeting.",
        "612th",
        "a meeting of a session",
    ),
    (
        "The fifth meeting of the Water Board\n\nThe Water Board held its sixth meeting on Friday. Fang Guolin, director, presided over the meeting.",
        "sixth",
        "the sentence of the meeting goes before",
    ),
    (
        "The Party Group Meeting of the Water Board and the first meeting of directors of the Linhe Congress were held on Friday. Fang Guolin, director, presided over the meeting.",
        "",
        "the number of another gathering",
    ),
    (
        "The county committee held its fifth (enlarged) meeting on Friday. Fang Guolin, director, presided over the meeting.",
        "fifth",
        "an enlarged one, in brackets",
    ),
    (
        "In the spirit of the fifth plenary session\n\nFang Guolin, director of the Water Board, presided over a meeting on Friday.",
        "",
        "a session that is cited",
    ),
]


@pytest.mark.parametrize(("text", "ordinal"), [c[:2] for c in CASES], ids=[c[2] for c in CASES])
def test_a_number_is_read_from_the_head(text: str, ordinal: str) -> None:
    held = [m for m in read_report(document_from_text(text, path="a.txt"), None).meetings if not m.cited]
    assert [m.ordinal for m in held] == [ordinal]
