"""One gathering told by several reports is one meeting; what is not certain stays apart and is told."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from corpus.duplicates import duplicates
from extract.identity import resolve
from extract.identity_ids import slug
from extract.local import LocalMeeting, Span
from extract.ordinal_numbers import ordinal_number
from extract.reading import read_report
from extract.records import Records
from extract.series import _before

FLOOD = "On May 3, 2023, the Lanzhou Municipal Party Committee held a work conference on flood control. Fang Guolin, secretary of the Lanzhou Municipal Party Committee, presided over the conference. Tao Wen, mayor of Lanzhou, Qiu Min, deputy mayor of Lanzhou, and He Zhun, deputy mayor of Lanzhou, attended the conference."
FLOOD_AGAIN = "Lanzhou Evening News, May 4 -- A work conference on flood control was held by the Lanzhou Municipal Party Committee on May 3, 2023. Attending were Tao Wen, mayor of Lanzhou, and Qiu Min, deputy mayor of Lanzhou. The conference was chaired by Fang Guolin, secretary of the Lanzhou Municipal Party Committee."
FOURTH = "On May 3, 2023, the Gansu Provincial Water Saving Leading Group held its fourth plenary meeting. Shen Yuanqing, governor of Gansu Province, chaired the fourth plenary meeting of the Gansu Provincial Water Saving Leading Group. He Zhun and Jiao Wenlin attended the meeting."


def records_of(reports: dict[str, str]) -> Records:
    documents = [document_from_text(text, path=path) for path, text in sorted(reports.items())]
    readings = {d.path: read_report(d, None) for d in documents}
    return resolve(documents, readings, duplicate_of=duplicates(documents))


def held(records: Records) -> list[tuple[str, ...]]:
    """The reports of each meeting."""
    return sorted(meeting.documents for meeting in records.meetings if not meeting.cited)


ONE_OR_TWO = [
    ("day, host, topic and people agree", FLOOD_AGAIN, True),
    ("another day", FLOOD_AGAIN.replace("May 3", "May 10"), False),
    ("another topic of the same people on the same day", FLOOD_AGAIN.replace("flood control", "seed supply"), False),
    ("another city", FLOOD_AGAIN.replace("Lanzhou", "Baoding"), False),
    ("nobody in common", FLOOD_AGAIN.replace("Tao Wen", "Gu Lei").replace("Qiu Min", "An Bo").replace("Fang Guolin", "Shi Rui"), False),
    ("a visit of the same people on the same day", "On May 3, 2023, Fang Guolin, secretary of the Lanzhou Municipal Party Committee, inspected flood control works in Lanzhou. Tao Wen, mayor of Lanzhou, and Qiu Min, deputy mayor of Lanzhou, accompanied him.", False),
    ("the host named as a body of its place", FLOOD_AGAIN.replace("the Lanzhou Municipal Party Committee on May 3", "the Municipal Party Committee on May 3"), True),
    ("the host in the meeting's name alone, behind its topic", FLOOD_AGAIN.replace("flood control was held by the Lanzhou Municipal Party Committee on", "flood control of the CPC Lanzhou Municipal Committee took place on"), True),
    ("the host is a part of the other host", FLOOD_AGAIN.replace("held by the Lanzhou", "held by the Standing Committee of Lanzhou"), True),
    ("hosts that are no parts of each other", FLOOD_AGAIN.replace("by the Lanzhou Municipal Party Committee", "by the Lanzhou Municipal Government"), False),
    ("the chair misread beyond likeness, in the seat that one person holds", FLOOD_AGAIN.replace("Fang Guolin", "Wan Guixin"), True),
    ("the chair misread beyond likeness, in no seat of one person", FLOOD_AGAIN.replace("Fang Guolin, secretary of the Lanzhou Municipal Party Committee", "Wan Guixin"), False),
    ("the chair's name misread by one of them", FLOOD_AGAIN.replace("Fang Guolin", "Fang Guoping").replace("A work conference on flood control was held by the Lanzhou Municipal Party Committee on May 3, 2023.", "On May 3, 2023, the Lanzhou Municipal Party Committee held a work conference on flood control."), True),
]  # fmt: skip


@pytest.mark.parametrize(("phenomenon", "other", "one"), ONE_OR_TWO, ids=[row[0] for row in ONE_OR_TWO])
def test_two_reports_tell_of_one_gathering_or_of_two(phenomenon: str, other: str, one: bool) -> None:
    records = records_of({"a.txt": FLOOD, "b.txt": other})
    assert held(records) == ([("a.txt", "b.txt")] if one else [("a.txt",), ("b.txt",)])
    assert records.duplicate_of == ()


def test_the_people_of_both_reports_are_at_the_meeting_each_with_the_report_that_says_so() -> None:
    records = records_of({"a.txt": FLOOD, "b.txt": FLOOD_AGAIN})
    (meeting,) = records.meetings
    names = {p.id: p.name for p in records.people}
    there = {(names[r.person_id], r.document) for r in records.participations if r.person_id}
    assert ("He Zhun", "a.txt") in there and ("He Zhun", "b.txt") not in there
    assert {r.meeting_id for r in records.participations} == {meeting.id}
    assert [(s.document, s.relation, s.people) for s in records.sources] == [
        ("a.txt", "report", 4),
        ("b.txt", "report", 3),
    ]


STANDING = "On May 3, 2023, the Standing Committee of {} held an enlarged meeting. Fang Guolin, secretary of {}, presided over the meeting. Tao Wen and Qiu Min attended the meeting."


@pytest.mark.parametrize(
    ("phenomenon", "a", "b", "hosts"),
    [
        ("an article more", "Lanzhou Municipal Party Committee", "the Lanzhou Municipal Party Committee", 1),
        ("another English name", "the Lanzhou Municipal Party Committee", "the Lanzhou Municipal Committee of the CPC", 1),
        ("another city", "the Lanzhou Municipal Party Committee", "the Baoding Municipal Party Committee", 2),
    ],
)  # fmt: skip
def test_a_part_of_one_body_is_one_body(phenomenon: str, a: str, b: str, hosts: int) -> None:
    records = records_of({"a.txt": STANDING.format(a, a), "b.txt": STANDING.format(b, b)})
    assert len({meeting.host_id for meeting in records.meetings}) == hosts
    assert len(records.meetings) == hosts


def test_ids_of_long_names_that_begin_alike_are_two() -> None:
    long = (
        "a body whose name goes on and on for so long that nobody would print it in full anywhere else at all"
    )
    assert slug(long, "north") != slug(long, "south") and len(slug(long, "south")) == 90


def test_what_is_likely_and_not_certain_stays_apart_and_is_told() -> None:
    records = records_of({"a.txt": FLOOD, "b.txt": FLOOD_AGAIN.replace("flood control", "seed supply")})
    (row,) = [row for row in records.ledger if row.reason == "perhaps one meeting"]
    assert "same day; same host; same chair; shared people: 3; against: topics" in row.detail
    assert "b.txt" in row.detail


def test_a_meeting_that_fits_two_of_one_report_joins_neither() -> None:
    twice = f"{FLOOD} In the afternoon of May 3, 2023, the Lanzhou Municipal Party Committee held a second work conference on flood control. Fang Guolin, secretary of the Lanzhou Municipal Party Committee, presided over the second conference. Tao Wen and Qiu Min attended the second conference."
    records = records_of({"a.txt": twice, "b.txt": FLOOD_AGAIN})
    assert all(len(documents) == 1 for documents in held(records)) or len(held(records)) == 1


def test_reports_of_one_numbered_meeting_that_disagree_are_both_kept() -> None:
    records = records_of(
        {"a.txt": FOURTH, "b.txt": FOURTH.replace("May 3", "May 4").replace("chaired", "presided over")}
    )
    (meeting,) = records.meetings
    assert meeting.conflicts == ("date",)
    assert {s.date for s in records.sources} == {"2023-05-03", "2023-05-04"}
    (row,) = [row for row in records.ledger if row.reason == "reports disagree"]
    assert "2023-05-03 in a.txt; 2023-05-04 in b.txt" in row.detail


def test_sittings_of_one_body_are_linked_in_order() -> None:
    third = FOURTH.replace("fourth", "third").replace("May 3, 2023", "August 29, 2022")
    records = records_of({"a.txt": FOURTH, "b.txt": third})
    by_number = {meeting.ordinal: meeting for meeting in records.meetings}
    assert by_number["fourth"].previous == by_number["third"].id
    assert by_number["fourth"].series == by_number["third"].series != ""
    assert by_number["third"].previous == ""


def test_a_sitting_of_another_province_is_not_the_one_before() -> None:
    third = (
        FOURTH.replace("fourth", "third").replace("May 3, 2023", "August 29, 2022").replace("Gansu", "Hunan")
    )
    assert not any(meeting.previous for meeting in records_of({"a.txt": FOURTH, "b.txt": third}).meetings)


CITING = "On June 2, 2023, the Gansu Provincial Party Committee held a meeting. The meeting studied the spirit of the fourth plenary meeting of the Gansu Provincial Water Saving Leading Group. Fang Guolin, secretary of the Gansu Provincial Party Committee, chaired the meeting."


@pytest.mark.parametrize(
    ("phenomenon", "citing", "linked"),
    [
        ("number and host agree", CITING, True),
        ("another number", CITING.replace("fourth", "fifth"), False),
        ("another host", CITING.replace("Water Saving", "Grain"), False),
        ("another province", CITING.replace("Gansu", "Hunan"), False),
    ],
)
def test_a_cited_meeting_is_linked_to_its_report(phenomenon: str, citing: str, linked: bool) -> None:
    records = records_of({"a.txt": FOURTH, "b.txt": citing})
    (cited,) = [meeting for meeting in records.meetings if meeting.cited]
    (reported,) = [m for m in records.meetings if m.documents == ("a.txt",)]
    assert cited.reported_as == (reported.id if linked else "")


def test_a_version_that_names_somebody_more_is_a_report_of_the_same_meeting() -> None:
    long = f"{FLOOD} The conference asked all districts to check pumps, sluices and dikes before the rains, to keep watch by day and by night, and to report each evening by eight what was found and what was mended. Schools near the river are to drill once a week."
    more = long.replace(
        "attended the conference.", "attended the conference. Gu Lei made a report at the conference."
    )
    records = records_of({"a.txt": long, "b.txt": more})
    assert records.duplicate_of == ()
    assert held(records) == [("a.txt", "b.txt")]
    assert {p.name for p in records.people} >= {"Gu Lei", "Fang Guolin"}


@pytest.mark.parametrize(
    ("word", "number"),
    [("third", 3), ("19th", 19), ("forty-first", 41), ("thirtieth", 30), ("twentieth", 20), ("21st", 21), ("plenary", 0), ("forty", 0), ("-first", 0)],
)  # fmt: skip
def test_ordinals_are_numbers(word: str, number: int) -> None:
    assert ordinal_number(word) == number


def test_a_sitting_years_ago_is_not_the_one_before() -> None:
    assert _before("2022-08-29", "2023-05-03") and not _before("2019-08-29", "2023-05-03")
    assert not _before("2023-08-29", "2023-05-03") and _before("", "2023-05-03")


def test_a_day_of_the_month_is_no_number_of_a_meeting() -> None:
    from extract.meeting_words import number_of

    at = Span(start=0, end=1)
    meeting = LocalMeeting(
        key="m1", name="council meeting", kind="meeting", at=at, ordinal="8th", date="2022-11-08"
    )
    assert number_of(meeting) == 0
