"""One official under two spellings: joined by a seat of one person in turns or by two lists of one meeting, suggested otherwise."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.decisions_read import parse_decisions
from extract.identity import resolve
from extract.likeness import blocks_of, likeness
from extract.name_frequency import is_common, name_share
from extract.reading import read_report
from extract.records import Records
from graph.undecided import undecided

MAYOR, DEPUTY = "mayor of Lanzhou City", "deputy mayor of Lanzhou City"
Sighting = tuple[str, str, str]  # day, name, post


def records_of(sightings: list[Sighting], decisions: str = "") -> Records:
    documents = []
    for number, (day, name, post) in enumerate(sightings):
        text = f"On {day}, Lanzhou City held work conference {number}. {name}, {post}, presided over the conference."
        documents.append(document_from_text(text, path=f"{number}.txt"))
    readings = {d.path: read_report(d, None) for d in documents}
    head = "verb,subject,object,quote,reason,author,date\n"
    return resolve(documents, readings, duplicate_of={}, decisions=parse_decisions(head + decisions))


def in_seat(post: str, *names: str) -> list[Sighting]:
    months = ["January", "March", "May", "July", "September", "November"]
    return [(f"{month} 3, 2023", name, post) for month, name in zip(months, names, strict=False)]


REAL, SLIP, OTHER = "Zhou Zhiheng", "Zhou Yuheng", "Fang Guolin"
SECOND_SLIP = "Zhou Zhilin"
SHORT, SHORT_SLIP = "Dai Qiang", "Dai Lie"
CASES = [
    ("in turns in a seat of one person", in_seat(MAYOR, REAL, SLIP, REAL), 1),
    ("one after the other, nobody between: perhaps the successor", in_seat(MAYOR, REAL, SLIP), 2),
    ("each in turns: the rarer one before and after", in_seat(MAYOR, SLIP, REAL, REAL, SLIP), 1),
    ("given name first", in_seat(MAYOR, REAL, "Zhiheng Zhou", REAL), 1),
    ("somebody else in between", in_seat(MAYOR, REAL, OTHER, SLIP), 3),
    ("two well known names, one after the other", in_seat(MAYOR, *[REAL] * 3, *[SLIP] * 3), 2),
    ("years apart", [("May 3, 2015", REAL, MAYOR), ("May 3, 2023", SLIP, MAYOR)], 2),
    ("two syllables differ", in_seat(MAYOR, REAL, "Zhou Linshan", REAL), 2),
    ("a seat that several hold, seen once", in_seat(DEPUTY, REAL, SLIP), 2),
    ("a seat that several hold, between sightings: perhaps a colleague", in_seat(DEPUTY, REAL, REAL, SLIP, REAL), 2),
    ("a seat that several hold, at the end", in_seat(DEPUTY, REAL, REAL, REAL, SLIP), 2),
    ("the surname alone, in turns", in_seat(MAYOR, SHORT, SHORT_SLIP, SHORT), 2),
    ("the surname alone, once between sightings of a well known mayor: perhaps a deputy", in_seat(MAYOR, SHORT, SHORT, SHORT_SLIP, SHORT), 2),
    ("the surname alone, again and again in turns", in_seat(MAYOR, SHORT, SHORT_SLIP, SHORT, SHORT_SLIP, SHORT), 1),
    ("the surname alone, deputies", in_seat(DEPUTY, SHORT, SHORT, SHORT_SLIP, SHORT), 2),
    ("in turns, and both in one report", [*in_seat(MAYOR, REAL, SLIP, REAL), ("December 3, 2023", f"{REAL}, {MAYOR}, and {SLIP}", "former mayor of Lanzhou City")], 2),
    ("of two misreadings, one lies between the others", in_seat(MAYOR, SLIP, REAL, SECOND_SLIP, REAL, SLIP, SLIP), 1),
    ("two syllables differ, between sightings of a well known mayor", in_seat(MAYOR, REAL, REAL, "Zhou Linshan", REAL), 2),
    ("two syllables differ, again and again in turns", in_seat(MAYOR, REAL, "Zhou Linshan", REAL, "Zhou Linshan", REAL), 1),
    ("a successor of the same surname, and a stray report of the old mayor", in_seat(MAYOR, REAL, REAL, REAL, "Zhou Linshan", REAL, "Zhou Linshan"), 2),
    ("the surname misread once", in_seat(MAYOR, "Liang Shan", "Liang Shan", "Zhong Shan", "Liang Shan"), 2),
    ("the surname misread again and again", in_seat(MAYOR, "Liang Shan", "Zhong Shan", "Liang Shan", "Zhong Shan", "Liang Shan"), 1),
    ("neither surname nor given name in common", in_seat(MAYOR, REAL, REAL, "Fang Guolin", REAL), 2),
    ("three deputies of like names at a time, never together", in_seat(DEPUTY, REAL, SLIP, SECOND_SLIP, REAL, SLIP, SECOND_SLIP), 1),
    ("three deputies of like names, one after the other", in_seat(DEPUTY, REAL, REAL, SLIP, SLIP, SECOND_SLIP, SECOND_SLIP), 3),
    ("three deputies of like names, two of them in one list", [*in_seat(DEPUTY, REAL, SLIP, SECOND_SLIP, REAL, SLIP, SECOND_SLIP), ("December 3, 2023", f"{REAL}, {DEPUTY}, and {SLIP}", DEPUTY)], 3),
    ("a family in a township", in_seat("deputy head of Xinping Township", REAL, SLIP, SECOND_SLIP, REAL, SLIP, SECOND_SLIP), 3),
    ("given name first, in another post of the unit", [("May 3, 2023", REAL, MAYOR), ("June 3, 2023", "Zhiheng Zhou", "director of the Lanzhou Municipal Water Bureau")], 1),
    ("given name first, of another unit", [("May 3, 2023", REAL, MAYOR), ("June 3, 2023", "Zhiheng Zhou", "mayor of Baoding City")], 2),
    ("both words are surnames and given names", in_seat(DEPUTY, "Wang Wei", "Wei Wang"), 2),
    ("two cities", [*in_seat(MAYOR, REAL, REAL), ("May 9, 2023", SLIP, "mayor of Baoding City")], 2),
]  # fmt: skip


@pytest.mark.parametrize(("phenomenon", "sightings", "people"), CASES, ids=[row[0] for row in CASES])
def test_slips(phenomenon: str, sightings: list[Sighting], people: int) -> None:
    assert len(records_of(sightings).people) == people


def one_after_the_other(*names: str) -> list[Sighting]:
    """Deputies of Lanzhou who follow one another, three reports each, a month apart."""
    months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]  # fmt: skip
    return [(f"{months[n % 12]} 3, {2020 + n // 12}", name, DEPUTY) for n, name in enumerate(n for n in names for _ in range(3))]  # fmt: skip


FOLLOWING = one_after_the_other("Fang Guolin", "Tao Wen", "Qiu Min")
SEATS = [
    ("a seat of deputies that one holds at a time", FOLLOWING, 1),
    ("a seat of deputies of whom two overlap", [*FOLLOWING, ("May 9, 2020", "Lu Jian", DEPUTY), ("January 9, 2020", "Lu Jian", DEPUTY)], 2),
    ("a seat of deputies of whom too few are known", FOLLOWING[3:], 2),
]  # fmt: skip


@pytest.mark.parametrize(("phenomenon", "before", "people"), SEATS, ids=[row[0] for row in SEATS])
def test_a_seat_is_of_one_person_where_the_reports_show_it(
    phenomenon: str, before: list[Sighting], people: int
) -> None:
    records = records_of([*before, *in_seat(DEPUTY, REAL, SLIP, REAL)])
    assert len({person.name for person in records.people} & {REAL, SLIP}) == people


TOLD_TWICE = "On May 3, 2023, the Lanzhou Municipal Party Committee held a work conference on flood control. {}, secretary of the Lanzhou Municipal Party Committee, presided over the conference. {}, Tao Wen and Qiu Min attended the conference.{}"
LISTS = [
    ("a like name in the other report's list", "Zhou Zhiheng", "Zhou Yuheng", 4),
    ("given name first in the other report's list", "Zhou Zhiheng", "Zhiheng Zhou", 4),
    ("the surname alone is the same", "Dai Qiang", "Dai Lie", 5),
    ("one letter apart", "Li Yan", "Li Yang", 5),
    ("one report has both", "Zhou Zhiheng", "Zhou Yuheng, Zhou Zhiheng", 5),
]  # fmt: skip


@pytest.mark.parametrize(("phenomenon", "a", "b", "people"), LISTS, ids=[row[0] for row in LISTS])
def test_two_lists_of_one_meeting_are_laid_side_by_side(phenomenon: str, a: str, b: str, people: int) -> None:
    ending = " Work on dikes was to be checked, it was said."
    texts = [TOLD_TWICE.format("Fang Guolin", a, ""), TOLD_TWICE.format("Fang Guolin", b, ending * 3)]
    documents = [document_from_text(text, path=f"{n}.txt") for n, text in enumerate(texts)]
    records = resolve(documents, {d.path: read_report(d, None) for d in documents}, duplicate_of={})
    assert len(records.meetings) == 1
    assert len(records.people) == people


def test_what_is_not_joined_is_suggested_with_a_sentence_of_either_side() -> None:
    for names in ((MAYOR, REAL, SLIP), (DEPUTY, REAL, REAL, SLIP, REAL), (MAYOR, SHORT, SHORT_SLIP)):
        (pair,) = undecided(records_of(in_seat(*names)))
        assert pair.right_evidence is not None
        assert {pair.left.name, pair.right.name} == set(names[1:])
        assert pair.left.name in pair.left_evidence.quote and pair.right.name in pair.right_evidence.quote
        assert any(reason.startswith("shared post: ") for reason in pair.reasons)


def test_the_reason_stands_beside_the_mention_and_the_other_spelling_is_an_alias() -> None:
    records = records_of(in_seat(MAYOR, REAL, SLIP, REAL))
    (person,) = records.people
    assert (person.name, person.aliases) == (REAL, (SLIP,))
    (mention,) = [m for m in records.mentions if m.name == SLIP]
    assert mention.reasons == ("in turns as mayor (Lanzhou); the names differ in one syllable",)


def test_the_user_knows_better() -> None:
    rows = f"not-same,{SLIP} @ 1.txt,{REAL} @ 0.txt\n"
    assert len(records_of(in_seat(MAYOR, REAL, SLIP, REAL), rows).people) == 2


def test_a_common_name_needs_the_seat_and_a_rare_one_the_unit() -> None:
    for name, people in (("Wang Wei", 2), ("Ouyang Zhengxin", 1)):
        posts = [
            ("May 3, 2023", name, MAYOR),
            ("June 3, 2023", name, "director of the Lanzhou Municipal Water Bureau"),
        ]
        assert len(records_of(posts).people) == people, name
        assert len(records_of([posts[0], ("June 3, 2023", name, MAYOR)]).people) == 1, name


def test_a_common_name_in_one_seat_ten_years_apart_is_two_people() -> None:
    sightings = [("May 3, 2012", "Wang Wei", MAYOR), ("May 3, 2022", "Wang Wei", MAYOR)]
    assert len(records_of(sightings).people) == 2
    assert len(records_of([(day, "Ouyang Zhengxin", post) for day, _, post in sightings]).people) == 1


def test_a_report_that_names_the_old_post_makes_a_transfer() -> None:
    moved = ("June 3, 2023", "Wang Wei", "former mayor of Baoding City and mayor of Lanzhou City")
    before = ("May 3, 2021", "Wang Wei", "mayor of Baoding City")
    assert len(records_of([before, moved]).people) == 1
    assert len(records_of([before, ("June 3, 2023", "Wang Wei", MAYOR)]).people) == 2


@pytest.mark.parametrize(
    ("a", "b", "like"),
    [
        ("li yan", "li yang", "letter"),
        ("fang guolin", "guolin fang", "order"),
        ("zhou zhiheng", "zhou yuheng", "syllable"),
        ("zhai xiaoming", "yan xiaoming", "syllable"),  # the surname misread
        ("zhang hongsen", "li hongyu", ""),
        ("cai qi", "cai qi", "equal"),
        ("dai qiang", "dai lie", ""),
    ],
)
def test_likeness(a: str, b: str, like: str) -> None:
    assert likeness(a, b) == likeness(b, a) == like
    assert bool(set(blocks_of(a)) & set(blocks_of(b))) is bool(like)


def test_how_common_names_are() -> None:
    assert name_share("wang wei") > 1e-4 > 1e-6 > name_share("fang guolin") > 0
    assert name_share("john smith") == 0
    assert is_common("wang wei", "municipal") and not is_common("fang guolin", "provincial")


def test_a_given_name_first_that_is_a_form_of_address_elsewhere_is_a_name() -> None:
    text = "On May 3, 2023, the Lanzhou Municipal Party Committee held a meeting. Yang Xuxun, mayor of Lanzhou, chaired the meeting. Attending the meeting were Nana Yang, deputy mayor of Lanzhou, and Tao Wen."
    people = {person.key for person in read_report(document_from_text(text, path="a.txt"), None).people}
    assert people == {"yang xuxun", "nana yang", "tao wen"}
