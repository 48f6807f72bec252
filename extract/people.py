"""The people of one report: which printed names are one person, by name form alone.

'Mr. Kohn' and 'Donald L. Kohn' are one if only one person of the report fits; 'K. Davies' is Kim Davies if no other
K. Davies is named. Two candidates mean none: the mention stays unresolved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.folding import fold
from extract.likeness import swapped
from extract.local import LocalPerson, StatedPost
from extract.names_span import NameSpan
from extract.post_fields import is_short_for
from extract.same_person import same_person_within_report

WITH_GIVEN_NAMES = frozenset(["Sheikh", "Sheikha", "Prince", "Princess", "King", "Queen", "Pope", "Sultan"])


HEADS_OF_STATE = ("President", "King", "Emir", "Sultan")


@dataclass(slots=True)
class _Draft:
    key: str
    name: NameSpan
    aliases: set[str] = field(default_factory=set)
    posts: list[StatedPost] = field(default_factory=list)


class People:
    """A registry of the people whom one report names; `find` never guesses.

    `namesakes` are the families that two people have, one of whom is told by the family and a seat alone.
    """

    def __init__(self, namesakes: frozenset[str] = frozenset()) -> None:
        self._namesakes = namesakes
        self._drafts: dict[str, _Draft] = {}
        self._compared: dict[tuple[str, ...], list[str]] = {}
        """The keys that fit a printed name, until a draft changes."""
        self._said: list[tuple[str, StatedPost]] = []

    def __contains__(self, key: str) -> bool:
        return key in self._drafts

    def __iter__(self) -> Iterator[str]:
        """Walk over the keys, in the order of first mention."""
        return iter(tuple(self._drafts))

    def add(self, span: NameSpan) -> str | None:
        """Register a printed name and return its person's key; None where two people fit."""
        key = fold(span.name)
        if self._is_either(span):
            return None
        if key in self._drafts:
            self._drafts[key].aliases.add(span.surface)
            return key
        found = self.find(span) or self._cut_otherwise(span)
        if found is None and self._rivals(span):
            return None
        if found is None:
            if span.style == "single":
                return None
            self._drafts[key] = _Draft(key=key, name=span, aliases={span.surface})
            self._compared.clear()
            return key
        draft = self._drafts[found]
        draft.aliases.add(span.surface)
        if _fuller(span, draft.name):
            draft.name = span
            self._compared.clear()
        return found

    def find(self, span: NameSpan) -> str | None:
        """The key of the one person whom this name can mean, or None."""
        key = fold(span.name)
        if self._is_either(span):
            return None
        if key in self._drafts:
            return key
        rivals = self._rivals(span)
        return rivals[0] if len(rivals) == 1 else None

    def _is_either(self, span: NameSpan) -> bool:
        """'Ms. Moss', or 'Moss' without a seat, where the record has a Supervisor Moss and an Alberta Moss."""
        return span.name in self._namesakes and (span.style != "honorific" or bool(span.honorific))

    def _cut_otherwise(self, span: NameSpan) -> str | None:
        """'Xielou Cheng' of a report that names Xie Luocheng: the letters of one name, parted otherwise, two of them perhaps swapped."""
        if span.rule != "given-first":
            return None
        printed = "".join(filter(str.isalpha, span.surface)).lower()
        fits = [key for key in self._drafts if swapped(key.replace(" ", ""), printed)]
        return fits[0] if len(fits) == 1 else None

    def _rivals(self, span: NameSpan) -> list[str]:
        printed = (span.name, span.family, span.given, span.style, span.honorific)
        if printed not in self._compared:
            self._compared[printed] = self._fitting(span)
        return self._compared[printed]

    def _fitting(self, span: NameSpan) -> list[str]:
        if span.style == "single":
            return [
                draft.key
                for draft in self._drafts.values()
                if span.family and span.family in draft.name.called
            ]
        drafts = list(self._drafts.values())
        if span.family in self._namesakes:
            drafts = [d for d in drafts if (" " in d.name.name) == (" " in span.name)]
        if span.style == "pinyin":  # two Chinese names of other letters are two people
            key = fold(span.name)
            drafts = [d for d in drafts if d.name.style != "pinyin" or fold(d.name.name) == key]
        return [draft.key for draft in drafts if same_person_within_report(draft.name, span) == "same"]

    def state_post(self, key: str, post: StatedPost) -> None:
        """Record a post that the report states of a person (once per wording)."""
        posts = self._drafts[key].posts
        if all((post.title, post.body) != (other.title, other.body) for other in posts):
            posts.append(post)
            self._said.append((key, post))

    def is_shared(self, family: str) -> bool:
        """Whether the lists have two people of this family, one of them by the family alone."""
        return family in self._namesakes

    def family(self, key: str) -> str:
        """The family name of a person, '' where it is not known."""
        return self._drafts[key].name.family

    def posts(self, key: str) -> tuple[StatedPost, ...]:
        """The posts stated so far."""
        return tuple(self._drafts[key].posts)

    def said(self) -> tuple[tuple[str, StatedPost], ...]:
        """All posts with the keys of their holders, in the order in which the report states them."""
        return tuple(self._said)

    def replace_post(self, key: str, old: StatedPost, new: StatedPost) -> None:
        """Put a post in the place of another (after its body was completed), unless the person has it already."""
        posts = self._drafts[key].posts
        number = posts.index(old)
        others = (*posts[:number], *posts[number + 1 :])
        if any((new.title, new.body) == (other.title, other.body) for other in others):
            del posts[number]
        else:
            posts[number] = new

    def holder(self, title: str, body: str) -> str | None:
        """The one person who is stated to hold this post; None where nobody or several do."""
        if title.lower() == "head of state":
            heads = {key for other in HEADS_OF_STATE if (key := self.holder(other, body)) is not None}
            return heads.pop() if len(heads) == 1 else None
        wanted = _words(body)
        fits = [
            draft.key
            for draft in self._drafts.values()
            if any(
                (post.title.lower() == title.lower() or (post.whole and is_short_for(title, post.title)))
                and wanted <= _words(post.body + " " + post.place)
                for post in draft.posts
            )
        ]
        return fits[0] if len(fits) == 1 else None

    def records(self) -> tuple[LocalPerson, ...]:
        """The people as records, by key."""
        out = []
        for key in sorted(self._drafts):
            draft = self._drafts[key]
            name = _shown(draft.name)
            aliases = tuple(sorted({" ".join(alias.split()) for alias in draft.aliases} - {name}))
            out.append(
                LocalPerson(
                    key=key, name=name, family=draft.name.family, aliases=aliases, posts=tuple(draft.posts)
                )
            )
        return tuple(out)


def _shown(name: NameSpan) -> str:
    """'Sheikh Hamida', 'Prince Aldric': a given name is printed with its title, where the report has no fuller one."""
    alone = " " not in name.name and name.honorific in WITH_GIVEN_NAMES
    return f"{name.honorific} {name.name}" if alone else name.name


def _words(body: str) -> frozenset[str]:
    small = {"of", "the", "and", "for", "city", "s"}
    return frozenset(word for word in body.lower().replace(",", " ").split() if word not in small)


def _fuller(new: NameSpan, old: NameSpan) -> bool:
    return len(new.name.split()) > len(old.name.split())
