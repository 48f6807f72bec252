"""What tells that an act belongs to another gathering than the one at hand: another leader's visit, another delegation, another day, the press."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.bringing_in import BringingIn
from extract.clause_act import Act
from extract.gathering_record import GatheringMention
from extract.list_record import Entry
from extract.scenes import VISITS, Scene

TOGETHER = re.compile(r"\b(?:together|jointly|joined|with (?:him|her|them)|accompan\w+)\b", re.IGNORECASE)
REVIEW = re.compile(
    r"[^.;,]{3,40}?\bin (?:the )?((?:group |panel )?(?:reviews?|deliberations?|examinations?|discussions?|study) (?:of|by|at|in|with) (?:the )?[\w'’ -]{2,40}?(?:delegation|group|panel))\b"
)
AN = re.compile(r"\b(?:an?|another) ", re.IGNORECASE)
HAS = re.compile(r"\b(?:has|have)(?: also| today| \w+ly)? $")
DAY = re.compile(r"\b(?:today|yesterday|this (?:morning|afternoon|evening)|\w+day)\b", re.IGNORECASE)
HABIT = re.compile(
    r"\b(?:since|ever|already|previously|repeatedly|times|once|so far|years?|months?|always|often|recent (?:years|months|weeks|days)|until|long)\b",
    re.IGNORECASE,
)
LATIN = re.compile(r"[A-Za-z]{2}")  # left-over lines of another script are no news
NEWS = 2  # body sentences in which news in the perfect is what is reported
LEADING = frozenset(["inspect", "at-head"])
"""Rules by which somebody leads a visit."""
MOVED = re.compile(
    r"\b(?:flew|walked|toured|strolled|travel+ed|drove|inspected|went (?:to|round|through))\b", re.IGNORECASE
)
"""'She walked through the street, escorted by X': X went with her, and sat in no meeting for that."""
HAD_EARLIER = re.compile(r"\bhad (?:earlier|previously|already|before) \w+ed\b", re.IGNORECASE)
PRESS = re.compile(
    r"\b(?:press|news|media) (?:conference|statement|briefing)\b|\btold (?:reporters|journalists|the press)\b|\bquestions (?:of|from) (?:the press|reporters|journalists)\b",
    re.IGNORECASE,
)


class PlacingApart(BringingIn):
    """Gatherings of one report that are not the one at hand."""

    def _news_perfect(self, number: int, act: Act) -> bool:
        """'The premier has presided over a meeting this morning': agencies tell news in the present perfect.

        Only at the head of the report or with a day of the week, and where nothing tells of a habit or of long ago.
        """
        view = self.views[number]
        if not HAS.search(self.text, view.sentence.start, act.start):
            return False
        words = self.text[view.sentence.start : view.sentence.end]
        body = [
            n
            for n, v in enumerate(self.views)
            if v.sentence.zone != "title" and LATIN.search(self.text, v.sentence.start, v.sentence.end)
        ]
        return (number in body[:NEWS] or bool(DAY.search(words))) and not HABIT.search(words)

    def _other_leader(self, act: Act, first: Entry) -> bool:
        """'X inspected the dam; Y inspected the sluice': a visit of Y's, where no word says that they went together."""
        known = next((s for s in reversed(self.scenes.all) if s.kind in VISITS), None)
        if known is None or first.name is None or first.start > act.start or act.rule not in LEADING:
            return False
        if act.role == "accompanied":
            return False  # 'X, with Y, went to the works'
        sentence = self.views[bisect_right(self.starts, act.start) - 1].sentence
        if TOGETHER.search(self.text, sentence.start, sentence.end):
            return False
        there = {s.person: s.role for s in self.statements if s.scene is known and s.person}
        return "led" in there.values() and self.people.find(first.name) not in there

    def _before_the_press(self, number: int) -> bool:
        """'Said in a press statement after the meeting, accompanied by X': X stood beside him there, and may not have sat in the meeting."""
        sentence = self.views[number].sentence
        told = PRESS.search(self.text, sentence.start, sentence.end) is not None
        return told and (self.scenes.current is None or self.scenes.current.kind != "press conference")

    def _on_the_way(self, number: int, act: Act) -> bool:
        """Whether somebody who has moved about is received or escorted, in a report that has no visit."""
        moved = MOVED.search(self.text, self.views[number].sentence.start, act.start) is not None
        return (
            moved
            and bool(self.scenes.all)
            and all(scene.kind not in VISITS or scene.aside for scene in self.scenes.all)
        )

    def _with_what_was_before(self, number: int, act: Act) -> bool:
        """'He had earlier inspected the works in the company of X': as long ago as the verb in front of it."""
        view = self.views[number]
        if HAD_EARLIER.search(self.text, view.sentence.start, act.start):
            return True
        before = [other for other in view.acts if other.start < act.start]
        return bool(before) and before[-1].perfect and not self._news_perfect(number, before[-1])

    def _aside(self, kind: str, act: Act, number: int) -> Scene:
        """A gathering of its own, told in passing: the one at hand stays so."""
        current = self.scenes.current
        mention = GatheringMention(
            name=kind, kind=kind, start=act.start, end=act.end, held=False, cited=False
        )
        scene = self.scenes.named(mention, number, another=True)
        scene.aside, self.scenes.current = True, current or scene
        return scene

    def _review(self, act: Act) -> GatheringMention | None:
        """'X took part in the review of the Linhe delegation': one gathering a delegation."""
        found = REVIEW.match(self.text, act.start) if act.role in ("attended", "spoke", "chaired") else None
        if found is None:
            return None
        start, end = found.span(1)
        return GatheringMention(
            name=" ".join(found[1].split()), kind="meeting", start=start, end=end, held=False, cited=False
        )

    def _meeting_of_another_day(self, number: int, mention: GatheringMention) -> bool:
        """'On May 10 X presided over a meeting with farmers': none of those that the report has of other days."""
        if not AN.search(self.text, mention.start - 8, mention.start + 3) or not self.scenes.all:
            return False
        here, there = self._days(number), self._days(self.scenes.all[-1].sentence)
        return bool(here and there) and not here & there
