"""Days told by their distance: 'on Monday', 'yesterday', 'the same day'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from extract.dates_page import PageDate, Resolved, page_date, step_from
from extract.dates_words import WEEKDAYS, DateMention


def latest_weekday(mention: DateMention, page: PageDate | None) -> Resolved:
    """Find the latest day of this name that is not after the page date."""
    words = mention.surface
    if re.match(r"next\s", words, re.IGNORECASE):
        return None, f"'{words}' is still to come"
    filed = page.known if page else None
    if filed is None:
        return (
            None,
            f"'{words}' and the page date has no year" if page else f"'{words}' and the page has no date",
        )
    wanted = [WEEKDAYS[word[:3].lower()] for word in re.findall(r"[A-Za-z]+day\b", words, re.IGNORECASE)]
    back = (filed.weekday() - wanted[-1]) % 7
    if re.match(r"(?:last|past)\s", words, re.IGNORECASE) and back <= filed.weekday():
        return None, f"'{words}' in the same week as the page date can be read two ways"
    last = filed - timedelta(days=back)
    if len(wanted) == 1:
        return last.isoformat(), "latest such weekday before the page date"
    first = last - timedelta(days=(last.weekday() - wanted[0]) % 7)
    return f"{first.isoformat()}/{last.isoformat()}", "latest such weekdays before the page date"


def relative_day(mention: DateMention, page: PageDate | None, anchors: Sequence[str]) -> Resolved:
    """Find the day that is counted from the page date, or from the date named before it."""
    words = " ".join(mention.surface.lower().split())
    if words.startswith("tomorrow"):
        return None, f"'{mention.surface}' is still to come"
    if (
        "same" in words
        or words.startswith(("that ", "on that", "the previous", "the following", "the next"))
        or (words == "the day before")
    ):
        return _beside(mention, words, page, anchors)
    if page is None:
        return None, f"'{mention.surface}' and the page has no date"
    back = (
        2
        if "before yesterday" in words
        else 1
        if words.startswith(("yesterday", "last night", "last evening"))
        else 0
    )
    return step_from(
        page, -back, mention.surface, "day of the page date" if not back else "day before the page date"
    )


def _beside(mention: DateMention, words: str, page: PageDate | None, anchors: Sequence[str]) -> Resolved:
    """'The same day', 'the day before', 'the next day': counted from the date named before it."""
    anchor = page_date(anchors[-1][-10:]) if anchors else None
    if anchor is None:
        return None, f"'{mention.surface}' and no day is named before it"
    days = (
        -1
        if words in ("the day before", "the previous day")
        else 1
        if "next" in words or "following" in words
        else 0
    )
    found, rule = step_from(anchor, days, mention.surface, "counted from the date before it")
    filed = page.known if page is not None else None
    if found and filed is not None and not found.startswith("XXXX") and date.fromisoformat(found) > filed:
        return None, f"'{mention.surface}' would be after the page date"
    return found, rule
