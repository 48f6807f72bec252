"""A weekday counted from the dateline: an agency dates the story on the day that it tells of."""

from __future__ import annotations

from dataclasses import replace

from corpus.records import Document
from extract.dates_find import find_dates
from extract.dates_resolve import resolve_date
from extract.dates_words import DateMention
from extract.sentences_read import SentenceView


def of_dateline(
    document: Document, view: SentenceView, mention: DateMention, hint: str | None
) -> tuple[str, str] | None:
    """'BEIJING, Sept. 3 -- ... on Thursday': an agency dates the story on the day that it tells of.

    Used only where the page date has no year, in the sentence of the dateline; a year in the meeting's name is taken
    if the day is that weekday in it.
    """
    filed = document.published or ""
    if not filed.startswith("XXXX-") or not filed[5:6].isdigit():
        return None
    if hint and (latest := _weekday_before(f"{hint}{filed[4:]}", mention)):
        return latest, "latest such weekday before the dateline; year in the meeting's name"
    stated = [
        found
        for found in find_dates(document.text, max(0, view.sentence.start - 40), view.sentence.end)
        if found.kind == "month-day" and found.edtf == filed and found.start < mention.start
    ]
    if not stated:
        return None
    if hint:
        day, rule = resolve_date(replace(stated[0], weekday=mention.weekday), published=None, year_hint=hint)
        if day and not day.startswith("XXXX"):
            return day, f"day of the dateline; {rule}"
    return filed, "day of the dateline"


def _weekday_before(filed: str, mention: DateMention) -> str:
    day, _ = resolve_date(mention, published=filed)
    return day if day and "/" not in day else ""
