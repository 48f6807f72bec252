"""Who did what: from the acts of a sentence to statements about people, with the antecedents of back references."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from extract.bare_posts import posts_beside
from extract.clause_act import Act
from extract.completing import DEPUTY
from extract.draft import Statement
from extract.folding import fold, same_person_within_report
from extract.holders import named_holders, the_holder
from extract.invoked import invocation
from extract.list_record import Entry
from extract.local import Span
from extract.names_span import NameSpan
from extract.posts import PostPhrase
from extract.records import PRESENT
from extract.scenes import VISITS, Scene
from extract.seats import Seats

MANY_PEOPLE = 2
IN_THE_CHAIR = frozenset(["chair", "chairman", "chairwoman", "chairperson"])
RESPECTIVELY = re.compile(r"\b(?:respectively|separately)\b")
EMPTY = re.compile(r"^\W*$")
DEMANDED = re.compile(
    r"\b(?:it (?:is|was) (?:\w+ ){0,2}(?:demanded|required|necessary|requested|stipulated|ordered|urged|suggested)|must|should|shall|ought|"
    r"needs? to|has to|have to)\b",
    re.IGNORECASE,
)
"""What comes in front of deeds that somebody wants of others: 'it was demanded that leading cadres take part'."""


class Telling(Seats):
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
            role = act.role
            several = len(people) > 1 or (
                people and not entry.name and entry.posts and entry.start > people[0].start
            )
            if role == "led" and several and entry is not people[0]:
                # several visit together: the first leads; each leads a visit of their own where they go 'respectively'
                apart = RESPECTIVELY.search(self.text, people[-1].end, act.start) is not None
                role = "led" if apart else "attended"
            elif scene.kind in VISITS and act.rule == "so-inverted" and role == "attended":
                role = "accompanied"  # 'with him were'
            elif role == "led" and act.rule == "accompany-passive" and scene.kind not in VISITS:
                role = "attended"  # at a press conference nobody is led
            elif self._joined_visit(act, scene, key):
                role = "accompanied"
            self._add(
                Statement(
                    key,
                    "",
                    role,
                    act.rule,
                    at,
                    surface,
                    scene,
                    position=position,
                    qualifiers=act.qualifiers,
                    antecedent=antecedent,
                )
            )

    def _of_chief(self, entry: Entry, number: int) -> tuple[PostPhrase, ...]:
        """'X, director of the bureau, was represented by his deputy, Y': deputy director of the bureau."""
        if not entry.posts or entry.posts[0].body or entry.posts[0].title != "Deputy":
            return entry.posts
        beside = posts_beside(self.text, [c for c in self.views[number].chunks if c.end <= entry.start])
        chief = next(reversed([post for other in beside for post in other.posts[:1]]), None)
        if chief is None or DEPUTY.match(chief.title):
            return entry.posts
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

    def _who(
        self, entry: Entry, number: int, subject_before: str | None, at: Span
    ) -> tuple[str | None, Span | None]:
        """The person an entry means, with the sentence that names them where the entry does not."""
        if entry.name is not None:
            folded = fold(entry.name.name)
            if folded in self.press and entry.name.style != "single":
                return None, None
            frame = invocation(self.text, entry.name.start, entry.name.end, at.start, at.end)
            if frame:
                return None, None
            key = self.people.add(self._in_full(entry.name)) or self._only_full_name(entry.name)
            if key is None:
                self._note(
                    "ambiguous name",
                    f"{entry.name.surface}: more than one person, or nobody, of this report fits",
                    entry.start,
                    entry.end,
                )
                return None, None
            return key, self._antecedent(key, entry.name)
        if entry.pronoun in ("he", "she") and (one := self._named_in_front(entry, number)) is not None:
            return one, self.first_mention.get(one)
        if entry.pronoun in ("he", "she") and subject_before is not None and not self._another(entry, number):
            key = subject_before if subject_before in self.people else self._named_just_before(number)
            if key is not None:
                return key, self.first_mention.get(key)
        if entry.posts:
            post = entry.posts[0]
            key = self._holder(post) or self._named_elsewhere(post, number)
            if key is not None:
                return key, self.first_mention.get(key)
            self._note(
                "post without a name",
                f"{post.title}: no one person of this report is stated to hold it",
                entry.start,
                entry.end,
            )
        return None, None

    def _holder(self, post: PostPhrase) -> str | None:
        """The one holder of a post; 'the Chairman' is also whoever was in the chair, if it was one person."""
        key = self.people.holder(post.title, post.body)
        if key is not None or post.body or post.title.lower() not in IN_THE_CHAIR:
            return key
        chairs = {s.person for s in self.statements if s.role == "chaired" and s.rule == "take-chair"} - {""}
        return chairs.pop() if len(chairs) == 1 else None

    @cached_property
    def _holders(self) -> list[tuple[PostPhrase, NameSpan]]:
        return named_holders(self.text, (view.chunks for view in self.views))

    def _named_elsewhere(self, post: PostPhrase, number: int) -> str | None:
        """'The President brought together ...': whom another sentence names beside the post; never the absent, or a doctrine's."""
        if self.chinese:
            return None  # 'the president': of a university here, of the state in the next line
        name = the_holder(post.title, post.body, self._holders)
        if name is None or fold(name.name) in self.press:
            return None
        first, last = self.views[0].sentence.start, len(self.text)
        if invocation(self.text, name.start, name.end, first, last):
            return None
        key = self.people.find(name)
        away = any(s.role == "absent" and s.person == key for s in self.statements)
        return None if key is not None and away else self.people.add(name)

    def _another(self, entry: Entry, number: int) -> bool:
        """'The anniversary of X's visit, during which he spoke': 'he' is X, whoever was the subject before."""
        before = [c for c in self.views[number].chunks if c.end <= entry.start]
        return any(c.kind == "possessed" for c in before) and any(c.text.lower() == "which" for c in before)

    def _named_in_front(self, entry: Entry, number: int) -> str | None:
        """'In the afternoon X flew to the coast, where she walked through ...': the one name of the sentence before the pronoun."""
        view = self.views[number]
        before = [chunk for chunk in view.chunks if chunk.start < entry.start]
        names = [chunk for chunk in before if chunk.name is not None]
        where = any(chunk.text.lower() == "where" for chunk in before)
        if len(names) != 1 or names[0].kind != "name" or not where or names[0].name is None:
            return None
        return self.people.find(names[0].name)

    def _named_just_before(self, number: int) -> str | None:
        """'The minister, X, has appealed for calm. He was speaking at a rally': X, whom no role has named so far."""
        if not number:
            return None
        for act in self.views[number - 1].acts:
            names = [entry.name for entry in act.entries if entry.name is not None]
            if len(names) == 1 == len(act.entries) and names[0] is not None and names[0].style != "single":
                return self.people.add(names[0])
        return None

    def _in_full(self, name: NameSpan) -> NameSpan:
        """'Hon. Moss said' behind 'the Minister, Hon. Anna Moss': the one full name with an office or a form of address that fits."""
        if name.style != "honorific" or " " in name.name or self.people.find(name) is not None:
            return name
        held = {fold(other.name) for _, other in self._holders}
        full = {
            fold(span.name): span
            for view in self.views
            if view.sentence.start <= name.start
            for span in view.names
            if name.name == span.family and " " in span.name and not span.within and span.style != "single"
            if span.honorific or fold(span.name) in held
        }
        fits = [span for key, span in full.items() if key not in self.press]
        one = len(fits) == 1 and same_person_within_report(fits[0], name) == "same"
        return fits[0] if one else name

    def _only_full_name(self, name: NameSpan) -> str | None:
        """'Ding made the remarks': the one person of this family whom the report names in full, if there is one."""
        if name.style != "single" or any(self.people.family(key) == name.family for key in self.people):
            return None
        full = {
            fold(span.name): span
            for view in self.views
            for span in view.names
            if name.family in span.called and span.style != "single" and not span.within
        }
        spans = [span for key, span in full.items() if key not in self.press]
        return self.people.add(spans[0]) if len(spans) == 1 else None

    def _antecedent(self, key: str, name: NameSpan) -> Span | None:
        """The sentence that names the person in full, where this mention ('Gao', 'Mr. Brady', 'T. Lark') does not."""
        return None if fold(name.name) == key else self.first_mention.get(key)

    def _remember_subject(self, act: Act, number: int) -> None:
        people = [entry for entry in act.entries if entry.name is not None]
        if act.rule in ("entrusted",):
            return
        if len(people) > MANY_PEOPLE:
            self.subject = None  # 'he' after a list is none of them for certain
            return
        if not people and len(act.entries) == 1 and act.entries[0].posts:
            post = act.entries[0].posts[0]
            self.subject = self._holder(post)
            return
        if len(people) >= 1 and people[0].name is not None:
            self.subject = self.people.find(people[0].name) or (
                fold(people[0].name.name) if people[0].name.style != "single" else self.subject
            )

    def _subject_before(self, number: int) -> str | None:
        """Whom 'he' means: the one person who is the subject of the sentence before."""
        for back in range(number - 1, max(-1, number - 3), -1):
            acts = self.views[back].acts
            if not acts and any(chunk.kind == "verb" for chunk in self.views[back].chunks):
                return None  # 'The Commissioner ordered ...': whose name is not told
            for act in reversed(acts):
                if act.rule.endswith(("-passive", "-inverted")):
                    continue  # 'where he was accompanied by X': X is not who goes on
                if len(act.entries) == 1 and act.entries[0].posts and act.entries[0].name is None:
                    post = act.entries[0].posts[0]
                    return self._holder(post)
                names = [e.name for e in act.entries if e.name is not None]
                if len(names) == 1 and names[0] is not None:
                    return self.people.find(names[0])
                if len(names) > 1:
                    return None
        return None
