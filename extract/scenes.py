"""The gatherings of one report, in the order of the text, and which of them a statement belongs to.

A new gathering begins where a sentence reports one as held under another name, host or day, where a visit
begins, or where talks begin; 'the meeting' and its like point back to the one at hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.gathering_record import GatheringMention
from extract.scenes_alike import is_generic, of_two_topics, one_host, opposed, tokens, told_apart

VISITS = frozenset({"visit", "inspection"})
LOOSE = frozenset(["meeting", "meetings", "talks", "discussion", "discussions", "debate", "call", "activity", "activities", "event", "events", "visit", "visits", "inspection"])  # fmt: skip
"""Words for gatherings of any kind, talks as well."""
HEADS = frozenset(["ceremony", "conference", "session", "symposium", "forum", "summit", "teleconference", "congress", "study", "class"])  # fmt: skip
"""Words for gatherings that are no talks of two sides."""
TRANSITION = re.compile(
    r"^\W*(?:in the (?:afternoon|evening|morning)|(?:that|the same|this) (?:afternoon|evening|day|night|morning)|later|subsequently|afterwards?|"
    r"then|after (?:the|this|that)|before (?:the|this|that)|prior to|following the|on the (?:same|following|next) day|also on|earlier|"
    r"on the (?:morning|afternoon|evening)|the next|next)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Scene:
    """A gathering while a report is read; `sentence` is the index of the sentence that brings it in; `aside`: told in passing."""

    key: str
    name: str
    kind: str
    start: int
    end: int
    sentence: int
    host: str = ""
    ordinal: str = ""
    named_at: list[tuple[int, int]] = field(default_factory=list)
    sure: bool = False
    aside: bool = False


class Scenes:
    """The gatherings so far and the one at hand; `minutes` are of one, however they call it."""

    def __init__(self, *, minutes: bool = False) -> None:
        self._minutes = minutes
        self.all: list[Scene] = []
        self.current: Scene | None = None

    def _new(
        self, name: str, kind: str, start: int, end: int, sentence: int, host: str, ordinal: str
    ) -> Scene:
        scene = Scene(
            key=f"m{len(self.all) + 1}",
            name=name,
            kind=kind,
            start=start,
            end=end,
            sentence=sentence,
            host=host,
            ordinal=ordinal,
            named_at=[(start, end)],
        )
        self.all.append(scene)
        self.current = scene
        return scene

    @property
    def reported(self) -> list[Scene]:
        """The gatherings that are not told in passing."""
        return [scene for scene in self.all if not scene.aside]

    def main(self) -> Scene | None:
        """The first gathering that is no visit, else the first visit."""
        return next((s for s in self.all if s.kind not in VISITS), self.all[0] if self.all else None)

    def held(
        self, mention: GatheringMention, sentence: int, *, transition: bool, another: bool = False
    ) -> Scene:
        """Enter a gathering that a sentence reports as held; `another` is none of those so far."""
        known = None if another else self._latest(mention, transition=transition)
        if known is not None:
            self._enrich(known, mention)
            self.current = known
            known.sure = True
            return known
        scene = self._new(
            mention.name, mention.kind, mention.start, mention.end, sentence, mention.host, mention.ordinal
        )
        scene.sure = True
        return scene

    def fitting(self, mention: GatheringMention) -> Scene | None:
        """The gathering already entered that a mention can mean, the latest first."""
        return self._latest(mention, transition=False)

    def _latest(self, mention: GatheringMention, *, transition: bool) -> Scene | None:
        fitting = [scene for scene in self.all if _same(scene, mention, transition=transition)]
        if not self._minutes:
            fitting = [scene for scene in fitting if not told_apart(scene.name, mention.name)]
        if is_generic(mention.name):
            return self._meant(mention.name, fitting)
        return fitting[-1] if fitting else None

    def named(self, mention: GatheringMention, sentence: int, *, another: bool = False) -> Scene:
        """The gathering that a role verb's object names: one at hand where it fits and none says `another`, else a new one."""
        if another:
            return self._entered(mention, sentence)
        visit = mention.kind in VISITS
        if is_generic(mention.name) or mention.kind in VISITS:
            of_kind = [s for s in self.all if (s.kind in VISITS) == visit]
            known = self._meant(
                mention.name,
                [s for s in of_kind if self._minutes or not of_two_topics(s.name, mention.name)],
            )
            if known is not None:
                self.current = known
                return known
            if self.all and is_generic(mention.name) and (visit or "activit" in mention.name.lower()):
                self.current = self.all[-1]  # 'took part in the relevant activities' of a visit
                return self.all[-1]
        scene = self._latest(mention, transition=False)
        if scene is not None:
            self._enrich(scene, mention)
            self.current = scene
            return scene
        return self._entered(mention, sentence)

    def _entered(self, mention: GatheringMention, sentence: int) -> Scene:
        return self._new(
            mention.name, mention.kind, mention.start, mention.end, sentence, mention.host, mention.ordinal
        )

    def _meant(self, name: str, scenes: list[Scene]) -> Scene | None:
        """The scene that 'the meeting' means: the latest; that 'the opening ceremony' or 'the forum' means: one called so, and no talks."""
        words = tokens(name)
        scenes = [scene for scene in scenes if not opposed(tokens(scene.name), words)]
        if LOOSE & words:
            return scenes[-1] if scenes else None
        called = [
            (len(words & tokens(s.name)), n, s)
            for n, s in enumerate(scenes)
            if words & HEADS & tokens(s.name)
        ]
        if called:
            return max(called)[2]
        talks = not words & HEADS
        return next((s for s in reversed(scenes) if talks or s.kind != "talks"), None)

    def visit(
        self,
        name: str,
        kind: str,
        start: int,
        end: int,
        sentence: int,
        *,
        transition: bool,
        another: bool = False,
    ) -> Scene:
        """The visit at hand, or a new one where none is, `another` day is named, or a transition opens one."""
        known = next((s for s in reversed(self.all) if s.kind in VISITS), None)
        if known is not None and not another and not (transition and self.current is not known):
            self.current = known
            return known
        return self._new(name, kind, start, end, sentence, "", "")

    def talks(self, name: str, start: int, end: int, sentence: int) -> Scene:
        """Talks between two sides: a gathering of their own, each time."""
        return self._new(name, "talks", start, end, sentence, "", "")

    def _enrich(self, scene: Scene, mention: GatheringMention) -> None:
        scene.named_at.append((mention.start, mention.end))
        if is_generic(scene.name) and not is_generic(mention.name):
            scene.name, scene.kind = mention.name, mention.kind
        scene.host = scene.host or mention.host
        scene.ordinal = scene.ordinal or mention.ordinal


def _same(scene: Scene, mention: GatheringMention, *, transition: bool) -> bool:
    if (scene.kind in VISITS) != (mention.kind in VISITS):
        return False
    if scene.ordinal and mention.ordinal and scene.ordinal.lower() != mention.ordinal.lower():
        return False
    if transition and not is_generic(mention.name) and scene.sure:
        return False
    if opposed(tokens(scene.name), tokens(mention.name)):
        return False
    if is_generic(mention.name) or is_generic(scene.name):
        return one_host(scene.host, mention.host)
    a, b = tokens(scene.name), tokens(mention.name)
    return len(a & b) * 2 >= min(len(a), len(b))
