"""The generator of corpora with known identities: it does what it says, and the scores on it are the published ones."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from random import Random

import pytest
from generated.clusters import compare
from generated.naming import Name, draw_name
from generated.padding import padding
from generated.reports import LENGTH, Report, reports

from corpus.document import document_from_text
from corpus.duplicates import duplicates
from extract.reading import read_report
from extract.vocabulary import rows


@pytest.fixture(scope="module")
def made() -> list[Report]:
    return list(reports(2000, seed=5))


def test_the_same_seed_gives_the_same_reports_and_another_one_others(made: list[Report]) -> None:
    assert list(reports(2000, seed=5)) == made
    assert [r.text for r in islice(reports(2000, seed=6), 50)] != [r.text for r in made[:50]]


def test_reports_are_streamed() -> None:
    assert len(list(islice(reports(1_000_000, seed=1), 3))) == 3


def test_padded_reports_are_as_long_as_real_ones_and_tell_the_same() -> None:
    bare, padded = list(reports(60, seed=2)), list(reports(60, seed=2, padded=LENGTH))
    assert [r.truth for r in padded] == [r.truth for r in bare]
    words = [len(r.text.split()) for r in padded if not r.truth.copy_of]
    assert sum(words) / len(words) == pytest.approx(660, abs=20)
    for one, other in zip(bare, padded, strict=True):
        assert set(one.text.split("\n")) <= set(other.text.split("\n"))


def test_padding_names_nobody() -> None:
    document = document_from_text("\n".join(padding(3000, "meeting", Random(4))), path="p.txt")
    reading = read_report(document, None)
    assert {p.role for p in reading.participations if p.person} <= {"invoked"}


def test_there_are_as_many_as_asked_for_each_with_a_path_of_its_own(made: list[Report]) -> None:
    assert len(made) == len({report.path for report in made}) == 2000
    assert len(list(reports(7))) == 7


def test_every_person_stands_in_the_text(made: list[Report]) -> None:
    assert all(seen.printed in report.text for report in made for seen in report.truth.people)


def test_slips_are_as_many_as_measured(made: list[Report]) -> None:
    slots = [seen.slip for report in made for seen in report.truth.people]
    lost = sum(len(report.truth.lost) for report in made)
    assert (sum(slots) + lost) / (len(slots) + lost) == pytest.approx(0.16, abs=0.02)
    assert lost / (sum(slots) + lost) == pytest.approx(2 / 11, abs=0.04)
    assert not any(s.slip for r in reports(100, slips=0) for s in r.truth.people)


def test_seats_and_people_are_heavy_tailed(made: list[Report]) -> None:
    often = Counter(seen.person for report in made for seen in report.truth.people)
    counts = sorted(often.values(), reverse=True)
    assert sum(counts[: len(counts) // 10]) > 0.35 * sum(counts)
    assert counts[len(counts) // 2] <= 6


def test_people_are_moved(made: list[Report]) -> None:
    places: dict[str, set[str]] = {}
    for report in made:
        for seen in report.truth.people:
            if seen.role == "chaired":
                places.setdefault(seen.person, set()).add(report.truth.place)
    assert sum(len(where) > 1 for where in places.values()) > 1
    assert sum(", former " in report.text for report in made) > 20


def test_names_are_as_frequent_as_real_ones() -> None:
    draw = Random(1)
    names = Counter(draw_name(draw).printed() for _ in range(60_000))
    # about three in ten thousand people are called Wang Wei in pinyin, one in two million Ouyang Zhengxin
    assert 8 <= names["Wang Wei"] <= 40
    assert names["Ouyang Zhengxin"] <= 1
    families = Counter(name.split()[0] for name in names.elements())
    assert families["Wang"] / 60_000 == pytest.approx(0.0779, abs=0.006)


def test_the_frequencies_are_shares() -> None:
    for part in ("surname", "syllable"):
        assert sum(
            float(row["share"]) for row in rows("name_frequency.csv") if row["part"] == part
        ) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("joined", "Zhang Zhong'an"),
        ("split", "Zhang Zhong An"),
        ("hyphen", "Zhang Zhong-an"),
        ("capitals", "ZHANG Zhong'an"),
        ("given first", "Zhong'an Zhang"),
    ],
)
def test_a_name_is_printed_in_many_ways(style: str, printed: str) -> None:
    assert Name(surname="zhang", given=("zhong", "an")).printed(style) == printed


def test_copies_are_recognised_and_independent_reports_are_none(made: list[Report]) -> None:
    some = made[:600]
    documents = [document_from_text(report.text, path=report.path) for report in some]
    assert duplicates(documents) == {r.path: r.truth.copy_of for r in some if r.truth.copy_of}
    told = Counter(r.truth.meeting for r in some if not r.truth.copy_of)
    assert sum(count > 1 for count in told.values()) > 20


def test_series_are_numbered_in_order(made: list[Report]) -> None:
    last: dict[str, int] = {}
    for report in made:
        truth = report.truth
        if truth.series:
            assert truth.ordinal in (last.get(truth.series, 0), last.get(truth.series, 0) + 1)
            last[truth.series] = truth.ordinal


@pytest.mark.parametrize(
    ("phenomenon", "pairs", "precision", "recall", "lumped", "split"),
    [
        ("all right", [("a", "1"), ("a", "1"), ("b", "2")], 1, 1, 0, 0),
        # B-cubed by hand: precision (1/2 + 1/2) / 2
        ("two lumped", [("a", "1"), ("b", "1")], 0.5, 1, 1, 0),
        ("one split", [("a", "1"), ("a", "2")], 1, 0.5, 0, 1),
        # precision (2/3 + 2/3 + 1/3 + 1) / 4, recall (1 + 1 + 1/2 + 1/2) / 4
        ("some of both", [("a", "1"), ("a", "1"), ("b", "1"), ("b", "2")], 2 / 3, 0.75, 1, 0.5),
    ],
)
def test_scores(
    phenomenon: str,
    pairs: list[tuple[str, str]],
    precision: float,
    recall: float,
    lumped: float,
    split: float,
) -> None:
    found = compare(pairs)
    assert (found.precision, found.recall) == pytest.approx((precision, recall))
    assert (found.lumped, found.split) == (lumped, split)
    assert found.f1 == pytest.approx(2 * precision * recall / (precision + recall))
