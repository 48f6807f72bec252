"""Which body convened a gathering: in its name, as the subject of 'held', behind 'by', in a heading, as what decided."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.host_headings import host_in_heading
from extract.host_names import host_in_name
from extract.reading import read_report

NAMES = [
    # the gathering's name, its host, phenomenon
    ("12th executive meeting of the Linhe County Government", "Linhe County Government", "behind of"),
    (
        "fifth plenary meeting of the first session of the ninth Linhe Municipal People's Congress",
        "Linhe Municipal People's Congress",
        "the meeting of a session",
    ),
    (
        "third plenary session of the Linhe Commission for Discipline Inspection",
        "Linhe Commission for Discipline Inspection",
        "a body whose last word names a gathering elsewhere",
    ),
    ("Linhe Water Leading Group Meeting", "Linhe Water Leading Group", "in front"),
    ("Political Bureau's 19th group study", "Political Bureau", "a study in a group"),
    ("Cabinet meeting", "Cabinet", "a council of one word"),
    ("Town Council meeting on drains", "Town Council", "in front of what it was about"),
    ("meeting on winter pastures", "", "no body"),
    ("routine meeting of the secretaries of the municipal Party committees", "", "people, no body"),
    (
        "2022 Party Construction (Ideology) Fourth Quarter Regular Meeting",
        "",
        "a body's word that heads nothing",
    ),
    ("Committee for Water meeting", "Committee for Water", "the head stands before 'for'"),
    ("opening ceremony of the Anxi autumn tea fair", "", "a fair is no body"),
    ("People's Congress", "", "a body alone is no gathering of itself"),
    (
        "Linhe Municipal Government Work Safety and Fire Prevention Deployment Meeting",
        "Linhe Municipal Government",
        "at the head of a long name",
    ),
    (
        "Linhe Municipal Party Committee's Rural Work Conference",
        "Linhe Municipal Party Committee",
        "possessed",
    ),
    (
        "Municipal People's Congress Standing Committee Party Building Work Conference",
        "Municipal People's Congress Standing Committee",
        "a standing committee at the head",
    ),
    ("Rural Work Conference", "", "no body at the head"),
    ("Poverty Committee Building and Roads Deployment Meeting", "", "no level and no place"),
]


@pytest.mark.parametrize(("name", "host", "phenomenon"), NAMES, ids=[row[2] for row in NAMES])
def test_the_host_in_a_gathering_s_name(name: str, host: str, phenomenon: str) -> None:
    assert host_in_name(name) == host


HEADINGS = [
    ("HARBOUR BOARD.—The weekly meeting took place", "Harbour Board", "digest"),
    ("Panel on Cross-river Ferries", "Panel on Cross-river Ferries", "panel"),
    ("Minutes of a Meeting of Wexley Parish Council held at 7pm", "Wexley Parish Council", "minutes of"),
    ("Drainage Committee Minutes", "Drainage Committee", "minutes behind"),
    ("Committee approves plan for the ferry", "", "a headline"),
    ("LOCAL AND GENERAL.", "", "no body"),
]


@pytest.mark.parametrize(("line", "host", "phenomenon"), HEADINGS, ids=[row[2] for row in HEADINGS])
def test_the_host_in_a_heading(line: str, host: str, phenomenon: str) -> None:
    assert host_in_heading(line) == host


REPORTS = [
    (
        "After the tour, both parties held a symposium on May 9. Fang Guolin presided over the symposium.",
        "",
        "two sides are no body",
    ),
    (
        "On May 9, the Intermediate Court in Linhe City held a work conference. Fang Guolin presided over it.",
        "Intermediate Court",
        "a court in a city",
    ),
    (
        "On May 9, the committee held the first meeting of the Leading Group for Rural Work and the city's sales work. Fang Guolin presided.",
        "Leading Group for Rural Work",
        "what goes on behind 'and' is no part of it",
    ),
    (
        "Fang Guolin chaired a Council of Ministers meeting on May 9.",
        "Council of Ministers",
        "a council of many before the noun",
    ),
    (
        "Fang Guolin convened the Council of Ministers on May 9.",
        "Council of Ministers",
        "the council that somebody convened",
    ),
    (
        "The Foreign Affairs Committee, chaired by Fang Guolin, held a hearing on May 9.",
        "Foreign Affairs Committee",
        "by whom it is led between",
    ),
    (
        "The Supreme Court of Linhe (SCL) convened a symposium on Dec 30. Fang Guolin presided over the symposium.",
        "Supreme Court of Linhe",
        "its letters in brackets behind it",
    ),
    (
        "The Steering Group on Cross-river Data Flow held its second meeting on Monday. Fang Guolin presided over the meeting.",
        "Steering Group on Cross-river Data Flow",
        "a group on something that is a body by its words",
    ),
    (
        "The County Party Committee held its fifth (enlarged) meeting of the standing committee. Fang Guolin presided over it.",
        "Standing Committee of the County Party Committee",
        "the standing committee of the subject",
    ),
    (
        "The Municipal Party Committee held a standing committee meeting. Fang Guolin presided over it.",
        "Standing Committee of the Municipal Party Committee",
        "the same before the noun",
    ),
    (
        "The bureau held a meeting on the notice of the standing committee. Fang Guolin presided over it.",
        "Bureau",
        "a committee whose notice is read does not hold the meeting",
    ),
    (
        "On August 23, Jiangmen held a promotion meeting on fires. Fang Guolin presided over the meeting.",
        "Jiangmen",
        "a city as the subject",
    ),
    (
        "The company in Jiangmen held a meeting on fires. Fang Guolin presided over the meeting.",
        "",
        "a city in which somebody else met",
    ),
    (
        "Jiangmen and Foshan held a meeting on fires. Fang Guolin presided over the meeting.",
        "",
        "one of two cities",
    ),
    (
        "The Water Board on Monday held its fifth meeting. Fang Guolin presided over the meeting.",
        "Water Board",
        "a day between",
    ),
    (
        "It was the Linhe Committee of the CPPCC that had called the meeting. Fang Guolin presided over it.",
        "Linhe Committee of the CPPCC",
        "a cleft sentence",
    ),
    (
        "The Margrave Forum for Rural Studies recently held a seminar. Fang Guolin presided over the seminar.",
        "Margrave Forum for Rural Studies",
        "a forum with a name",
    ),
    (
        "A meeting, called by the Ferry Committee of Linhe, took place. Fang Guolin presided over the meeting.",
        "Ferry Committee of Linhe",
        "called by",
    ),
    (
        "The Economic Relations Committee (ERC) of the Cabinet on Tuesday approved a loan. Fang Guolin chaired the meeting.",
        "Economic Relations Committee of the Cabinet",
        "what decided, with its acronym",
    ),
    (
        "The Federal Executive Council, FEC, on Wednesday approved a road. Fang Guolin presided over the council meeting.",
        "Federal Executive Council",
        "the short name made full",
    ),
    (
        "The drains of the Water Board were praised. Fang Guolin presided over a meeting.",
        "",
        "a body nearby says nothing",
    ),
    (
        "Three members of the County Council resigned. Fang Guolin presided over a meeting of villagers.",
        "",
        "a council that does nothing",
    ),
]


@pytest.mark.parametrize(("text", "host", "phenomenon"), REPORTS, ids=[row[2] for row in REPORTS])
def test_the_host_of_a_reported_meeting(text: str, host: str, phenomenon: str) -> None:
    report = read_report(document_from_text(text + "\n", path="a.txt"), None)
    assert [meeting.host for meeting in report.meetings if not meeting.cited] == [host]


def test_two_bodies_of_one_city_meet_apart() -> None:
    text = (
        "Mayor Fang Guolin presided over the 8th executive meeting of the Linhe Municipal Government yesterday.\n\n"
        "Upstairs the Standing Committee of the Linhe Municipal People's Congress held a chairmen's meeting. "
        "Ren Yulan, chairwoman, presided; vice chairmen Gao Wei and Qi Lan took part.\n"
    )
    report = read_report(document_from_text(text, path="a.txt"), None)
    assert [meeting.host for meeting in report.meetings] == [
        "Linhe Municipal Government",
        "Standing Committee of the Linhe Municipal People's Congress",
    ]
    where = {(p.person, p.meeting) for p in report.participations}
    assert where == {("fang guolin", "m1"), ("ren yulan", "m2"), ("gao wei", "m2"), ("qi lan", "m2")}
