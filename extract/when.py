"""The date of a gathering: from the sentence that reports it, else from its paragraph; never from anywhere else."""

from __future__ import annotations

from corpus.records import Document
from extract.dates import DateMention, find_dates, resolve_date, year_in_name
from extract.gatherings import STRONG_CITING
from extract.scenes import Scene
from extract.sentences_read import SentenceView

NEAR = 3  # sentences before the one that reports the gathering: a lead of two or three is one statement


def date_of(document: Document, scene: Scene, views: tuple[SentenceView, ...]) -> tuple[str | None, str]:
    """Find the day of `scene` as EDTF with the rule that read it, or None with the reason."""
    hint = year_in_name(scene.name) or year_in_name(document.title)
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
    if scene.sentence > 0:
        order += [n for n in range(min(3, len(views))) if n not in order and views[n].sentence.zone == "body"]
    order += [n for n, view in enumerate(views) if view.sentence.zone == "title" and n not in order]
    why = "no date is stated"
    for number in order:
        view = views[number]
        for mention in _ranked(document, view, scene):
            day, rule = resolve_date(mention, published=document.published, year_hint=hint)
            if day is not None:
                where = (
                    "sentence"
                    if number == scene.sentence
                    else "paragraph"
                    if number > scene.sentence - NEAR
                    else "report"
                )
                return day, f"{where}: {rule}"
            why = rule or why
    year = year_in_name(scene.name)
    if year:
        return year, "only the year, from the meeting's name"
    return None, why


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
        out.append(mention)
    return sorted(out, key=lambda mention: (abs(mention.start - anchor), mention.start))


def _paragraph(document: Document, at: int) -> tuple[int, int]:
    start = document.text.rfind("\n", 0, at) + 1
    end = document.text.find("\n", at)
    return start, len(document.text) if end < 0 else end
