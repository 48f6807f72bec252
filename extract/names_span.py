"""A person's name as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["pinyin", "honorific", "foreign", "initials", "single"]
Within = Literal["", "institution", "doctrine", "work"]


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
