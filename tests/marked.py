"""Write a sentence with its names marked by hand: 'Mayor [Fang Guolin] spoke' -> text and name spans."""

from __future__ import annotations

import re

from corpus.document import document_from_text
from extract.chunk_record import Chunk
from extract.chunks import chunk_sentence
from extract.clause_act import Act
from extract.clauses import acts_of
from extract.frames import find_frames, quoted_spans
from extract.names_span import NameSpan
from extract.reading import read_report

MARK = re.compile(r"\[([^\[\]]+)\]")


def marked(sentence: str) -> tuple[str, tuple[NameSpan, ...]]:
    """Strip the marks and return the text with a span for each marked name."""
    text, spans, at = "", [], 0
    for match in MARK.finditer(sentence):
        text += sentence[at : match.start()]
        surface = match.group(1)
        words = surface.split()
        spans.append(
            NameSpan(
                start=len(text),
                end=len(text) + len(surface),
                surface=surface,
                name=surface,
                family=words[0],
                given=" ".join(words[1:]),
                style="pinyin",
                rule="marked",
                honorific="",
                within="",
            )
        )
        text += surface
        at = match.end()
    return text + sentence[at:], tuple(spans)


def chunks(sentence: str) -> tuple[str, tuple[Chunk, ...]]:
    """Chunk a marked sentence."""
    text, names = marked(sentence)
    spans = [(n.start, n.end) for n in names]
    frames = find_frames(text, 0, len(text), (*quoted_spans(text, 0, len(text)), *spans))
    return text, chunk_sentence(text, 0, len(text), names, frames)


def acts(sentence: str) -> tuple[Act, ...]:
    """The acts of a marked sentence."""
    text, found = chunks(sentence)
    return acts_of(text, found)


def told(sentence: str) -> dict[str, set[str]]:
    """Name -> roles of a marked sentence; soft and background acts left out."""
    out: dict[str, set[str]] = {}
    for act in acts(sentence):
        if act.strength == "soft" or act.perfect:
            continue
        for entry in act.entries:
            if entry.name is not None:
                out.setdefault(entry.name.name, set()).add(act.role)
    return out


def held(sentence: str) -> dict[str, list[str]]:
    """Name -> posts ('Title, Body') as the sentence's acts state them."""
    out: dict[str, list[str]] = {}
    for act in acts(sentence):
        for entry in act.entries:
            if entry.name is not None:
                posts = out.setdefault(entry.name.name, [])
                for post in entry.posts:
                    words = f"{post.title}, {post.body}" if post.body else post.title
                    if words not in posts:
                        posts.append(words)
    return out


def together(text: str) -> list[str]:
    """Who was at each gathering of a report, in the order of the gatherings; names sorted."""
    report = read_report(document_from_text(text + "\n", path="a.txt"), None)
    names = {person.key: person.name for person in report.people}
    met: dict[str, set[str]] = {meeting.key: set() for meeting in report.meetings}
    for there in report.participations:
        if there.person and there.meeting:
            met[there.meeting].add(names[there.person])
    return [", ".join(sorted(people)) for people in met.values()]
