"""What one report states in the end: the reading, with meetings, participations, invocations and the ledger."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from extract.draft import Statement
from extract.folding import fold
from extract.invoked import invocation
from extract.local import LocalParticipation, Reading, Span
from extract.meetings_told import OPENING
from extract.names_made import MODEL_RULE
from extract.offices_told import OfficesTold
from extract.roles import PRESENT, Role
from extract.scenes import Scene
from extract.unreal import OF_A_REPORT

NATIONAL_TITLE = re.compile(r"\b(?:General Secretary|President|Premier)\s*$")
WHOSE = "envoy-of"
"""Frame of those who are named to say whose envoy or wife somebody is: they are not there, and nothing of theirs is heeded."""
REPRESENTED = re.compile(
    r"(?:, [^,;.]{2,80})?,? (?:who )?(?:(?:was|were|is|has been|had been|ably|duly|also) ){0,3}represented (?:(?:at|on) [^,;.]{2,60} )?by\b"
)
"""Behind a name: whoever came for that person is named next."""


class Results(OfficesTold):
    """The draft of a report, finished into its `Reading`."""

    def finish(self) -> Reading:
        self._name_hosts()
        self._of_the_absent()
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

    def _of_the_absent(self) -> None:
        """Take out the reports of people whom a list calls absent: 'a report was presented by Low' who sent apologies is read by another."""
        away = {s.person for s in self.statements if s.role == "absent" and s.rule.startswith("list:")}
        self.statements = [s for s in self.statements if s.person not in away or s.rule not in OF_A_REPORT]
        for number, key in self._represented():
            here = {id(s.scene) for s in self.statements if s.at.start == self.views[number].sentence.start}
            self.statements = [
                s
                for s in self.statements
                if s.person != key or s.role not in PRESENT or (here and id(s.scene) not in here)
            ]

    def _represented(self) -> list[tuple[int, str]]:
        """Where the report says that another came for somebody ('X, the governor, represented by Y, hailed it'), and who that is."""
        found = []
        for number, view in enumerate(self.views):
            if "represented" not in self.text[view.sentence.start : view.sentence.end]:
                continue
            stops = [*(span.start for span in view.names[1:]), view.sentence.end]
            for span, stop in zip(view.names, stops, strict=False):
                key = self.people.find(span)
                if key is not None and REPRESENTED.match(self.text, span.end, stop):
                    found.append((number, key))
        return found

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
        if not self.model:
            return False
        named = s.antecedent or s.at
        first = bisect_left(self.starts, named.start)
        spans = [
            span
            for view in self.views[first : bisect_left(self.starts, named.end)]
            for span in view.names
            if s.person and self.people.find(span) == s.person
        ]
        return bool(spans) and all(span.rule == MODEL_RULE for span in spans)

    def _invoked(self, keep: list[Scene]) -> list[LocalParticipation]:
        """People named in a frame of invocation and nowhere as present."""
        main = self.scenes.main()
        meeting = main.key if main is not None and main in keep else ""
        stated = {s.person for s in self.statements if s.role in PRESENT or s.role == "absent"}
        out: dict[str, LocalParticipation] = {}
        for view in self.views:
            first, last = view.sentence.start, view.sentence.end
            for span in view.names:
                key = self.people.find(span) or fold(span.name)
                if key in stated or key in out or key in self.press or span.style == "single":
                    continue
                frame = invocation(self.text, span.start, span.end, first, last)
                if span.within == "doctrine":
                    frame = frame or "doctrine"
                if not frame or frame == WHOSE or span.within in ("institution", "work"):
                    continue
                found = self.people.add(replace(span, within=""))
                if found is None or found in stated:
                    continue
                out[key] = LocalParticipation(
                    role="invoked",
                    rule=f"invoked:{frame}",
                    at=Span(start=first, end=last),
                    surface=self.text[span.start : span.end],
                    meeting=meeting,
                    person=found,
                    national=bool(NATIONAL_TITLE.search(self.text[first : span.start])),
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
