"""What a report tells besides, of another time: by the days, months and years of its sentences."""

from __future__ import annotations

import re
from functools import cached_property

from extract.clause_act import Act
from extract.dates_find import find_dates
from extract.earlier_times import FIRST_MET, goes_back, is_before, time_of, year_alone
from extract.sentences_read import SentenceView
from extract.speaking import Speaking

FIGURE = re.compile(r"\d")


class ToldBesides(Speaking):
    """Sentences whose own times are earlier than the gathering reported."""

    def _told_besides(self, view: SentenceView, act: Act) -> bool:
        """'In May 2019, X attended a meeting of the bureau', 'Last month, X ...', behind or before the news of a later gathering."""
        start, end = view.sentence.start, view.sentence.end
        here = self.scenes.current
        if here is not None and self.views[here.sentence].sentence.start >= start:
            here = None  # the sentence itself brings it in
        if here is not None and not self.record and goes_back(self.text, start, act.end, end):
            return True
        dated = self._has_year(start, end)
        if dated:
            alone = year_alone(self.text, start, end)
            if alone and not any(day.startswith(alone) for day in self._reported_days):
                return True
        if FIRST_MET.match(self.text, act.start - len("first "), end):
            return True
        told = time_of(self.text, start, act.end, end) if dated else None
        if told is None:
            return False
        if here is not None and any(is_before(told.edtf, day) for day in self._full_days(here.sentence)):
            return True
        return told.kind == "month" and any(is_before(told.edtf, day) for day in self._reported_days)

    def _has_year(self, start: int, end: int) -> bool:
        """Whether a sentence can state a year, in figures or in words."""
        return FIGURE.search(self.text, start, end) is not None or " day of " in self.text[start:end].lower()

    def _full_days(self, number: int) -> tuple[str, ...]:
        """The days that a sentence states with their years."""
        span = self.views[number].sentence
        return tuple(d.edtf for d in find_dates(self.text, span.start, span.end) if d.kind == "full")

    @cached_property
    def _reported_days(self) -> tuple[str, ...]:
        """The day of the page, and those stated where a gathering is reported as held."""
        page = self.document.published or ""
        held = [n for n, v in enumerate(self.views) if any(g.held and not g.cited for g in v.gatherings)]
        return (page, *(day for number in held for day in self._full_days(number)))
