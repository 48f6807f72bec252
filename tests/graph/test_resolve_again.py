"""A resolution that takes what it can from the last one finds what one from scratch finds, whatever came, changed or went."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from random import Random

import pytest
from generated.reports import reports

from corpus.document import document_from_text
from corpus.duplicates import duplicates
from corpus.records import Document
from corpus.store import Store
from extract.decisions_read import parse_decisions
from extract.identity import resolve
from extract.local import Reading
from extract.people_list import parse_people_list
from extract.reading import read_report
from extract.records import Records
from graph import memo as memory
from graph.manifest import STORE
from graph.memo import keeper, remembering

HEAD = "verb,subject,object,quote,reason,author,date\n"
KINDS = {"told", "pairs", "names", "seats"}
ROUNDS = 12
MONTHS = ["January", "March", "May", "July", "September", "November"]
NAMES = ["Wang Wei", "Li Qiang", "Zhou Zhiheng", "Zhou Yuheng", "Zhou Zhilin", "Zhiheng Zhou", "Tao Wen", "Qiu Min", "Fang Guolin", "He Zhun", "Lin Yue", "Gu Lei"]  # fmt: skip
POSTS = ["mayor of {} City", "deputy mayor of {} City", "secretary of the {} Municipal Party Committee", "director of the {} Municipal Water Bureau", ""]  # fmt: skip
PLACES = ["Lanzhou", "Baoding", "Tianshui"]
TOPICS = ["flood control", "seed supply", "grain", "drains"]


@cache
def read(text: str, path: str) -> tuple[Document, Reading]:
    document = document_from_text(text, path=path)
    return document, read_report(document, None)


@dataclass(slots=True)
class Corpus:
    """Reports by path, the user's decisions and list of people."""

    texts: dict[str, str] = field(default_factory=dict)
    decisions: str = ""
    people: str = "id,name\n"

    def records(self, order: Random | None = None, *, again: bool = True) -> Records:
        """Resolve, `again` with what the store keeps."""
        found = [read(text, path) for path, text in sorted(self.texts.items())]
        documents = [document for document, _ in found]
        if order is not None:
            order.shuffle(documents)
        decisions = replace(parse_decisions(HEAD + self.decisions), listed=parse_people_list(self.people))
        return resolve(
            documents,
            {document.path: reading for document, reading in found},
            duplicate_of=duplicates(documents),
            decisions=decisions,
            kept=keeper() if again else None,
        )


def remembered(store: Path) -> list[tuple[str, str, bytes]]:
    db = sqlite3.connect(store)
    try:
        return db.execute("SELECT kind, key, value FROM remembered ORDER BY kind, key").fetchall()
    finally:
        db.close()


def resolved_again(corpus: Corpus, folder: Path, order: Random | None = None) -> Records:
    """Resolve with what is kept in a folder, and forget what was not asked for, as a build does."""
    with Store.open(folder / STORE) as store, remembering(store) as memo:
        records = corpus.records(order)
        memo.forget_others()
        store.commit()
    return records


def check(corpus: Corpus, folder: Path, scratch: Path, order: Random | None = None) -> Records:
    """Hold records and memory against those from scratch."""
    scratch.mkdir()
    afresh = corpus.records(again=False)
    assert resolved_again(corpus, folder, order) == afresh
    assert resolved_again(corpus, scratch) == afresh
    assert remembered(folder / STORE) == remembered(scratch / STORE)
    assert {kind for kind, _, _ in remembered(folder / STORE)} <= KINDS
    return afresh


def few_names(random: Random) -> str:
    """A report of a small world, in which names recur in seats, meetings and spellings."""
    place, day = (
        random.choice(PLACES),
        f"{random.choice(MONTHS)} {random.randint(1, 3)}, {random.randint(2021, 2023)}",
    )
    who = random.sample(NAMES, random.randint(1, 5))
    posts = [random.choice(POSTS).format(place) for _ in who]
    said = [f"{name}, {post}," if post else name for name, post in zip(who, posts, strict=True)]
    rest = f" {', '.join(said[1:])} and {random.choice(NAMES)} attended the conference." if said[1:] else ""
    return (
        f"On {day}, the {place} Municipal Party Committee held a work conference on {random.choice(TOPICS)}. "
        f"{said[0]} presided over the conference.{rest}"
    )


