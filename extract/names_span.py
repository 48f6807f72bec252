"""A person's name as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["pinyin", "honorific", "foreign", "initials", "single"]
Within = Literal["", "institution", "doctrine", "work"]

FIRST_UNKNOWN = frozenset(
    ["after-title", "model", "list", "honorific"]
)  # no list of given names knows the first word
LONGEST_INITIAL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """A name at `start:end` of a text, half open; `surface` is what is printed there.

    `name` is the normal form: 'Xia Fengjian' for Chinese names, as printed without the form of address for
    others. The span holds the form of address (`honorific`, in the singular) where the name has one of its own;
    names that share a plural one ('Messrs. Stowe and Bell') carry it too, outside their span. `family` is ""
    where it is not known. `rule` names the rule that found it. `within` says what follows and makes the name
    part of something else: a university, a road ('institution'), a doctrine, a work.
    """

    start: int
    end: int
    surface: str
    name: str
    family: str
    given: str
    style: Style
    rule: str
    honorific: str = ""
    within: Within = ""

    @property
    def called(self) -> frozenset[str]:
        """The words that alone mean this person: the family; the last word of a Vietnamese name ('Chinh'); a rare first name."""
        words = self.name.split()
        if self.style == "single" or len(words) < 2:
            return frozenset([self.family]) if self.family else frozenset()
        if self.rule == "vietnamese":
            return frozenset([self.family, words[-1]])
        if self.rule in FIRST_UNKNOWN and len(words[0]) > LONGEST_INITIAL and "." not in words[0]:
            return frozenset([self.family, words[0]])
        return frozenset([self.family])


def one_word_name(text: str, start: int, end: int, rule: str, honorific: str = "") -> NameSpan:
    """The name of one printed word, a family, that an office or a form of address beside it shows to be one."""
    printed = text[start:end]
    return NameSpan(
        start=start,
        end=end,
        surface=printed,
        name=printed,
        family=printed,
        given="",
        style="honorific",
        rule=rule,
        honorific=honorific,
    )
