"""The gatherings of a report as it states them: name, number, date, place, venue and host, and those that it only cites."""

from __future__ import annotations

from itertools import islice

from extract.hosts_told import HostsTold
from extract.local import LocalLedger, LocalMeeting, Span
from extract.meeting_ordinals import headed_ordinal
from extract.meeting_places import capital_dateline, place_of
from extract.own_places import is_pinyin, named_after
from extract.post_words import level_of
from extract.scenes import VISITS, Scene
from extract.scenes_alike import is_generic
from extract.seats_stated import LEVEL_OF_PLACE
from extract.unnamed import unsaid
from extract.venues import venue_of
from extract.when import date_of

OPENING = 3  # sentences of a report's body that say where its only gathering was, without naming it; 1 for the first of several
OPENING_NUMBER = 2  # sentences of it that number its only gathering


class MeetingsTold(HostsTold):
    """The records of one report's gatherings."""

    def _meeting(self, scene: Scene, *, opening: int) -> LocalMeeting:
        alone = len(self.scenes.reported) == 1
        date, rule = date_of(self.document, scene, self.views, alone=alone, record=self.record)
        sentence = self.views[scene.sentence].sentence if self.views else None
        start, end = (sentence.start, sentence.end) if sentence else (scene.start, scene.end)
        if not start <= scene.start < end:
            start, end = scene.start, scene.end
        if date is None:
            self.ledger.append(
                LocalLedger(
                    reason="undated meeting", detail=f"{scene.name}: {rule}", at=Span(start=start, end=end)
                )
            )
        level = level_of(scene.host or scene.name)
        level, place, reason = self._host_place(scene.host, level)
        if level in ("provincial", "municipal", "county") and not place:
            self.ledger.append(
                LocalLedger(
                    reason="unknown place",
                    detail=f"{scene.host or scene.name}: the report does not say of which {level} unit",
                    at=Span(start=start, end=end),
                )
            )
        return LocalMeeting(
            key=scene.key,
            name=scene.name,
            kind=scene.kind,
            at=Span(start=start, end=end),
            ordinal=scene.ordinal or self._ordinal(scene, opening),
            date=date,
            date_rule=rule,
            place=self._place(scene, opening),
            venue=self._venue(scene, opening),
            host=scene.host,
            host_level=level,
            host_place=place,
            host_place_reason=reason,
        )

    def _host_place(self, host: str, level: str) -> tuple[str, str, str]:
        """The level and the place of a convening body, and how the place is known: by its name, or by the report's own."""
        inside = self._place_in(host, level) if host else None
        if inside is None:
            if own := named_after(host) if level else "":
                return level, *(("", "") if self.chinese and is_pinyin(own) else (own, "stated"))
            place = self._reports_own(host, level)
            return level, place, "report" if place else unsaid(host, level, chinese=self.of_china)
        span, found = inside
        return level or LEVEL_OF_PLACE.get(span.level, ""), found.label if found else "", "stated"

    def _told_in(self, scene: Scene, opening: int) -> list[tuple[int, int]]:
        """The sentences that can say where a gathering was: that bring it in, that name it, and the first `opening` of the report."""
        if not self.views:
            return []
        sentences = [self.views[scene.sentence].sentence] + [
            view.sentence
            for view in self.views
            for start, _ in scene.named_at
            if view.sentence.start <= start < view.sentence.end
        ]
        # 'Minister X was absent, travelling in Paris': that is where the gathering was not
        there = (view for view in self.views if all(act.role != "absent" for act in view.acts))
        sentences += islice((view.sentence for view in there if view.sentence.zone != "title"), opening)
        return [(sentence.start, sentence.end) for sentence in sentences]

    def _ordinal(self, scene: Scene, opening: int) -> str:
        """The number that the headline and the opening give to the only gathering of a report."""
        if scene.kind in VISITS or opening < OPENING:
            return ""
        body = [view for view in self.views if view.sentence.zone != "title"][:OPENING_NUMBER]
        title = [view for view in self.views if view.sentence.zone == "title"]
        mentions = (mention for view in (*title, *body) for mention in view.gatherings)
        return headed_ordinal(mentions, named=not is_generic(scene.name), host=scene.host)

    def _place(self, scene: Scene, opening: int) -> str:
        names = [(name.start, name.end) for view in self.views for name in view.names]
        return place_of(
            self.text,
            self._told_in(scene, opening),
            names,
            visit=scene.kind in VISITS,
            dateline=self.document.dateline_place or self._opening_town(),
        )

    def _opening_town(self) -> str:
        first = next((view.sentence.start for view in self.views if view.sentence.zone == "body"), None)
        return "" if first is None or self.record else capital_dateline(self.text, first)

    def _venue(self, scene: Scene, opening: int) -> str:
        """Where the report says that a gathering was; a visit is told by the places that it leads to."""
        if scene.kind in VISITS:
            return ""
        return venue_of(self.text, self._told_in(scene, opening), scene.name, only=opening > 1)

    def _cited(self) -> tuple[LocalMeeting, ...]:
        out: list[LocalMeeting] = []
        seen: set[str] = set()
        for view in self.views:
            for mention in view.gatherings:
                if (
                    mention.cited
                    and not is_generic(mention.name)
                    and mention.name.lower() not in seen
                    and len(mention.name.split()) > 1
                ):
                    seen.add(mention.name.lower())
                    level = level_of(mention.host)
                    out.append(
                        LocalMeeting(
                            key=f"c{len(out) + 1}",
                            name=mention.name,
                            kind=mention.kind,
                            at=Span(start=view.sentence.start, end=view.sentence.end),
                            ordinal=mention.ordinal,
                            host=mention.host,
                            host_level=level,
                            host_place=self._host_place(mention.host, level)[1],
                            cited=True,
                        )
                    )
        return tuple(out)