def generated(seed: int) -> Iterator[str]:
    return (report.text for report in reports(200, seed))


def change(corpus: Corpus, random: Random, texts: Iterator[str]) -> None:
    """Add, change, move or remove reports, or decide something."""
    paths = sorted(corpus.texts)
    what = random.choice(["add", "add", "add", "change", "remove", "move", "decide", "list", "forget"])
    if what == "add" or len(paths) < 2:
        for _ in range(random.randint(1, 4)):
            corpus.texts[f"{random.randint(0, 10**6):06}.txt"] = next(texts)
    elif what == "change":
        corpus.texts[random.choice(paths)] = next(texts)
    elif what == "remove":
        del corpus.texts[random.choice(paths)]
    elif what == "move":
        corpus.texts[f"{random.randint(0, 10**6):06}.txt"] = corpus.texts.pop(random.choice(paths))
    elif what == "decide":
        mentions = [(m.name, m.document) for m in corpus.records(again=False).mentions]
        (a, there), (b, here) = random.choice(mentions), random.choice(mentions)
        same = [(name, path) for name, path in mentions if name == a and path != there]
        if same and random.random() < 0.7:
            b, here = random.choice(same)
        verb = random.choice(["same", "not-same", "rename", "drop"])
        other = {"rename": "Somebody Else", "drop": ""}.get(verb, f"{b} @ {here}")
        corpus.decisions += f"{verb},{a} @ {there},{other}\n"
    elif what == "list":
        corpus.people += f"e{len(corpus.people)},{random.choice(NAMES)}\n"
    else:
        corpus.decisions, corpus.people = "", "id,name\n"


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("world", ["few names", "generated"])
def test_whatever_comes_changes_or_goes(tmp_path: Path, world: str, seed: int) -> None:
    random = Random(f"{world} {seed}")
    texts = generated(seed) if world == "generated" else iter(lambda: few_names(random), "")
    corpus = Corpus(texts={f"{number:06}.txt": next(texts) for number in range(30)})
    folder = tmp_path / "kept"
    folder.mkdir()
    for number in range(ROUNDS):
        check(corpus, folder, tmp_path / f"scratch {number}", random)
        change(corpus, random, texts)


