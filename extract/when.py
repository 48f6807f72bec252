"""The date of a gathering: from the sentence that reports it, else from its surroundings; never from a cited one."""

from __future__ import annotations

import re

from corpus.pagedate import HEAD, MINUTES
from corpus.records import Document
from extract.dates_resolve import resolve_date
from extract.dates_words import DateMention
from extract.dates_year import with_anchored_year, year_in_name
from extract.scenes import Scene
from extract.sentences_read import SentenceView
from extract.when_caption import caption_day
from extract.when_minutes import day_at_head, day_held, full_day_of
from extract.when_order import NEAR, sentences_in_order
from extract.when_pages import dateline_day, filed_on, stamped_behind
from extract.when_ranked import days_before, ranked_dates
from extract.when_told import going_on, year_behind
from extract.when_weekdays import of_dateline

SITE_CLOCK = re.compile(r"\btoday is \S+", re.IGNORECASE)


def date_of(
    document: Document,
    scene: Scene,
    views: tuple[SentenceView, ...],
    *,
    alone: bool = False,
    record: bool = False,
) -> tuple[str | None, str]:
    """Find the day of `scene` as EDTF with the rule that read it, or None with the reason.

    `alone`: the report tells of no other gathering, so that a day in its lead or in a picture's caption is this one's;
    `record`: it is the minutes of one, whose head says when it was.
    """
    hint = (
        year_in_name(scene.name)
        or year_in_name(SITE_CLOCK.sub("", document.title))
        or year_behind(document.text, scene.start, scene.end)
    )
    why = "no date is stated"
    published = filed_on(document)
    if record and alone and (held := day_held(document)):
        return held, "heading of the minutes: held on that day"
    headed = day_at_head(document) if record and alone else ""
    for number in sentences_in_order(document, scene, views, alone=alone):
        view = views[number]
        if headed and number != scene.sentence and view.sentence.start > scene.start:
            continue  # what is told later is not when the meeting was
        anchors = days_before(document, views, number, hint, published)
        ranked = ranked_dates(document, view, scene)
        if number == scene.sentence and not ranked:
            span = view.sentence
            if now := going_on(document, span.start, span.end):
                return now, "sentence: goes on, on the day of the page"
        for mention in ranked:
            counted = dateline_day(document, published) if mention.kind == "relative" else ""
            day, rule = resolve_date(mention, published=counted or published, anchors=anchors, year_hint=hint)
            if day is not None and mention.kind == "month-day" and mention.weekday is not None:
                day, rule = with_anchored_year(mention, day, anchors) or (day, rule)
            if day is None and mention.kind == "weekday":
                day, rule = of_dateline(document, view, mention, hint) or (None, rule)
            if (
                day is not None
                and day.startswith("XXXX-")
                and alone
                and (stamp := stamped_behind(document, day))
            ):
                return stamp, f"{_where(number, scene)}: year of the stamp right behind the day"
            if day is not None and record and (full := full_day_of(document, day)):
                return full, f"{_where(number, scene)}: year of the same day at the head of the minutes"
            if day is not None:
                return _with_caption(document, mention, day, f"{_where(number, scene)}: {rule}", alone=alone)
            why = rule or why
    if headed:
        return headed, "heading of the minutes"
    if alone:
        day = caption_day(document)
        if day:
            return day, "caption: stated in full"
        filed = document.published or ""
        if len(filed) == 10 and MINUTES.search(document.text[:HEAD]):
            return filed, "heading of the minutes"
    year = year_in_name(scene.name)
    if year:
        return year, "only the year, from the meeting's name"
    return None, why


def _where(number: int, scene: Scene) -> str:
    if number == scene.sentence:
        return "sentence"
    return "paragraph" if number > scene.sentence - NEAR else "report"


def _with_caption(
    document: Document, mention: DateMention, day: str, rule: str, *, alone: bool
) -> tuple[str, str]:
    """A day without a year takes the year of a caption that states the same day in full."""
    if alone and day.startswith("XXXX-"):
        pictured = caption_day(document)
        if pictured and pictured[5:] == day[5:]:
            return pictured, f"{rule}; year of the caption"
    return day, rule
