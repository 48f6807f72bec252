"""Who counts as having been at a meeting, and what proves it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import records_of, town_and_county

from graph.trace import attendance, company_of, counted_meetings, roles_of, shared_meetings

RECORDS = town_and_county()


@pytest.mark.parametrize(
    ("meeting", "people"),
    [
        # chair, speaker and attendant; not the absent, not the invoked, not the collective
        ("plenary", ["fang-guolin", "he-min", "luo-qing@shuixi"]),
        ("visit", ["fang-guolin", "he-min", "tian-bo"]),  # led and accompanied are presence
        ("county-meeting", ["deng-wenjie", "luo-qing@linhe", "ma-xiuying"]),  # so is a non-voting delegate's
        ("briefing", ["qiao-yun"]),  # one person is a meeting, and makes no tie
    ],
)
def test_who_was_there(meeting: str, people: list[str]) -> None:
    assert list(attendance(RECORDS)[meeting]) == people


@pytest.mark.parametrize(
    "meeting",
    [
        "earlier",  # only cited by the report
        "plenary-copied",  # found in a re-published copy alone
    ],
)
def test_what_makes_no_tie(meeting: str) -> None:
    assert meeting not in attendance(RECORDS)
    assert meeting not in {m.id for m in counted_meetings(RECORDS)}


def test_a_copy_counts_where_the_report_that_it_copies_states_no_meeting() -> None:
    rows = [
        ("b.txt", "m", "an-bo", "attended"),
        ("b.txt", "m", "cai-ling", "attended"),
        ("a.txt", "", "an-bo", "invoked"),
    ]
    assert list(attendance(records_of(rows, duplicate_of={"b.txt": "a.txt"}))) == ["m"]


def test_a_meeting_of_an_original_and_its_copy_counts_once() -> None:
    assert sum(m.id == "plenary" for m in counted_meetings(RECORDS)) == 1


@pytest.mark.parametrize("roles", [["absent"], ["chaired", "invoked"], ["sat next to"]])
def test_roles_that_do_not_mean_presence_are_refused(roles: list[str]) -> None:
    with pytest.raises(ValueError, match="not a role of somebody present"):
        attendance(RECORDS, roles=roles)


def test_roles_narrow() -> None:
    assert {m: list(p) for m, p in attendance(RECORDS, roles=["chaired", "led"]).items()} == {
        "county-meeting": ["luo-qing@linhe"],
        "plenary": ["fang-guolin"],
        "visit": ["fang-guolin"],
    }


def test_the_best_proof_comes_first() -> None:
    stated = attendance(RECORDS)["plenary"]
    assert [p.document for p in stated["fang-guolin"]] == [
        "city/plenary-again.txt",
        "city/plenary.txt",
        "city/plenary-copy.txt",  # a copy is the last witness
    ]
    assert [p.surface for p in stated["he-min"]] == ["He Min", "He Min", "He"]  # a pronoun proves last
    assert roles_of(stated["he-min"]) == ("spoke", "attended")


def test_what_two_people_share_is_proved_from_one_page_where_there_is_one() -> None:
    rows = [
        ("a.txt", "m", "an-bo", "attended"),
        ("b.txt", "m", "an-bo", "attended"),
        ("b.txt", "m", "cai-ling", "spoke"),
    ]
    (shared,) = shared_meetings(records_of(rows), "an-bo", "cai-ling")
    assert (shared.first[0].document, shared.second[0].document) == ("b.txt", "b.txt")


@pytest.mark.parametrize(
    ("a", "b", "meetings"),
    [
        ("fang-guolin", "he-min", ["plenary", "visit"]),  # by date
        ("tian-bo", "deng-wenjie", ["talks"]),
        ("fang-guolin", "deng-wenjie", []),  # both named at a cited meeting: no tie
        ("fang-guolin", "shi-lei", []),  # apologies
        ("fang-guolin", "xi-jinping", []),  # invoked
        ("luo-qing@shuixi", "luo-qing@linhe", []),  # homonyms are two people
        ("fang-guolin", "fang-guolin", []),  # nobody meets himself
    ],
)
def test_shared_meetings(a: str, b: str, meetings: list[str]) -> None:
    assert [shared.meeting.id for shared in shared_meetings(RECORDS, a, b)] == meetings
    assert [shared.meeting.id for shared in shared_meetings(RECORDS, b, a)] == meetings


def test_company_is_counted_in_meetings_not_in_reports() -> None:
    assert company_of(RECORDS, "fang-guolin") == {"he-min": 2, "luo-qing@shuixi": 1, "tian-bo": 1}
    assert company_of(RECORDS, "qiao-yun") == {}


def test_the_order_of_the_records_does_not_matter() -> None:
    turned = replace(
        RECORDS,
        participations=tuple(reversed(RECORDS.participations)),
        meetings=tuple(reversed(RECORDS.meetings)),
        documents=tuple(reversed(RECORDS.documents)),
    )
    assert attendance(turned) == attendance(RECORDS)
    assert list(attendance(turned)) == list(attendance(RECORDS))
