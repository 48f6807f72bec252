"""Which day a gathering is given: stamps, datelines and anchors around the sentence that reports it."""

from __future__ import annotations

import pytest

from corpus.load import document_from_text
from extract.reading import read_report

HELD = "The Water Board met in Linhe on Monday. Fang Guolin presided over the meeting."
ROWS = [
    ("Water news\n\n16 May 2023\n\n" + HELD, ["2023-05-15"], "a stamp above is the page's date"),
    (HELD + "\n\nPublished in the newspaper, May 16th, 2023", ["2023-05-15"], "a stamp below"),
    (
        HELD
        + "\n\nThe accounts that it has published since 1923 lie open to whoever asks for them at the counter.",
        [None],
        "a year in running text is no stamp",
    ),
    (
        "Released: 2022-10-13 11:20\n\nOn October 11 Fang Guolin visited the mill at Linhe. He weighed a sack. He counted the carts. He spoke with "
        "the miller. The next day he presided over a symposium.",
        ["2022-10-11", "2022-10-12"],
        "the next day, counted from some sentences before",
    ),
    (
        "LINHE, Apr. 26 -- The Safety Board held its 2nd plenary meeting of 2023 on Tuesday. Fang Guolin presided over the meeting.",
        ["2023-04-25"],
        "the year behind the meeting's name dates the weekday",
    ),
    (
        "LINHE, Apr. 26 -- The Safety Board held its 2nd plenary (very much enlarged) meeting of 2023 on Tuesday. Fang Guolin presided over the meeting.",
        ["2023-04-25"],
        "the same behind a bracket",
    ),
    (
        "15 July 2015\n\n2021-12-08 Download\n\nOn December 7 Fang Guolin presided over a meeting of the province.",
        ["XXXX-12-07"],
        "two stamps of two years say neither",
    ),
    (
        "Convened on the evening of November 3, 2021, the municipal teleconference studied the dykes. Fang Guolin presided over it.",
        ["2021-11-03"],
        "a participle that opens the sentence",
    ),
    (
        "The district committee held the mobilization and deployment meeting for the first round of inspection on March 5, 2019. Tan Heng attended the meeting.",
        ["2019-03-05"],
        "a deployment meeting is not cited by its own name",
    ),
    (
        "Tan Heng presided over the meeting. It carried out the deployments of the session of March 5, 2019.",
        [None],
        "the day of the session whose deployments are carried out",
    ),
]


@pytest.mark.parametrize(("text", "days", "phenomenon"), ROWS, ids=[row[2] for row in ROWS])
def test_the_day_of_a_gathering(text: str, days: list[str | None], phenomenon: str) -> None:
    report = read_report(document_from_text(text + "\n", path="a.txt"), None)
    assert [meeting.date for meeting in report.meetings if not meeting.cited] == days
