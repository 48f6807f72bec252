"""Posts whose body the report tells elsewhere: the fuller name, the chief before, the host, the level."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.reading import read_report

HELD = "The Linhe Rural Work Leading Group held a meeting. "
CPPCC = "The Linhe Municipal Committee of the CPPCC held a consultation. "
ROWS = [
    # report, person, posts, phenomenon
    (
        HELD + "Fang Guolin, head of the group, presided over the meeting.",
        "Fang Guolin",
        ["Head, Linhe Rural Work Leading Group"],
        "the one group that is named",
    ),
    (
        HELD + "Governor, first deputy leader Fang Guolin attended the meeting.",
        "Fang Guolin",
        ["Governor", "First Deputy Leader, Linhe Rural Work Leading Group"],
        "a deputy leader is one of the leading group that meets",
    ),
    (
        "A meeting was held. The Linhe Ferry Group and the Linhe Dyke Group sent letters. Fang Guolin, head of the group, presided.",
        "Fang Guolin",
        ["Head, Group"],
        "two groups: neither",
    ),
    (
        "A meeting was held. Ren Yulan, director of the Linhe Water Bureau, and deputy director Fang Guolin attended the meeting.",
        "Fang Guolin",
        ["Deputy Director, Linhe Water Bureau"],
        "the deputy of the director before",
    ),
    (
        CPPCC + "Vice chairmen Fang Guolin and Ren Yulan attended the meeting.",
        "Fang Guolin",
        ["Vice Chairman, Municipal Committee of the CPPCC (Linhe)"],
        "officers of the host",
    ),
    (
        CPPCC + "Deputy mayor Fang Guolin attended the meeting.",
        "Fang Guolin",
        ["Deputy Mayor"],
        "a mayor is no officer of the host",
    ),
    (
        "A meeting was held. Fang Guolin, member of the Standing Committee of the Linhe Municipal Party Committee and head of the organization department, attended. Party members listened.",
        "Fang Guolin",
        [
            "Member, Standing Committee of the Linhe Municipal Party Committee",
            "Head, Organization Department of the Linhe Municipal Party Committee",
        ],
        "an office that every Party committee has",
    ),
    (
        "A meeting was held. Fang Guolin, member of the Standing Committee of the Linhe Municipal Party Committee and head of the Water Department, attended. Party members listened.",
        "Fang Guolin",
        ["Member, Standing Committee of the Linhe Municipal Party Committee", "Head, Water Department"],
        "a department that is no Party office",
    ),
    (
        "A meeting was held. Deputy party secretary, general manager Fang Guolin attended the meeting.",
        "Fang Guolin",
        ["Deputy Secretary, Party Committee", "General Manager"],
        "a manager is not the Party committee's",
    ),
    (
        CPPCC + "Director Fang Guolin attended the meeting.",
        "Fang Guolin",
        ["Director"],
        "of what the director is, nobody says",
    ),
    (
        "The party school opened. Fang Guolin, municipal deputy secretary and mayor, attended the ceremony.",
        "Fang Guolin",
        ["Deputy Secretary, Municipal Party Committee", "Mayor"],
        "a level before a Party secretary",
    ),
    (
        "A meeting was held at the party school. Fang Guolin, the township head, attended the meeting.",
        "Fang Guolin",
        ["Township Head"],
        "a level that the title does not say",
    ),
    (
        "A meeting was held. Fang Guolin, the vice provincial governor, attended the meeting.",
        "Fang Guolin",
        ["Vice Governor"],
        "a level that the title says already",
    ),
    (
        "A meeting was held. Fang Guolin, member of the Standing Committee of the Linhe Party Committee and head of its Publicity "
        "Department, attended the meeting.",
        "Fang Guolin",
        [
            "Member, Standing Committee of the Linhe Party Committee",
            "Head, Publicity Department of the Linhe Party Committee",
        ],
        "its",
    ),
    (
        "The presidium of the first session of the Linhe Political Consultative Conference held its second meeting on May 8, 2023. "
        "Chairman Fang Guolin and Qiu Min attended the meeting.",
        "Fang Guolin",
        ["Chairman"],
        "a chairman in a presidium, which has executive chairmen",
    ),
    (
        "Fang Guolin, secretary of the Lanzhou Municipal Party Committee, visited Jingshui City. Zhou Wei, secretary of the Jingshui "
        "Municipal Party Committee, accompanied him.",
        "Fang Guolin",
        ["Secretary, Municipal Party Committee (Lanzhou)"],
        "the committee of one city, and another's that the gazetteer lacks",
    ),
    (
        "The session was held. Deputies Qiu Min, Tao Wen and Lu Heping spoke.",
        "Tao Wen",
        ["Deputy"],
        "deputies of a congress, none of whom is another's deputy",
    ),
]


@pytest.mark.parametrize(("text", "person", "posts", "phenomenon"), ROWS, ids=[row[3] for row in ROWS])
def test_a_body_told_elsewhere(text: str, person: str, posts: list[str], phenomenon: str) -> None:
    report = read_report(document_from_text(text + "\n", path="a.txt"), None)
    assert {p.name: [post.text for post in p.posts] for p in report.people}[person] == posts
