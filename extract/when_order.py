"""In which sentences the day of a gathering is looked for, the likeliest first."""

from __future__ import annotations

import re

from corpus.needed import guarded
from corpus.pagedate import HEAD, MINUTES
from corpus.records import Document
from extract.dates_find import find_dates
from extract.scenes import Scene
from extract.sentences_read import SentenceView
from extract.when_pages import STAMP

HELD_LINE = guarded(
    r"\W*(?:(?:draft )?minutes of [^\n]{3,120}? held |held (?:at|on|in|via) (?:the )?[A-Z0-9])", re.IGNORECASE
)
NEAR = 3  # sentences before the one that reports the gathering: a lead of two or three is one statement
LEAD = 4  # body sentences in which a report of one gathering says when it was


def sentences_in_order(
    document: Document, scene: Scene, views: tuple[SentenceView, ...], *, alone: bool
) -> list[int]:
    """The sentences in which the day is looked for, the likeliest first."""
    order = [scene.sentence]
    paragraph = _paragraph(document, views[scene.sentence].sentence.start)
    for back in range(1, NEAR + 1):
        number = scene.sentence - back
        if number >= 0 and paragraph[0] <= views[number].sentence.start:
            order.append(number)
    for start, _ in scene.named_at[1:]:
        found = next((n for n, v in enumerate(views) if v.sentence.start <= start < v.sentence.end), None)
        if found is not None and found not in order:
            order.append(found)
    body = [n for n, view in enumerate(views) if view.sentence.zone == "body"]
    if scene.sentence > 0:
        order += [n for n in body[:NEAR] if n not in order]
    if alone:
        order += [n for n in body[:LEAD] if n not in order]
    if not MINUTES.search(document.text[:HEAD]):
        stamps = [n for n in order if is_stamp(document.text, views[n])]
        order = [*(n for n in order if n not in stamps), *stamps]
    order += [n for n, view in enumerate(views) if view.sentence.zone == "title" and n not in order]
    if alone or scene.key == "m1":
        heads = [n for n, view in enumerate(views) if _says_when_held(document.text, view)]
        order = [*heads, *(n for n in order if n not in heads)]
    return order


def is_stamp(text: str, view: SentenceView) -> bool:
    """Whether a sentence is no more than the date of the page."""
    if view.gatherings or view.acts or view.names:
        return False
    start, end = view.sentence.start, view.sentence.end
    dates = find_dates(text, start, end)
    held = sum(date.end - date.start for date in dates if date.kind in ("full", "month-day"))
    return held > 0 and len(text[start:end].strip()) - held <= STAMP


def _says_when_held(text: str, view: SentenceView) -> bool:
    """Whether a line at the head of a record says when it was held: 'Held at Geneva, on Monday, 9 May', 'Minutes of ... held on'."""
    return (
        view.sentence.start < HEAD
        and HELD_LINE.match(text, view.sentence.start, view.sentence.end) is not None
    )


def _paragraph(document: Document, at: int) -> tuple[int, int]:
    start = document.text.rfind("\n", 0, at) + 1
    end = document.text.find("\n", at)
    return start, len(document.text) if end < 0 else end