WEI = "On {}, {} City held a work conference on {}. {}, {}, presided over the conference. Fang Guolin and Tao Wen attended the conference."
CASES = [
    # before, then, people of the names before and then, phenomenon
    (
        {"a": ("May 3, 2023", "Lanzhou", "grain", "Wang Wei", "mayor of Lanzhou"), "b": ("May 9, 2023", "Baoding", "grain", "Wang Wei", "mayor of Baoding")},
        {"c": ("May 9, 2022", "Baoding", "drains", "Wang Wei", "mayor of Baoding and former mayor of Lanzhou")},
        "one more mention of the second of two",
    ),
    (
        {"a": ("January 3, 2023", "Lanzhou", "grain", "Zhou Zhiheng", "mayor of Lanzhou City"), "b": ("March 3, 2023", "Lanzhou", "drains", "Zhou Yuheng", "mayor of Lanzhou City")},
        {"c": ("May 3, 2023", "Lanzhou", "seeds", "Zhou Zhiheng", "mayor of Lanzhou City")},
        "the third report shows that two spellings hold a seat in turns: two names become one person",
    ),
    (
        {"a": ("January 3, 2023", "Lanzhou", "grain", "Zhou Zhiheng", "mayor of Lanzhou City"), "b": ("March 3, 2023", "Lanzhou", "grain", "Wang Wei", "deputy mayor of Lanzhou City")},
        {"c": ("January 3, 2023", "Lanzhou", "grain", "Zhou Zhiheng", "mayor of Lanzhou City")},
        "another report of a meeting that was told: it has a meeting in common with an old one",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("before", "then", "phenomenon"), CASES, ids=[row[2] for row in CASES])
def test_a_report_that_joins_what_was_apart_and_goes_again(
    tmp_path: Path,
    before: Mapping[str, tuple[str, ...]],
    then: Mapping[str, tuple[str, ...]],
    phenomenon: str,
) -> None:
    corpus = Corpus(texts={f"{path}.txt": WEI.format(*said) for path, said in before.items()})
    folder = tmp_path / "kept"
    folder.mkdir()
    first = check(corpus, folder, tmp_path / "first")
    more = Corpus(texts={**corpus.texts, **{f"{path}.txt": WEI.format(*said) for path, said in then.items()}})
    assert check(more, folder, tmp_path / "second") != first
    assert check(corpus, folder, tmp_path / "third") == first


def test_two_names_become_one_person(tmp_path: Path) -> None:
    """The second of the cases above does what it says."""
    before, then, _ = CASES[1]
    corpus = Corpus(texts={f"{path}.txt": WEI.format(*said) for path, said in {**before, **then}.items()})
    assert sum(person.name.startswith("Zhou") for person in corpus.records(again=False).people) == 1


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda value: b"\xc1", id="no value"),
        pytest.param(lambda value: value[: len(value) // 2], id="cut off"),
        pytest.param(lambda value: b"\x90", id="of another form"),
        pytest.param(lambda value: value + b"\0", id="longer"),
        pytest.param(lambda value: value.replace(b"mayor", b"major").replace(b"Li", b"Lu"), id="other words"),
        pytest.param(lambda value: None, id="lost"),
    ],
)
@pytest.mark.parametrize("some", [1, 2], ids=["all", "half of them"])
def test_damaged_values_are_made_again(
    tmp_path: Path, harm: Callable[[bytes], bytes | None], some: int
) -> None:
    texts = generated(3)
    corpus = Corpus(texts={f"{number}.txt": next(texts) for number in range(40)})
    afresh = corpus.records(again=False)
    assert resolved_again(corpus, tmp_path) == afresh
    whole = remembered(tmp_path / STORE)
    db = sqlite3.connect(tmp_path / STORE)
    for kind, key, value in whole[::some]:
        db.execute("DELETE FROM remembered WHERE kind = ? AND key = ?", (kind, key))
        if (harmed := harm(value)) is not None:
            db.execute("INSERT INTO remembered VALUES (?, ?, ?)", (kind, key, harmed))
    db.commit()
    db.close()
    assert resolved_again(corpus, tmp_path) == afresh
    assert remembered(tmp_path / STORE) == whole


def test_another_version_takes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = generated(3)
    corpus = Corpus(texts={f"{number}.txt": next(texts) for number in range(20)})
    resolved_again(corpus, tmp_path)
    monkeypatch.setattr(memory, "versions", lambda: "another")
    with Store.open(tmp_path / STORE) as store, remembering(store):
        assert not store._db.execute("SELECT * FROM remembered").fetchall()


def test_one_more_report_leaves_most_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = memory.Memo.put

    def counted(self: memory.Memo, kind: str, key: str, value: object) -> None:
        made.append(kind)
        real(self, kind, key, value)

    texts = generated(5)
    corpus = Corpus(texts={f"{number}.txt": next(texts) for number in range(150)})
    monkeypatch.setattr(memory.Memo, "put", counted)
    resolved_again(corpus, tmp_path)
    first, made[:] = list(made), []
    corpus.texts["one more.txt"] = next(texts)
    resolved_again(corpus, tmp_path)
    assert 0 < made.count("told") <= 2 < first.count("told")
    assert 0 < made.count("names") < first.count("names") / 4
    assert made.count("pairs") <= 1 < first.count("pairs")
