"""The gatherings of one report as its sentences bring them in: held, headed by a body and a day, or met on a day of their own."""

from __future__ import annotations

import re

from extract.dates_find import find_dates
from extract.gathering_record import GatheringMention
from extract.post_words import normal_case, strip_article
from extract.scenes import TRANSITION, VISITS
from extract.scenes_alike import is_generic
from extract.sentences_read import SentenceView
from extract.telling import Telling

CALLED_BY = re.compile(
    r",? (?:which was |jointly )?(?:called|convened|summoned|organi[sz]ed|arranged|hosted) (?:jointly )?by\b"
)
AN = re.compile(r"\ban? ", re.IGNORECASE)


class BringingIn(Telling):
    """Sentences that bring in gatherings, and the days on which they were."""

    def _sentence_gatherings(self, number: int) -> None:
        view = self.views[number]
        words = self.text[view.sentence.start : view.sentence.end]
        transition = bool(TRANSITION.match(words))
        for mention in view.gatherings:
            if mention.held and not mention.cited:
                # 'The fair and the expo were held': what one sentence reports as held is one gathering
                self.scenes.held(
                    mention, number, transition=transition, another=self._held_apart(number, mention)
                )
                break
        else:
            self._minutes_heading(number, words)
            self._called_by(view)

    def _called_by(self, view: SentenceView) -> None:
        """'The meeting, called by the Water Board, ...': the body that called the gathering at hand."""
        current = self.scenes.current
        for mention in view.gatherings:
            if current is not None and not current.host and mention.host and not mention.cited:
                called = CALLED_BY.match(self.text, mention.end) is not None
                if called and is_generic(mention.name) and current.kind not in VISITS:
                    current.host = mention.host
                return

    def _minutes_heading(self, number: int, words: str) -> None:
        """'Valley Town Council 29 October.': a body and a day, and no verb, head the minutes of a meeting."""
        view = self.views[number]
        if view.acts or view.gatherings or len(words.split()) > 9:
            return
        body = next((c for c in view.chunks if c.kind == "body"), None)
        if body is None or body.start > view.sentence.start + 4 or not body.text[:1].isupper():
            return
        if any(
            d.kind in ("full", "month-day")
            for d in find_dates(self.text, view.sentence.start, view.sentence.end)
        ):
            host = normal_case(strip_article(body.text))
            self.scenes.held(
                GatheringMention(
                    name=f"meeting of the {host}",
                    kind="meeting",
                    start=body.start,
                    end=body.end,
                    held=True,
                    cited=False,
                    host=host,
                ),
                number,
                transition=True,
            )

    def _introduce(self, number: int) -> None:
        """'X made the remarks when addressing the forum': the sentence's own gathering serves all its verbs."""
        view = self.views[number]
        if self.scenes.current is not None:
            return
        for act in view.acts:
            mention = next(
                (m for m in view.gatherings if act.gathering and m.start == act.gathering.start), None
            )
            if mention is not None and not mention.cited and not act.perfect and act.strength == "strong":
                self.scenes.named(mention, number)
                return

    def _held_apart(self, number: int, mention: GatheringMention) -> bool:
        """'The session opened on the 16th. On the 15th it held a preparatory meeting': on a day of its own, with 'a'."""
        here = self.scenes.current
        if (
            here is None
            or here.sentence == number
            or not AN.search(self.text, max(0, mention.start - 3), mention.start + 3)
        ):
            return False
        days, others = self._days(number), self._days(here.sentence)
        return bool(days and others) and not days & others

    def _other_day(self, number: int) -> bool:
        """Whether a sentence names a day, and one on which the visit at hand was not: 'the mayor on the 30th came to ...'."""
        known = next((s for s in reversed(self.scenes.all) if s.kind in VISITS), None)
        if known is None or known.sentence == number:
            return False
        here, there = self._days(number), self._days(known.sentence)
        return bool(here and there) and not here & there

    def _days(self, number: int) -> frozenset[str]:
        """The days of the month that a sentence names, two digits each; those of a span stand for all between."""
        view = self.views[number]
        days: set[str] = set()
        for date in find_dates(self.text, view.sentence.start, view.sentence.end):
            if date.kind in ("full", "month-day", "day") and date.edtf[-2:].isdigit():
                ends = sorted(int(part[-2:]) for part in date.edtf.split("/"))
                days |= {f"{day:02d}" for day in range(ends[0], ends[-1] + 1)}
        return frozenset(days)
