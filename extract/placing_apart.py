"""What tells that an act belongs to another gathering than the one at hand: another leader's visit, another delegation, another day."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.bringing_in import BringingIn
from extract.clause_act import Act
from extract.gathering_record import GatheringMention
from extract.list_record import Entry
from extract.scenes import VISITS

TOGETHER = re.compile(r"\b(?:together|jointly|joined|with (?:him|her|them)|accompan\w+)\b", re.IGNORECASE)
REVIEW = re.compile(
    r"[^.;,]{3,40}?\bin (?:the )?((?:group |panel )?(?:reviews?|deliberations?|examinations?|discussions?|study) (?:of|by|at|in|with) (?:the )?[\w'’ -]{2,40}?(?:delegation|group|panel))\b"
)
AN = re.compile(r"\b(?:an?|another) ", re.IGNORECASE)


class PlacingApart(BringingIn):
    """Gatherings of one report that are not the one at hand."""

    def _other_leader(self, act: Act, first: Entry) -> bool:
        """'X inspected the dam; Y inspected the sluice': a visit of Y's, where no word says that they went together."""
        known = next((s for s in reversed(self.scenes.all) if s.kind in VISITS), None)
        if known is None or first.name is None or first.start > act.start or act.rule != "inspect":
            return False
        if act.role == "accompanied":
            return False  # 'X, with Y, went to the works'
        sentence = self.views[bisect_right(self.starts, act.start) - 1].sentence
        if TOGETHER.search(self.text, sentence.start, sentence.end):
            return False
        there = {s.person: s.role for s in self.statements if s.scene is known and s.person}
        return "led" in there.values() and self.people.find(first.name) not in there

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
