"""The people of a headed list: 'Present: Messrs. Hext, Keogh and Pascoe', each with the posts beside the name."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.background import Background
from extract.draft import Statement
from extract.field_words import is_field_alone
from extract.folding import fold
from extract.headings import HeadedList
from extract.list_record import Entry
from extract.local import Span
from extract.post_phrase import with_field
from extract.roles import PRESENT
from extract.seats import title_flags
from extract.styles import carries, style_of

LISTED = re.compile(
    r"(?:[\s,;]|\([^()]*\)|\band\b|&|\b(?:Mrs|Ms|Mr|Miss|Dr)\b\.?)*"
)  # what may divide the names of one list
CHAIR_BEHIND = re.compile(
    r"[)\s,.]{0,4}(?:\([^()\n]{0,60}\))?[\s,(–-]{0,4}(?:presiding )?in the chair\b", re.IGNORECASE
)
"""Behind a name of a list: 'Mr. Abel Moss in the Chair', 'Cllr A. Reed (in the chair)', 'the Chancellor (Dr K. Low) in the Chair'."""
OF_A_FIELD = frozenset(
    [
        "director",
        "directors",
        "manager",
        "head",
        "officer",
        "chief",
        "lead",
        "executive",
        "president",
        "coordinator",
    ]
)
"""Offices behind which one word may be what they are for, and no name: a councillor's is his name."""
LIST_OF_SURNAMES = 2  # names beside which a bare surname under a heading is one


def _of_surnames(part: HeadedList) -> bool:
    """Whether a list of those present or absent has so many names that a bare word among them is a surname."""
    return sum(e.name is not None for e in part.entries) > LIST_OF_SURNAMES


def _bare(part: HeadedList) -> bool:
    """Whether the list begins with a bare surname: 'Present: Moss, Bell and Reed'."""
    return bool(part.entries) and part.entries[0].name is not None and part.entries[0].name.style == "single"


def _is_office(entry: Entry) -> bool:
    """'Executive Director (Customer)', 'Director, Performance': an office and what it is for, whose holder is not named."""
    heads = {post.head.lower() for post in entry.posts}
    return entry.name is not None and not heads.isdisjoint(OF_A_FIELD) and is_field_alone(entry.name)


class Headed(Background):
    """The headed lists of one report."""

    def _headed(self, part: HeadedList, number: int) -> None:
        scene = self.scenes.current or self._scene_from_title(number, part)
        carried, behind = "", part.start
        for order, entry in enumerate(part.entries, 1):
            at = Span(start=entry.start, end=entry.end)
            if entry.name is None:
                if entry.group and part.role in PRESENT:
                    self._add(
                        Statement(
                            "",
                            " ".join(entry.group.split()),
                            part.role,
                            f"list:{part.heading.lower()}",
                            at,
                            entry.group,
                            scene,
                        )
                    )
                continue
            if fold(entry.name.name) in self.press or _is_office(entry):
                continue
            if not entry.name.family:
                entry = replace(entry, name=replace(entry.name, family=entry.name.name))
            assert entry.name is not None
            key = self.people.add(entry.name) or self._only_full_name(entry.name)
            if (
                key is None
                and entry.name.style == "single"
                and (self._unshared(entry.name.family) or self.people.is_shared(entry.name.family))
                and self._among_surnames(part, order)
            ):
                # 'Present - Messrs. Hext, Keogh and Pascoe': the form of address goes for the surnames behind it
                key = self.people.add(replace(entry.name, style="honorific"))
            if key is None:
                self._note(
                    "ambiguous name",
                    f"{entry.name.surface}: more than one person of this report fits",
                    entry.start,
                    entry.end,
                )
                continue
            self.first_mention.setdefault(key, at)
            host = scene.host if scene else ""
            plain = LISTED.fullmatch(self.text[behind : entry.name.start]) is not None
            carried = carried if plain else ""
            self._styled(key, entry.name, host, at, carried)
            if carries(self.text, entry.name):
                carried = style_of(self.text, entry.name)
            behind = entry.name.end
            for post in map(with_field, entry.posts):
                own = not (post.ranked or post.whole or {"seat", "job", "own"} & title_flags(post))
                self.people.state_post(key, self._phrased(post, post.body or (host if own else ""), at))
            surface = self.text[entry.name.start : entry.name.end]
            chair = part.role == "attended" and CHAIR_BEHIND.match(self.text, entry.name.end)
            self._add(
                Statement(
                    key,
                    "",
                    "chaired" if chair else part.role,
                    f"list:{part.heading.lower()}",
                    at,
                    surface,
                    scene,
                    position=order,
                )
            )

    def _among_surnames(self, part: HeadedList, order: int) -> bool:
        """Whether a form of address stands before a word of a list, or the list, or one beside it, is of surnames."""
        addressed = any(e.name and e.name.honorific for e in part.entries[: order - 1])
        return (
            addressed
            or _of_surnames(part)
            or any(_of_surnames(other) and _bare(other) for other in self.lists)
        )

    def _unshared(self, family: str) -> bool:
        return not any(self.people.family(key) == family for key in self.people)
