"""The dates of a sentence, the nearest to the gathering first, and the days that the sentences before state."""

from __future__ import annotations

import re

from corpus.records import Document
from extract.dates_find import find_dates
from extract.dates_resolve import resolve_date
from extract.dates_words import DateMention
from extract.gatherings import CITING
from extract.scenes import Scene
from extract.sentences_read import SentenceView
from extract.when_minutes import of_earlier
from extract.when_order import is_stamp
from extract.when_told import of_a_life, to_come, without_repeated

BACK = 10  # sentences back in which the day is named that 'the next day' counts from
LINE = 60  # letters at the head of a sentence in which a dateline stands
HEADLINE_DAY = 3  # letters before the day that heads a paragraph
SAME_DAY = re.compile(r"today|this (?:morning|afternoon|evening)|tonight", re.IGNORECASE)


def ranked_dates(document: Document, view: SentenceView, scene: Scene) -> list[DateMention]:
    """The dates of a sentence, the nearest to the gathering's name first; cited and vague ones left out."""
    text = document.text
    start, end = view.sentence.start, view.sentence.end
    anchor = next((a for a, b in scene.named_at if start <= a < end), start)
    out = []
    for mention in find_dates(text, start, end):
        before = text[max(start, mention.start - 90) : mention.start]
        if mention.kind in ("vague", "year", "month") or CITING.search(before):
            continue
        if to_come(text, start, mention) or of_a_life(text, start, mention):
            continue
        if not of_earlier(text, mention.start, mention.end):
            out.append(mention)
    out = without_repeated(text, out)
    told = [mention for mention in out if mention.kind in ("relative", "weekday", "day")]
    if told and (document.published or "").startswith("XXXX-"):
        # 'Linhe Daily, May 11 (Reporter Wu Yan) The council met yesterday': the dateline is not the day
        out = [
            m for m in out if m.kind != "month-day" or m.edtf != document.published or m.start > start + LINE
        ]
    if any(m.kind == "month-day" and m.start <= start + HEADLINE_DAY for m in out):
        # 'August 4, [Linhe] - The council met this morning' on a page of August 5: the day that heads the paragraph
        out = [m for m in out if not SAME_DAY.fullmatch(m.surface)]
    return sorted(out, key=lambda mention: (abs(mention.start - anchor), mention.start))


def days_before(
    document: Document,
    views: tuple[SentenceView, ...],
    number: int,
    hint: str | None,
    published: str | None,
) -> tuple[str, ...]:
    """The days that the sentences before state themselves: 'July 12 ... on the 13th', 'the next day'."""
    out = []
    for view in views[max(0, number - BACK) : number]:
        if is_stamp(document.text, view):
            continue
        for mention in find_dates(document.text, view.sentence.start, view.sentence.end):
            if mention.kind in ("full", "month-day"):
                day, _ = resolve_date(mention, published=published, year_hint=hint)
                if day:
                    out.append(day)
    return tuple(out)
