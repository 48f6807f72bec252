"""One report read as a whole: gatherings, dates, roles told in several sentences, and what is not believed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import document_from_text
from extract.local import Reading
from extract.reading import read_report, reading_from_json, reading_to_json
from extract.roles import PRESENT


def read(text: str) -> Reading:
    return read_report(document_from_text(text, path="a.txt"), None)


def roles(text: str) -> dict[str, set[str]]:
    reading = read(text)
    names = {person.key: person.name for person in reading.people}
    out: dict[str, set[str]] = {}
    for p in reading.participations:
        if p.person:
            out.setdefault(names[p.person], set()).add(p.role)
    return out


DEMANDS = [
    # sentence, collectives that were there, phenomenon
    ("Heads of the bureaus attended the meeting.", ["Heads of the bureaus"], "told"),
    ("It was demanded that leading cadres take part in the meetings.", [], "demanded"),
    ("All heads of bureaus must attend the meeting.", [], "what they must do"),
]


@pytest.mark.parametrize(("sentence", "groups"), [d[:2] for d in DEMANDS], ids=[d[2] for d in DEMANDS])
def test_a_collective_that_is_only_told_to_come_was_not_there(sentence: str, groups: list[str]) -> None:
    reading = read(
        f"The county held a meeting on May 3, 2023. Fang Guolin, county head, presided over the meeting. {sentence}"
    )
    assert [p.group for p in reading.participations if p.group] == groups


REPORTS = [
    (
        "chair named last",
        "On May 3, 2023, the county held a water conference. Fang Guolin, county magistrate, attended the conference and spoke. Qiu Min presided over the conference.",
        {"Fang Guolin": {"attended", "spoke"}, "Qiu Min": {"chaired"}},
    ),
    (
        "whoever only stressed something, and was not there, is not present",
        "The Water Bureau held a meeting on May 3, 2023. Qiu Min presided over the meeting. General Secretary Xi Jinping has stressed that water is life.",
        {"Qiu Min": {"chaired"}, "Xi Jinping": {"invoked"}},
    ),
    (
        "doctrine is no attendance",
        "The Water Bureau held a meeting on May 3, 2023. Qiu Min presided over the meeting and studied Xi Jinping Thought.",
        {"Qiu Min": {"chaired"}, "Xi Jinping": {"invoked"}},
    ),
    (
        "a letter gathers nobody",
        "Fang Guolin wrote back to the teachers of the hill schools on May 3, 2023. Fang Guolin said that roads come first.",
        {"Fang Guolin": {"invoked"}},
    ),
    (
        "he is the person of the sentence before",
        "On May 3, 2023, Fang Guolin inspected the reservoir. He stressed that the gate must be watched.",
        {"Fang Guolin": {"led", "spoke"}},
    ),
    (
        "a family name alone is the one person who has it",
        "On May 3, 2023, the ward held a meeting. Gao Shouyi presided over the meeting. Secretary Gao stressed thrift.",
        {"Gao Shouyi": {"chaired", "spoke"}},
    ),
    (
        "two people of one family: the family name alone is nobody",
        "On May 3, 2023, the ward held a meeting. Gao Shouyi presided over the meeting. Gao Tian attended the meeting. Gao delivered a speech.",
        {"Gao Shouyi": {"chaired"}, "Gao Tian": {"attended"}},
    ),
    (
        "a family name stands for the one full name of the report, though it had no role yet",
        "Vice Premier Ding Yuanhe on Friday said that the dykes hold. Ding made the remarks when addressing the opening of the third session of the Water Congress.",
        {"Ding Yuanhe": {"spoke"}},
    ),
    (
        "a day between subject and verb",
        "The ward held a meeting. Mayor Fang Guolin on Friday delivered a speech at the meeting.",
        {"Fang Guolin": {"spoke"}},
    ),
    (
        "a speech at the meeting is no speech that is cited",
        "The ward held a meeting on May 3, 2023. Fang Guolin made a report at the meeting. Qiu Min delivered an important speech at the meeting.",
        {"Fang Guolin": {"reported"}, "Qiu Min": {"spoke"}},
    ),
    (
        "a speech after listening to explanations is no explanation",
        "The ward held a study on May 3, 2023. Qiu Min explained this topic. Fang Guolin delivered a speech after listening to explanations.",
        {"Qiu Min": {"reported"}, "Fang Guolin": {"spoke"}},
    ),
    (
        "a name that no grammar knows, between people in a list",
        "The ward held a meeting. Qiu Min, Kavanagh Oduyale, Fang Guolin and Tao Wen attended the meeting.",
        {name: {"attended"} for name in ("Qiu Min", "Kavanagh Oduyale", "Fang Guolin", "Tao Wen")},
    ),
    (
        "a town between people is nobody",
        "The ward held a meeting. Qiu Min, Hong Kong, Fang Guolin and Tao Wen attended the meeting.",
        {name: {"attended"} for name in ("Qiu Min", "Fang Guolin", "Tao Wen")},
    ),
    (
        "reporters are not there",
        "Valley Daily (Reporter Lin Yue) On May 3, 2023, the ward held a meeting. Fang Guolin presided over the meeting.\nEditor: Qiu Min",
        {"Fang Guolin": {"chaired"}},
    ),
    (
        "a meeting to come has no participants",
        "Fang Guolin will attend the meeting of the Water Board next week.",
        {},
    ),
    (
        "the list under a heading, and apologies",
        "Minutes of the Valley Council held on 3 May 2023\n\nPRESENT\nCouncillors Ann Bell, Tom Reed and Ruth Marsh\n\nAPOLOGIES\nCouncillor Hugh Stone",
        {
            "Ann Bell": {"attended"},
            "Tom Reed": {"attended"},
            "Ruth Marsh": {"attended"},
            "Hugh Stone": {"absent"},
        },
    ),
]


@pytest.mark.parametrize(("phenomenon", "text", "expected"), REPORTS, ids=[row[0] for row in REPORTS])
def test_who_was_there_as_what(phenomenon: str, text: str, expected: dict[str, set[str]]) -> None:
    assert roles(text) == expected


def test_two_gatherings_of_one_report_stay_two() -> None:
    reading = read(
        "On the morning of May 3, 2023, Fang Guolin inspected the old harbour. Qiu Min accompanied the inspection.\n"
        "In the afternoon, a symposium on fishing was held. Tao Wen chaired the symposium."
    )
    kinds = {m.key: m.kind for m in reading.meetings if not m.cited}
    where = {(p.person, kinds[p.meeting]) for p in reading.participations if p.role in PRESENT}
    assert where == {("fang guolin", "inspection"), ("qiu min", "inspection"), ("tao wen", "symposium")}


def test_a_cited_meeting_has_no_participants() -> None:
    reading = read(
        "On May 3, 2023, the ward held a meeting to study the spirit of the fifth meeting of the Central Water Commission. Fang Guolin presided over the meeting."
    )
    cited = {m.key for m in reading.meetings if m.cited}
    assert cited
    assert not any(p.meeting in cited for p in reading.participations)


LEDGER = [
    ("undated meeting", "The ward held a meeting. Fang Guolin presided over the meeting."),
    (
        "unknown place",
        "The Provincial Party Committee held a meeting on May 3, 2023. Fang Guolin chaired the meeting.",
    ),
    (
        "post without a name",
        "On May 3, 2023, the ward held a meeting. The treasurer presided over the meeting.",
    ),
    ("named without a role", "On May 3, 2023, the ward held a meeting. The house of Fang Guolin burnt down."),
]


@pytest.mark.parametrize(("reason", "text"), LEDGER, ids=[row[0] for row in LEDGER])
def test_what_is_not_believed_is_in_the_ledger(reason: str, text: str) -> None:
    assert reason in {row.reason for row in read(text).ledger}


def test_a_professor_of_an_institute_holds_a_post_there() -> None:
    reading = read(
        "The ward held a study on May 3, 2023. Professor Qian Xingyu of the Harbour Institute gave a lecture."
    )
    (person,) = reading.people
    assert [(post.title, post.body) for post in person.posts] == [("Professor", "Harbour Institute")]


def test_a_part_of_a_body_is_no_fuller_name_of_it() -> None:
    reading = read(
        "The Standing Committee of the Lanzhou Party Committee held a meeting on May 3, 2023. Fang Guolin, secretary of the Lanzhou Party Committee, presided over the meeting."
    )
    (person,) = reading.people
    assert [post.body for post in person.posts] == ["Lanzhou Party Committee"]


PLACES = [
    ("governor of Gansu Province", ["Governor (Gansu)"]),
    (
        "deputy secretary of the Gansu Provincial Party Committee",
        ["Deputy Secretary, Provincial Party Committee (Gansu)"],
    ),
    ("governor of Gannan Prefecture", ["Governor (Gannan)"]),
]


@pytest.mark.parametrize(("post", "expected"), PLACES, ids=[row[0] for row in PLACES])
def test_a_place_is_no_body_and_a_host_no_fuller_name(post: str, expected: list[str]) -> None:
    reading = read(
        f"The Standing Committee of the Gansu Provincial Party Committee held a meeting on May 3, 2023. Fang Guolin, {post}, attended the meeting."
    )
    (person,) = reading.people
    assert [stated.text for stated in person.posts] == expected


def test_a_reading_survives_the_store() -> None:
    reading = read(REPORTS[0][1])
    assert reading_from_json(reading_to_json(reading)) == reading


WORDS = st.sampled_from(
    [
        "Fang",
        "Guolin",
        "Qiu",
        "Min",
        ",",
        "and",
        ";",
        ":",
        "(",
        ")",
        ".",
        "“",
        "”",
        "mayor",
        "of",
        "the",
        "Municipal",
        "Party",
        "Committee",
        "presided",
        "over",
        "attended",
        "was",
        "by",
        "meeting",
        "PRESENT",
        "\n",
        "chaired",
        "held",
        "May",
        "3",
        "Mr.",
        "Messrs.",
        "respectively",
        "who",
        "he",
        "In",
        "accompanied",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_any_text_is_read_and_every_statement_stands_in_it(text: str) -> None:
    document = document_from_text(text, path="a.txt")
    reading = read_report(document, None)
    people = {person.key for person in reading.people}
    meetings = {meeting.key for meeting in reading.meetings}
    for p in reading.participations:
        assert 0 <= p.at.start < p.at.end <= len(document.text)
        assert bool(p.person) != bool(p.group)
        assert not p.person or p.person in people
        assert not p.meeting or p.meeting in meetings
