"""What one report states in the end: the reading, with meetings, participations, invocations and the ledger."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import islice

from extract.bare_posts import posts_beside
from extract.completing import fuller
from extract.draft import Statement
from extract.folding import fold
from extract.hosts import deciding, host_in_heading
from extract.invoked import invocation
from extract.jurisdiction import place_for
from extract.local import (
    LocalLedger,
    LocalMeeting,
    LocalParticipation,
    Reading,
    Span,
)
from extract.meeting_ordinals import headed_ordinal
from extract.meeting_places import capital_dateline, place_of
from extract.names_made import MODEL_RULE
from extract.post_words import level_of, normal_case, strip_article
from extract.records import PRESENT, Role
from extract.scenes import VISITS, Scene, is_generic, one_host
from extract.seats import LEVEL_OF_PLACE
from extract.venues import venue_of
from extract.walking import Walking
from extract.when import date_of

OPENING = 3  # sentences of a report's body that say where its only gathering was, without naming it; 1 for the first of several
OPENING_NUMBER = 2  # sentences of it that number its only gathering
HEADING = 8  # lines above a gathering in which a heading names its body
LEAD = 3  # body sentences in which a report says whose decision it tells
OFFICES = {"chairs": "Chair", "heads": "Head", "leads": "Leader", "runs": "Head", "directs": "Director"}
NATIONAL_TITLE = re.compile(r"\b(?:General Secretary|President|Premier)\s*$")


class Results(Walking):
    """The draft of a report, finished into its `Reading`."""

    def finish(self) -> Reading:
        self._name_hosts()
        used = [s for s in self.scenes.all if any(st.scene is s for st in self.statements)]
        keep = [s for s in self.scenes.all if s in used or s.sure]
        meetings = tuple(
            self._meeting(scene, opening=OPENING if len(keep) == 1 else int(scene is keep[0]))
            for scene in keep
        )
        self._offices()
        self._bare_posts()
        self._complete_bodies(self._hosts())
        participations = [
            self._participation(s) for s in self.statements if s.scene is None or s.scene in keep
        ]
        participations += self._invoked(keep)
        self._nameless()
        return Reading(
            people=self.people.records(),
            meetings=meetings + self._cited(),
            participations=tuple(participations),
            ledger=tuple(self.ledger),
            province=self.jurisdiction.province,
            prefecture=self.jurisdiction.prefecture,
            county=self.jurisdiction.county,
        )

    def _bare_posts(self) -> None:
        """State the posts that stand beside a name in a sentence without a role, for people who have none so far."""
        none = {key for key in self.people if not self.people.posts(key)}
        for view in self.views:
            at = Span(start=view.sentence.start, end=view.sentence.end)
            for entry in posts_beside(self.text, view.chunks) if none else ():
                key = self.people.find(entry.name) if entry.name is not None else None
                if key in none:
                    self._posts(key, entry.posts, at)

    def _offices(self) -> None:
        """'Liang, who chairs the Federation', 'Do, who runs the zone': a clause that states a post."""
        for view in self.views:
            chunks = view.chunks
            for at, chunk in enumerate(chunks[:-4]):
                if (
                    chunk.kind != "name"
                    or chunk.name is None
                    or [c.kind for c in chunks[at + 1 : at + 3]] != ["comma", "who"]
                ):
                    continue
                behind = [c for c in chunks[at + 3 : at + 7] if c.kind not in ("adverb", "det")]
                title = OFFICES.get(behind[0].text.lower(), "") if behind else ""
                key = self.people.find(chunk.name)
                if title and key is not None and len(behind) > 1 and behind[1].kind == "body":
                    body = normal_case(strip_article(behind[1].text))
                    at_ = Span(start=view.sentence.start, end=view.sentence.end)
                    self.people.state_post(key, self._stated(title, body, at_))

    def _hosts(self) -> dict[str, str]:
        """Person -> the one body at whose meetings they were."""
        hosts: dict[str, set[str]] = {}
        for statement in self.statements:
            if statement.person and statement.scene is not None and statement.role in PRESENT:
                hosts.setdefault(statement.person, set()).add(statement.scene.host)
        return {key: names.pop() for key, names in hosts.items() if len(names - {""}) == len(names) == 1}

    def _name_hosts(self) -> None:
        """Name the hosts that the gatherings' own words leave out, and those that they shorten in full."""
        hosts = {scene.host for scene in self.scenes.all if scene.host}
        for scene in self.scenes.all:
            scene.host = scene.host or self._host_told(scene)
            if not scene.host and scene.kind not in VISITS:
                for s in self.statements:
                    match = re.match(
                        r"(?:standing members and |all )?members of (?:the )?(.+)$", s.group, re.IGNORECASE
                    )
                    if s.scene is scene and match:
                        scene.host = normal_case(match.group(1).split(" and ")[0])
                        break
            if scene.host:
                scene.host = fuller(
                    scene.host, named=self._bodies_named, stated=(*hosts, *self._headings(self.text))
                )
            if (
                scene.host
                and scene.kind not in VISITS
                and " of " not in scene.name
                and not _names(scene.host, scene.name)
            ):
                scene.name = f"{scene.name} of the {scene.host}"

    def _host_told(self, scene: Scene) -> str:
        """The body in the heading above, or, in a report of one gathering, the council whose decision its lead tells."""
        if scene.kind in VISITS or not self.views:
            return ""
        line = self.text.rfind("\n", 0, scene.start) + 1
        above = [*self.text[:line].splitlines()[-HEADING:], self.text[line : scene.start]]
        for heading in reversed(above):
            host = host_in_heading(heading)
            if host and (self.record or heading.split(".")[0].split("—")[0].isupper()):
                return host
        if self.record and (headings := self._headings(self.text)):
            return headings[0]
        if len(self.scenes.all) > 1:
            return ""
        named = [
            m
            for view in self.views
            for m in view.gatherings
            if m.host and not m.cited and m.kind not in VISITS
        ]
        if named and all(one_host(named[0].host, other.host) for other in named):
            return named[0].host
        lead = [view for view in self.views if view.sentence.zone != "title"][:LEAD]
        return next((host for view in lead if (host := deciding(view.chunks))), "")

    def _headings(self, text: str) -> tuple[str, ...]:
        """The bodies that the first lines of a record name."""
        lines = text.splitlines()[:HEADING] if self.record else ()
        return tuple(host for line in lines if (host := host_in_heading(line)))

    def _participation(self, s: Statement) -> LocalParticipation:
        role: Role = s.role  # type: ignore[assignment]
        return LocalParticipation(
            role=role,
            rule=s.rule,
            at=s.at,
            surface=s.surface,
            meeting=s.scene.key if s.scene else "",
            person=s.person,
            group=s.group,
            position=s.position,
            qualifiers=s.qualifiers,
            antecedent=s.antecedent,
            model=self.model if self._model_alone(s) else "",
        )

    def _model_alone(self, s: Statement) -> bool:
        """Whether the statement stands on a name that the model saw and the grammar does not read."""
        named = s.antecedent or s.at
        first = bisect_left(self.starts, named.start)
        spans = [
            span
            for view in self.views[first : bisect_left(self.starts, named.end)]
            for span in view.names
            if s.person and self.people.find(span) == s.person
        ]
        return bool(spans) and all(span.rule == MODEL_RULE for span in spans)

    def _meeting(self, scene: Scene, *, opening: int) -> LocalMeeting:
        alone = len(self.scenes.all) == 1
        date, rule = date_of(self.document, scene, self.views, alone=alone)
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
            place = place_for(level, self.jurisdiction) if level else ""
            return level, place, "report" if place else ""
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
        body = (view.sentence for view in self.views if view.sentence.zone != "title")
        sentences += islice(body, opening)
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

    def _invoked(self, keep: list[Scene]) -> list[LocalParticipation]:
        """People named in a frame of invocation and nowhere as present."""
        main = self.scenes.main()
        meeting = main.key if main is not None and main in keep else ""
        stated = {s.person for s in self.statements if s.role in PRESENT or s.role == "absent"}
        out: dict[str, LocalParticipation] = {}
        for view in self.views:
            at = Span(start=view.sentence.start, end=view.sentence.end)
            for span in view.names:
                key = self.people.find(span) or fold(span.name)
                if key in stated or key in out or key in self.press or span.style == "single":
                    continue
                frame = invocation(self.text, span.start, span.end, at.start, at.end)
                if span.within == "doctrine":
                    frame = frame or "doctrine"
                if not frame or span.within in ("institution", "work"):
                    continue
                found = self.people.add(replace(span, within=""))
                if found is None or found in stated:
                    continue
                out[key] = LocalParticipation(
                    role="invoked",
                    rule=f"invoked:{frame}",
                    at=at,
                    surface=self.text[span.start : span.end],
                    meeting=meeting,
                    person=found,
                    national=bool(NATIONAL_TITLE.search(self.text[at.start : span.start])),
                    model=self.model if span.rule == MODEL_RULE else "",
                )
        return [out[key] for key in sorted(out)]

    def _nameless(self) -> None:
        """Names that no rule could place are told in the ledger, once each."""
        told: set[str] = set()
        for view in self.views:
            for span in view.names:
                key = fold(span.name)
                if (
                    span.style == "single"
                    or key in told
                    or key in self.press
                    or span.within in ("institution", "work")
                ):
                    continue
                if self.people.find(span) is None:
                    told.add(key)
                    self._note(
                        "named without a role",
                        f"{span.surface}: the report does not say that this person was there",
                        span.start,
                        span.end,
                    )


def _names(host: str, name: str) -> bool:
    """Whether a gathering's name says its host already, in most of its words."""
    words = {word for word in re.findall(r"\w+", host.lower()) if len(word) > 3}
    return bool(words) and len(words & set(re.findall(r"\w+", name.lower()))) * 2 >= len(words)
