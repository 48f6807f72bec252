"""Whom 'he' and 'she' mean: the subject of the sentence before, or whom the same sentence names in front."""

from __future__ import annotations

import re

from extract.clause_act import Act
from extract.folding import fold
from extract.list_record import Entry
from extract.names_meant import NamesMeant

MANY_PEOPLE = 2
HE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
LISTING = frozenset(["attend", "present", "accompany"])
"""Verbs whose people, two or more, are a list: in 'X met with Y' one of two is the subject."""
RELATIVE = ("which", "where")


class PronounsMeant(NamesMeant):
    """The antecedents of the pronouns of one report."""

    def _another(self, entry: Entry, number: int) -> bool:
        """'The anniversary of X's visit, during which he spoke', 'X made a speech, in which he said': it is X, whoever was the subject before."""
        before = [c for c in self.views[number].chunks if c.end <= entry.start]
        return any(c.kind in ("possessed", "name") for c in before) and any(
            c.text.lower() in RELATIVE for c in before
        )

    def _named_in_front(self, entry: Entry, number: int) -> str | None:
        """'In the afternoon X flew to the coast, where she walked through ...': the one name of the sentence before the pronoun."""
        view = self.views[number]
        before = [chunk for chunk in view.chunks if chunk.start < entry.start]
        names = [chunk for chunk in before if chunk.name is not None]
        where = any(chunk.text.lower() in RELATIVE for chunk in before)
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

    def _remember_subject(self, act: Act, number: int) -> None:
        people = [entry for entry in act.entries if entry.name is not None]
        if act.rule in ("entrusted",) or (act.entries and act.entries[0].pronoun):
            return  # 'he met with X': who 'he' is goes on
        if act.rule == "accompany-passive":
            view = self.views[number]
            if act is view.acts[0] and HE.search(self.text, view.sentence.start, act.start) is None:
                self.subject = None  # 'accompanied by X, Chairman Ma toured the works': 'he' is not X
            return  # 'he was accompanied by X': who 'he' is goes on
        if len(people) > MANY_PEOPLE or (len(people) > 1 and act.rule.split("-")[0] in LISTING):
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

    def _subject_before(self, number: int, said: str) -> str | None:
        """Whom the pronoun `said` means: the one person who is the subject of the sentence before."""
        for back in range(number - 1, max(-1, number - 3), -1):
            acts = self.views[back].acts
            if not acts and any(chunk.kind == "verb" for chunk in self.views[back].chunks):
                return None  # 'The Commissioner ordered ...': whose name is not told
            for act in reversed(acts):
                if act.rule.endswith(("-passive", "-inverted")):
                    continue  # 'where he was accompanied by X': X is not who goes on
                if len(act.entries) > 1 and act.entries[0].pronoun == said:
                    return self._subject_before(back, said)  # 'he met with X', and then 'he said'
                if len(act.entries) == 1 and act.entries[0].posts and act.entries[0].name is None:
                    post = act.entries[0].posts[0]
                    return self._holder(post)
                names = [e.name for e in act.entries if e.name is not None]
                if len(names) == 1 and names[0] is not None:
                    return self.people.find(names[0])
                if len(names) > 1:
                    return None
        return None
