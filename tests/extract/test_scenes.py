"""Which of a report's gatherings 'the forum' or 'the ceremony' means: one that is called so, and never talks of two sides."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.reading import read_report

OPENED = "On September 21, 2023, the Water Forum opened in Shuixi. Mayor Tan Heng spoke at the forum. "
ASIDE = "On the sidelines of the forum, Mayor Tan Heng held talks with Ann Moss. "
FAIR = "On September 21, 2023, the opening ceremony of the Water Fair was held in Shuixi. Mayor Tan Heng spoke at the ceremony. "
TALKS = "Mayor Tan Heng held talks with Ann Moss. "
FORUM, BOTH = "Water Forum", "talks of Tan Heng and Ann Moss"
OPENING = "opening ceremony of the Water Fair"

ROWS = [
    ("the forum, behind talks at its side", OPENED + ASIDE + "Lu Bin addressed the forum.", {"Lu Bin": FORUM}),
    ("at the forum, behind talks", OPENED + ASIDE + "At the forum, Vice Mayor Lu Bin said that water was short.", {"Lu Bin": FORUM}),
    ("near miss: the talks themselves", OPENED + ASIDE + "Lu Bin attended the talks.", {"Lu Bin": BOTH}),
    ("near miss: the meeting, which talks may be", OPENED + ASIDE + "Lu Bin attended the meeting.", {"Lu Bin": BOTH}),
    ("the opening ceremony, behind talks before it", FAIR + "Prior to the opening ceremony, " + TALKS + "Lu Bin and Qiu Min attended the opening ceremony.", {"Lu Bin": OPENING, "Qiu Min": OPENING}),
    ("the closing ceremony is another", FAIR + TALKS + "On September 23, the closing ceremony was held. Lu Bin addressed the closing ceremony. Qiu Min attended the opening ceremony.", {"Lu Bin": "closing ceremony", "Qiu Min": OPENING}),
    ("a ceremony that only its speaker names, behind talks", "On May 3, 2023, " + TALKS + "Lu Bin presided over the ceremony.", {"Lu Bin": "ceremony"}),
    ("a review meeting through video conference", "Governor Lu Bin held a review meeting with mayors through video conference on May 3, 2023. Qiu Min was present.", {"Lu Bin": "talks of Lu Bin", "Qiu Min": "talks of Lu Bin"}),
    ("near miss: a video conference that is the gathering", "Governor Lu Bin attended the video conference on flood control on May 3, 2023.", {"Lu Bin": "video conference on flood control"}),
    ("who receives somebody at a place that stands between", "King Haldor received today at the palace the Speaker of the House, Mr. Olav Berg.", {"King Haldor": "talks of Haldor and Olav Berg", "Olav Berg": "talks of Haldor and Olav Berg"}),
    ("near miss: a prize that is received at a place", "Ann Moss received in the capital the Prize of the Academy from Carl Low.", {}),
    ("talk with everyone at the gathering at hand", "On May 3, 2023, a symposium on water was held. Lu Bin and Qiu Min spoke in turn. Mayor Tan Heng discussed with everyone from time to time.", {"Tan Heng": "symposium on water"}),
]  # fmt: skip


@pytest.mark.parametrize(("phenomenon", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_people_are_at_the_gathering_that_is_meant(
    phenomenon: str, text: str, expected: dict[str, str]
) -> None:
    report = read_report(document_from_text(text + "\n", path="a.txt"), None)
    names = {person.key: person.name for person in report.people}
    called = {meeting.key: meeting.name for meeting in report.meetings}
    found = {(names[p.person], called[p.meeting]) for p in report.participations if p.person and p.meeting}
    assert {pair for pair in found if pair[0] in expected or not expected} == set(expected.items())
