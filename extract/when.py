"""The date of a gathering: from the sentence that reports it, else from its surroundings; never from a cited one."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.needed import guarded
from corpus.pagedate import HEAD, MINUTES
from corpus.records import Document
from extract.dates import DateMention, find_dates, resolve_date, year_in_name
from extract.dates_year import with_anchored_year
from extract.gatherings import STRONG_CITING
from extract.scenes import Scene
from extract.sentences_read import SentenceView
from extract.when_caption import caption_day
from extract.when_minutes import day_at_head, day_held, full_day_of, of_earlier
from extract.when_pages import STAMP, dateline_day, filed_on, stamped_behind
from extract.when_told import going_on, to_come, without_repeated, year_behind

BACK = 10  # sentences back in which the day is named that 'the next day' counts from
LINE = 60  # letters at the head of a sentence in which a dateline stands
HEADLINE_DAY = 3  # letters before the day that heads a paragraph
SAME_DAY = re.compile(r"today|this (?:morning|afternoon|evening)|tonight", re.IGNORECASE)
SITE_CLOCK = re.compile(r"\btoday is \S+", re.IGNORECASE)
HELD_LINE = guarded(
    r"\W*(?:(?:draft )?minutes of [^\n]{3,120}? held |held (?:at|on|in|via) (?:the )?[A-Z0-9])", re.IGNORECASE
)
NEAR = 3  # sentences before the one that reports the gathering: a lead of two or three is one statement
LEAD = 4  # body sentences in which a report of one gathering says when it was


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
    for number in _order(document, scene, views, alone=alone):
        view = views[number]
        if headed and number != scene.sentence and view.sentence.start > scene.start:
            continue  # what is told later is not when the meeting was
        anchors = _anchors(document, views, number, hint, published)
        ranked = _ranked(document, view, scene)
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
                day, rule = _of_dateline(document, view, mention, hint) or (None, rule)
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


def _is_stamp(text: str, view: SentenceView) -> bool:
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


def _where(number: int, scene: Scene) -> str:
    if number == scene.sentence:
        return "sentence"
    return "paragraph" if number > scene.sentence - NEAR else "report"


def _order(document: Document, scene: Scene, views: tuple[SentenceView, ...], *, alone: bool) -> list[int]:
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
        stamps = [n for n in order if _is_stamp(document.text, views[n])]
        order = [*(n for n in order if n not in stamps), *stamps]
    order += [n for n, view in enumerate(views) if view.sentence.zone == "title" and n not in order]
    if alone or scene.key == "m1":
        heads = [n for n, view in enumerate(views) if _says_when_held(document.text, view)]
        order = [*heads, *(n for n in order if n not in heads)]
    return order


def _anchors(
    document: Document,
    views: tuple[SentenceView, ...],
    number: int,
    hint: str | None,
    published: str | None,
) -> tuple[str, ...]:
    """The days that the sentences before state themselves: 'July 12 ... on the 13th', 'the next day'."""
    out = []
    for view in views[max(0, number - BACK) : number]:
        if _is_stamp(document.text, view):
            continue
        for mention in find_dates(document.text, view.sentence.start, view.sentence.end):
            if mention.kind in ("full", "month-day"):
                day, _ = resolve_date(mention, published=published, year_hint=hint)
                if day:
                    out.append(day)
    return tuple(out)


def _of_dateline(
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


def _with_caption(
    document: Document, mention: DateMention, day: str, rule: str, *, alone: bool
) -> tuple[str, str]:
    """A day without a year takes the year of a caption that states the same day in full."""
    if alone and day.startswith("XXXX-"):
        pictured = caption_day(document)
        if pictured and pictured[5:] == day[5:]:
            return pictured, f"{rule}; year of the caption"
    return day, rule


def _ranked(document: Document, view: SentenceView, scene: Scene) -> list[DateMention]:
    """The dates of a sentence, the nearest to the gathering's name first; cited and vague ones left out."""
    text = document.text
    start, end = view.sentence.start, view.sentence.end
    anchor = next((a for a, b in scene.named_at if start <= a < end), start)
    out = []
    for mention in find_dates(text, start, end):
        before = text[max(start, mention.start - 90) : mention.start]
        if mention.kind in ("vague", "year", "month") or STRONG_CITING.search(before):
            continue
        if not to_come(text, start, mention) and not of_earlier(text, mention.start, mention.end):
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


def _paragraph(document: Document, at: int) -> tuple[int, int]:
    start = document.text.rfind("\n", 0, at) + 1
    end = document.text.find("\n", at)
    return start, len(document.text) if end < 0 else end
