"""Who did what: from the acts of a sentence to statements about people."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.bare_posts import posts_beside
from extract.clause_act import Act
from extract.draft import Statement
from extract.list_record import Entry
from extract.local import Span
from extract.people_meant import PeopleMeant
from extract.post_phrase import PostPhrase
from extract.posts_before import DEPUTY
from extract.roles import PRESENT
from extract.scenes import VISITS, Scene

RESPECTIVELY = re.compile(r"\b(?:respectively|separately)\b")
EMPTY = re.compile(r"^\W*$")
DEMANDED = re.compile(
    r"\b(?:it (?:is|was) (?:\w+ ){0,2}(?:demanded|required|necessary|requested|stipulated|ordered|urged|suggested)|must|should|shall|ought|"
    r"needs? to|has to|have to)\b",
    re.IGNORECASE,
)
"""What comes in front of deeds that somebody wants of others: 'it was demanded that leading cadres take part'."""

OF_HIS = re.compile(r"\b(?:his|her) $", re.IGNORECASE)


class Telling(PeopleMeant):
    """Acts become statements about people and collectives."""

    def _state(
        self, number: int, act: Act, scene: Scene, subject_before: str | None, *, final: bool = False
    ) -> None:
        """State an act of the people in it; a surname that nobody bears so far waits for the `final` round."""
        sentence = self.views[number].sentence
        at = Span(start=sentence.start, end=sentence.end)
        people = [e for e in act.entries if e.name is not None]
        for order, entry in enumerate(act.entries, 1):
            position = order if len(people) > 1 else 0
            if entry.group:
                demanded = DEMANDED.search(self.text, sentence.start, act.start)
                if not EMPTY.match(entry.group) and act.role in PRESENT and not demanded:
                    role = "attended" if act.role == "led" else act.role
                    self._add(
                        Statement("", " ".join(entry.group.split()), role, act.rule, at, entry.group, scene)
                    )
                continue
            if act.rule == "announce" and entry.name is not None and self._conveyed(entry.name):
                continue
            key, antecedent = self._who(entry, number, subject_before, at)
            if key is None:
                if entry.name is not None and entry.name.style == "single" and not final:
                    self.late.append((number, replace(act, entries=(entry,)), scene))
                continue
            if act.role == "attended" and entry.pronoun and self._scene_with(key) is scene:
                continue  # 'where he was received by ...': that he was there is said already
            surface = (
                self.text[entry.name.start : entry.name.end]
                if entry.name
                else self.text[entry.start : entry.end]
            )
            self._posts(key, self._of_chief(entry, number), at)
            if entry.name is not None:
                self._styled(key, entry.name, entry.affiliation, at)
            self._add(
                Statement(
                    key,
                    "",
                    self._role(act, scene, key, entry, people),
                    act.rule,
                    at,
                    surface,
                    scene,
                    position=position,
                    qualifiers=act.qualifiers,
                    antecedent=antecedent,
                )
            )

    def _role(self, act: Act, scene: Scene, key: str, entry: Entry, people: list[Entry]) -> str:
        """The role of one of the people of an act: on a visit one leads, and who goes along accompanies."""
        several = len(people) > 1 or (
            people and not entry.name and entry.posts and entry.start > people[0].start
        )
        if act.role == "led" and several and entry is not people[0]:
            # several visit together: the first leads; each leads a visit of their own where they go 'respectively'
            apart = RESPECTIVELY.search(self.text, people[-1].end, act.start) is not None
            return "led" if apart else "attended"
        if scene.kind in VISITS and act.rule == "so-inverted" and act.role == "attended":
            return "accompanied"  # 'with him were'
        if (
            act.rule == "accompany"
            and scene.kind not in VISITS
            and "activit" in self.text[act.start : act.end]
        ):
            return "attended"  # 'participated in the activity': a signing, where nobody is led
        if act.role == "led" and act.rule == "accompany-passive" and scene.kind not in VISITS:
            return "attended"  # at a press conference nobody is led
        return "accompanied" if self._joined_visit(act, scene, key) else act.role

    def _of_chief(self, entry: Entry, number: int) -> tuple[PostPhrase, ...]:
        """'X, director of the bureau, was represented by his deputy, Y': deputy director of the bureau."""
        if not entry.posts or entry.posts[0].body:
            return entry.posts
        title = entry.posts[0].title
        of_his = title.endswith("Secretary") and OF_HIS.search(
            self.text, max(0, entry.start - len("his ")), entry.start
        )
        if title != "Deputy" and not of_his:
            return entry.posts
        beside = posts_beside(self.text, [c for c in self.views[number].chunks if c.end <= entry.start])
        chief = next(reversed([post for other in beside for post in other.posts[:1]]), None)
        if chief is None or DEPUTY.match(chief.title):
            return entry.posts
        if of_his:  # 'The minister for roads was represented by her Principal Secretary, Y': of roads
            return (replace(entry.posts[0], body=chief.body), *entry.posts[1:])
        return (replace(chief, title=f"Deputy {chief.title}"), *entry.posts[1:])

    def _joined_visit(self, act: Act, scene: Scene, key: str) -> bool:
        """'Escorted by X' on a visit; 'the mayor took part in the relevant activities' of somebody else's."""
        if scene.kind not in VISITS or act.role not in ("attended", "led", "accompanied"):
            return False
        if self.text.startswith("escorted", act.start):
            return True
        joined = act.gathering is not None and "activit" in act.gathering.text.lower()
        return (
            joined
            and act.role == "attended"
            and any(s.scene is scene and s.role == "led" and s.person != key for s in self.statements)
        )
