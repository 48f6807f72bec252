"""Small corpora that come, change and go, resolved with what the last resolution kept and from scratch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from random import Random

from built import remembered
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
from graph.manifest import STORE
from graph.memo import keeper, remembering

HEAD = "verb,subject,object,quote,reason,author,date\n"
KINDS = {"told", "pairs", "names", "seats"}
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
    assert remembered(folder) == remembered(scratch)
    assert {kind for kind, _, _ in remembered(folder)} <= KINDS
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
