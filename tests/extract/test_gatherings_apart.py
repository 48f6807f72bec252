"""Gatherings that one report tells of and that are not one: none of their people get a tie by it."""

from __future__ import annotations

import pytest
from marked import together

ROWS = [
    ("the reviews of two delegations", "On May 8, 2023, deputies reviewed the report. Fang Guolin took part in the review of the Linhe delegation. Tan Heng took part in the review of the Jingshui delegation.", ["Fang Guolin", "Tan Heng"]),
    ("two who inspect, each something else", "On May 8, 2023, Fang Guolin inspected the Lintang dam; Tan Heng inspected the Jingshui sluice.", ["Fang Guolin", "Tan Heng"]),
    ("near miss: two who inspect together", "On May 8, 2023, Fang Guolin inspected the Lintang dam. Tan Heng inspected the works together with him.", ["Fang Guolin, Tan Heng"]),
    ("near miss: with whom somebody went", "On May 8, 2023, Fang Guolin, with Tan Heng and Lu Bin, went to inspect the Lintang dam.", ["Fang Guolin, Lu Bin, Tan Heng"]),
    ("teams to three places respectively", "City leaders Fang Guolin, Tan Heng and Lu Bin led teams to inspect work safety in Lintang, Jingshui and Linhe respectively on May 8, 2023.", ["Fang Guolin", "Tan Heng", "Lu Bin"]),
    ("two forums of one day", "On May 8, 2023, Tan Heng attended the Water Forum in Shuixi. On the same day, Lu Bin attended the Grain Forum in Linhe.", ["Tan Heng", "Lu Bin"]),
    ("near miss: a forum by its name and by its acronym", "On May 8, 2023, Tan Heng attended the Federal Water Council meeting. Lu Bin attended the FWC meeting.", ["Lu Bin, Tan Heng"]),
    ("near miss: one meeting called otherwise", "On May 8, 2023, Tan Heng attended the flood control work conference. Lu Bin attended the conference on invitation.", ["Lu Bin, Tan Heng"]),
    ("who stood beside a minister before the press", "On May 8, 2023, the council held a meeting. Fang Guolin presided over the meeting. Fang Guolin said in a press statement after the meeting, accompanied by Minister Lu Bin, that dykes came first.", ["Fang Guolin", "Lu Bin"]),
    ("who went with a minister earlier", "On May 8, 2023, the council held a meeting. Fang Guolin presided over the meeting. The mayor had earlier inspected the clinic in the company of the contractor, Mr Carl Low.", ["Fang Guolin", "Carl Low"]),
    ("who walked with her through a street", "On May 8, 2023, the council held a meeting. Fang Guolin presided over the meeting. In the afternoon the minister walked through the street, escorted by Mayor Lu Bin.", ["Fang Guolin", "Lu Bin"]),
    ("near miss: who came with somebody to the meeting", "On May 8, 2023, the council held a meeting. Fang Guolin attended the meeting, accompanied by Lu Bin.", ["Fang Guolin, Lu Bin"]),
    ("a meeting of another day", "On May 8, 2023, Fang Guolin presided over a meeting with bankers. Lu Bin spoke. On May 10, Fang Guolin presided over a meeting with farmers. Tan Heng spoke.", ["Fang Guolin, Lu Bin", "Fang Guolin, Tan Heng"]),
    ("near miss: the meeting at hand, and a day on which something is due", "On May 8, 2023, Fang Guolin presided over a meeting with bankers. Lu Bin told the meeting on dykes that they must be done by May 10.", ["Fang Guolin, Lu Bin"]),
]  # fmt: skip


@pytest.mark.parametrize(("phenomenon", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_who_has_a_tie(phenomenon: str, text: str, expected: list[str]) -> None:
    assert together(text) == expected
