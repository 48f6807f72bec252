"""The rule files of the corpus stage, compiled once."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar, get_args

from corpus.openings import most_letters
from corpus.records import PressFunction, ZoneKind

RULES = Path(__file__).parent / "rules"
LONG_LINE = 640
FieldKind = Literal["press", "source", "date", "chrome"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRule:
    """A label such as 'Responsible editor': what its value is, and how it may stand.

    `style` any: before a colon or, in brackets and on lines of their own, before the name; colon: only before
    a colon; open: only where it opens a line that holds nothing else.
    """

    id: str
    kind: FieldKind
    function: PressFunction
    style: str
    label: str


def rule_rows(name: str) -> list[dict[str, str]]:
    """Read a rule file. Raises ValueError that names the file and the line of a ragged row."""
    with (RULES / name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        out = []
        for row in reader:
            if None in row or None in row.values():
                raise ValueError(f"{name}:{reader.line_num}: wrong number of columns: {row}")
            out.append(row)
    return out


@cache
def chrome_rules() -> tuple[tuple[str, ZoneKind, re.Pattern[str]], ...]:
    """(id, zone kind, pattern of a whole line) for lines that are not read."""
    out = []
    for row in rule_rows("chrome.csv"):
        kind = _one_of(row["kind"], get_args(ZoneKind), "chrome.csv", row["id"])
        out.append((row["id"], kind, re.compile(rf"\s*(?:{row['pattern']})\s*", re.IGNORECASE)))
    return tuple(out)


@cache
def any_chrome(*, long: bool = False) -> re.Pattern[str]:
    """All patterns of `chrome_rules` in one: most lines match none, and one test says so.

    For a `long` line (more than LONG_LINE characters between its white space) those alone that can match so many.
    """
    patterns = [row["pattern"] for row in rule_rows("chrome.csv")]
    if long:
        patterns = [pattern for pattern in patterns if most_letters(pattern) > LONG_LINE]
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(rf"\s*(?:{joined})\s*", re.IGNORECASE)


@cache
def field_rules() -> tuple[FieldRule, ...]:
    """The labels of credits and page data, in the order of the file."""
    out = []
    for row in rule_rows("fields.csv"):
        word = row["function"]
        kind: FieldKind = "press"
        function: PressFunction = "source"
        if word in ("source", "date", "chrome"):
            kind = _one_of(word, get_args(FieldKind), "fields.csv", row["id"])
        else:
            function = _one_of(word, get_args(PressFunction), "fields.csv", row["id"])
        out.append(
            FieldRule(id=row["id"], kind=kind, function=function, style=row["style"], label=row["label"])
        )
    return tuple(out)


@cache
def outlet_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """(an agency by name, a noun that makes a name an outlet's), both as whole words."""
    rows = rule_rows("outlets.csv")
    agency = "|".join(row["pattern"] for row in rows if row["kind"] == "agency")
    noun = "|".join(row["pattern"] for row in rows if row["kind"] == "noun")
    return re.compile(rf"(?<!\w)(?:{agency})(?!\w)"), re.compile(
        rf"(?<!\w)(?:{noun})(?!\w)|\.(?:com|cn|net)\b"
    )


@cache
def lead_pattern() -> re.Pattern[str]:
    """Words that open a dateline without naming outlet or town ('News from our newspaper')."""
    joined = "|".join(f"(?:{row['pattern']})" for row in rule_rows("leads.csv"))
    return re.compile(rf"(?:{joined})(?!\w)", re.IGNORECASE)


@cache
def name_stops() -> frozenset[str]:
    """Capitalised words that end a list of names in a credit."""
    return frozenset(word for row in rule_rows("name_stops.csv") for word in row["words"].split())


@cache
def not_towns() -> frozenset[str]:
    """Words that stand before a dash or a colon like the town of a dateline, and are none."""
    return frozenset(word.casefold() for row in rule_rows("not_towns.csv") for word in row["words"].split())


T = TypeVar("T")


def _one_of(word: str, allowed: tuple[T, ...], file: str, row: str) -> T:
    for item in allowed:
        if item == word:
            return item
    raise ValueError(f"{file}: row {row}: {word!r} is not among {allowed}")
