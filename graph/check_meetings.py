"""Score what a build states of the meetings themselves: the body that held them, place, venue, number.

Each is right where some meeting that the build has for the report holds the words of the gold (or of an alternative, `host_ok` and
the like): a name of a person at another meeting of the same report counts too, since gold files know no ids.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.ordinal_numbers import ordinal_number
from graph.gold import GoldDocument

WORD = re.compile(r"[a-z0-9]+")
IN_BRACKETS = re.compile(r"\(.*?\)")
SMALL_WORDS = frozenset({"of", "the", "and", "cpc", "a", "in", "for", "s"})
OVERLAP = 0.75
"""The share of a gold name's words that one stated name must hold."""


@dataclass(slots=True, kw_only=True)
class FactCount:
    """How many meetings of the gold state something, and how often the build has it."""

    stated: int = 0
    right: int = 0

    @property
    def share(self) -> float:
        """Right / stated; 1 where nothing was to be found."""
        return self.right / self.stated if self.stated else 1.0


def is_stated(name: str, found: Iterable[str]) -> bool:
    """Whether one of the found names has enough of the words of `name`; what stands in brackets does not count."""
    wanted = words_of(IN_BRACKETS.sub("", name))
    return any(len(wanted & words_of(other)) / max(1, len(wanted)) >= OVERLAP for other in found)


def same_number(name: str, found: Iterable[str]) -> bool:
    """Whether one of the found ordinals has the number of `name` ('third' and '3rd' have the same)."""
    numbers = [number for word in name.split() if (number := ordinal_number(word))]
    return any(ordinal_number(word) in numbers for other in found for word in other.split())


FACTS: Mapping[str, tuple[tuple[str, ...], Callable[[str, Iterable[str]], bool]]] = {
    "host": (("host",), is_stated),
    "place": (("place", "venue"), is_stated),
    "venue": (("venue",), is_stated),
    "ordinal": (("ordinal",), same_number),
}
"""What is compared -> the columns that may state it, and when two statements are one."""


def score_facts(
    counts: Mapping[str, FactCount], document: GoldDocument, rows: Sequence[Mapping[str, str]]
) -> list[str]:
    """Count the facts of a gold document's meetings; each mistake in a line. Rows without a column know nothing of it."""
    mistakes = []
    for fact, (columns, same) in FACTS.items():
        printed = {(row.get(column) or "").strip() for column in columns for row in rows} - {""}
        for meeting in document["meetings"]:
            if not meeting.get(fact) or meeting.get("optional"):
                continue
            wanted = (meeting[fact], *(meeting.get(f"{fact}_ok") or ()))  # None: none named is right as well
            right = any(same(name, sorted(printed)) if name else not printed for name in wanted)
            counts[fact].stated += 1
            counts[fact].right += right
            if not right:
                mistakes.append(f"{fact} {meeting[fact]}, found {', '.join(sorted(printed)) or 'none'}")
    return mistakes


def words_of(text: str) -> set[str]:
    """The words of a name in lower case, small ones left out."""
    return set(WORD.findall(text.lower())) - SMALL_WORDS
