"""Re-published reports are found; translations, templates and short texts are told apart."""

from __future__ import annotations

import random

import pytest

from corpus.document import document_from_text
from corpus.duplicates import THRESHOLD, Taken, duplicates, similarity
from corpus.fingerprints import (
    Fingerprint,
    Sketch,
    fingerprint,
    pack,
    sketch,
    unpack,
)
from corpus.records import Document

WORDS = [
    "dyke",
    "road",
    "school",
    "water",
    "county",
    "plan",
    "spring",
    "hall",
    "village",
    "member",
    "tree",
    "bridge",
    "field",
    "river",
    "market",
    "winter",
    "house",
    "stone",
    "gate",
    "lamp",
]


def report(
    path: str, *, seed: int = 1, names: str = "Fang Guolin and Wang Lei", day: str = "8", size: int = 24
) -> Document:
    """A report of `size` sentences drawn by `seed`, with names and a day in the first."""
    draw = random.Random(seed)
    body = [f"The working meeting was held on May {day}, and {names} attended it."]
    body += [f"The {' '.join(draw.choices(WORDS, k=9))} was seen." for _ in range(size)]
    return document_from_text(" ".join(body), path=path)


def copied(
    document: Document, path: str, *, head: str = "", foot: str = "", old: str = "", new: str = ""
) -> Document:
    """The same report on another page."""
    return document_from_text(
        f"{head}{document.text.replace(old, new) if old else document.text}{foot}", path=path
    )


ORIGINAL = report("b.txt")


@pytest.mark.parametrize(
    ("copy", "same"),
    [
        (copied(ORIGINAL, "c.txt"), True),
        (copied(ORIGINAL, "c.txt", head="Another headline for it\n(Reporter: Lin Yue) "), True),
        (copied(ORIGINAL, "c.txt", foot="\nEditor: Lin Yue\nCopyright 2022 County Media Centre"), True),
        (copied(ORIGINAL, "c.txt", head=" date 2023-04-16 "), True),
        (copied(ORIGINAL, "c.txt", old=" ", new="  "), True),  # spaces and case do not count
        (copied(ORIGINAL, "c.txt", foot=" The members thanked the mayor."), True),  # one sentence more
        (copied(ORIGINAL, "c.txt", old="Wang Lei", new="Li Na"), False),  # one template, other people
        (copied(ORIGINAL, "c.txt", old="May 8", new="May 15"), False),  # and another day
        (report("c.txt", seed=2), False),  # another report of the same people and day
    ],
)
def test_copies(copy: Document, same: bool) -> None:
    assert duplicates([ORIGINAL, copy]) == ({"c.txt": "b.txt"} if same else {})


def test_the_first_path_is_the_original_whatever_the_order() -> None:
    copies = [copied(ORIGINAL, path) for path in ("d.txt", "a.txt", "c.txt")]
    expected = {"b.txt": "a.txt", "c.txt": "a.txt", "d.txt": "a.txt"}
    assert duplicates([ORIGINAL, *copies]) == expected
    assert duplicates([*reversed(copies), ORIGINAL]) == expected


def test_half_a_report_is_another_report() -> None:
    half = report("c.txt", size=12)
    assert 0.4 < similarity(fingerprint(ORIGINAL).shingles, fingerprint(half).shingles) < THRESHOLD
    assert duplicates([ORIGINAL, half]) == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mayor Fang met the members on May 8.", "Mayor Fang met the members on May 8.", True),
        ("Mayor Fang met the members on May 8.", "Mayor Fang met the delegates on May 8.", False),
        ("Mayor Fang met the members on May 8.", "Mayor Fang met the members on May 9.", False),
    ],
)
def test_short_texts_must_be_equal(one: str, other: str, same: bool) -> None:
    documents = [document_from_text(one, path="a.txt"), document_from_text(other, path="b.txt")]
    assert duplicates(documents) == ({"b.txt": "a.txt"} if same else {})


def test_the_sketch_finds_what_a_full_comparison_finds() -> None:
    documents = [report(f"r{n:02}.txt", seed=n) for n in range(40)]
    documents += [
        copied(documents[n], f"s{n:02}.txt", foot=" The members thanked the mayor.") for n in range(0, 40, 3)
    ]
    assert duplicates(documents) == {f"s{n:02}.txt": f"r{n:02}.txt" for n in range(0, 40, 3)}


def test_kept_fingerprints_find_the_same_copies() -> None:
    documents = [report(f"{seed}.txt", seed=seed % 4, day=str(seed % 3)) for seed in range(20)]
    found = duplicates(documents)
    assert found
    assert duplicates(documents, Unpacked()) == found


class Unpacked(Taken):
    """Takes everything as it comes back from the store."""

    def fingerprint(self, document: Document) -> Fingerprint:
        return unpack(pack(fingerprint(document)))

    def sketch(self, document: Document) -> Sketch:
        return sketch(self.fingerprint(document))


def test_only_reports_that_share_a_band_and_no_number_speaks_against_are_compared() -> None:
    documents = [report(f"{n:02}.txt", seed=n) for n in range(30)]
    documents.append(copied(documents[7], "copy.txt"))
    looked = Looked()
    assert duplicates(documents, looked) == {"copy.txt": "07.txt"}
    assert looked.at == {"07.txt", "copy.txt"}


class Looked(Taken):
    """Remembers of which reports more than the sketch was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.at: set[str] = set()

    def fingerprint(self, document: Document) -> Fingerprint:
        self.at.add(document.path)
        return fingerprint(document)

    def sketch(self, document: Document) -> Sketch:
        return sketch(fingerprint(document))
