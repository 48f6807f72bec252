"""Complete a date from the page's own date, an earlier date of the text, or the year in the meeting's name.

Every rule says its name, or why it gave up. What is completed is never later than the page date, and a digit that
nothing gives stays X.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.dates_month import day_of_month
from extract.dates_page import Resolved, page_date
from extract.dates_relative import latest_weekday, relative_day
from extract.dates_words import DateMention
from extract.dates_year import month_day, with_year

BELIEVED = re.compile(r"XXXX|[1-9]\d{3}")


def resolve_date(
    mention: DateMention,
    *,
    published: str | None,
    anchors: Sequence[str] = (),
    year_hint: str | None = None,
) -> Resolved:
    """Complete `mention`.

    `published` is the page's date (EDTF, perhaps with an unknown year), `anchors` the dates (EDTF) named before it in
    the text, in order, `year_hint` the year in the meeting's own name. Returns the EDTF date and the rule that gave
    it, or None and the reason; digits that nothing gives stay X.
    """
    if not BELIEVED.match(published or ""):
        published = None  # a page of the year 999 is a slip
    page = page_date(published)
    if mention.kind in ("full", "year", "month"):
        return _stated(mention)
    if mention.kind == "month-day":
        return month_day(mention, published, page, year_hint)
    if mention.kind == "day":
        return with_year(mention, day_of_month(mention, page, anchors), page, year_hint)
    if mention.kind == "weekday":
        return latest_weekday(mention, page)
    if mention.kind == "relative":
        return with_year(mention, relative_day(mention, page, anchors), page, year_hint)
    return None, f"'{mention.surface}' names no day"


def _stated(mention: DateMention) -> Resolved:
    if not mention.edtf:
        return None, f"'{mention.surface}' can be read two ways"
    if mention.edtf.startswith("XXXX"):
        return mention.edtf, "stated without a year"
    return mention.edtf, "stated in full" if mention.kind == "full" else f"stated as a {mention.kind}"
