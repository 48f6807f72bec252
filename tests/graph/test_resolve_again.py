"""A resolution that takes what it can from the last one finds what one from scratch finds, whatever came, changed or went."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import pytest
from built import remembered
from worlds import Corpus, change, check, few_names, generated, resolved_again

from corpus.store import Store
from graph import memo as memory
from graph.manifest import STORE
from graph.memo import remembering

ROUNDS = 12


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
    whole = remembered(tmp_path)
    db = sqlite3.connect(tmp_path / STORE)
    for kind, key, value in whole[::some]:
        db.execute("DELETE FROM remembered WHERE kind = ? AND key = ?", (kind, key))
        if (harmed := harm(value)) is not None:
            db.execute("INSERT INTO remembered VALUES (?, ?, ?)", (kind, key, harmed))
    db.commit()
    db.close()
    assert resolved_again(corpus, tmp_path) == afresh
    assert remembered(tmp_path) == whole


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
