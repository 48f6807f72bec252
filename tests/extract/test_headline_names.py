"""A headline may name the gathering that the body only calls 'the meeting'; not where the two are numbered otherwise."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.reading import read_report

BODY = "On the afternoon of May 8, 2023, {held}. Fang Guolin presided over the meeting. He Min attended the meeting."
ROWS = [
    # headline, how the body tells of it, the meeting's name, phenomenon
    (
        "Shuixi holds a work conference on flood control",
        "a meeting was held",
        "work conference on flood control",
        "the headline alone names it",
    ),
    (
        "First session of the ninth Shuixi Municipal People's Congress: the presidium holds its second meeting",
        "the presidium of the first session of the ninth Shuixi Municipal People's Congress held its second meeting",
        "second meeting of the Presidium of the First Session of the Ninth Shuixi Municipal People's Congress",
        "the headline names the session too",
    ),
    (
        "Second plenary session of the Shuixi Municipal Party Committee prepared at a ninth meeting",
        "the Standing Committee of the Shuixi Municipal Party Committee held its ninth meeting",
        "ninth meeting of the Standing Committee of the Shuixi Municipal Party Committee",
        "the headline names what was prepared",
    ),
]


@pytest.mark.parametrize(("headline", "held", "name", "phenomenon"), ROWS, ids=[row[3] for row in ROWS])
def test_what_a_headline_calls_the_gathering(headline: str, held: str, name: str, phenomenon: str) -> None:
    document = document_from_text(f"{headline}\n\n{BODY.format(held=held)}", path="a.txt")
    names = [meeting.name for meeting in read_report(document, None).meetings if not meeting.cited]
    assert names == [name]
