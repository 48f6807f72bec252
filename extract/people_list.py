"""The user's own list of people: a CSV with an entry a row, read and validated; what cannot be read is told by line.

Columns: `id` (the entry's own), `name`, `aliases` and `posts` (split by ';', 'Mayor, Lanzhou' or 'Secretary, Gansu Provincial
Party Committee'), `from` and `to` (years or days between which the posts were held). `name` alone is needed. Every other
column is an id elsewhere (`wikidata`, `viaf` ...) and travels with the person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from extract.csv_rows import Problem, parse_table, read_text
from extract.folding import fold

OWN = ("id", "name", "aliases", "posts", "from", "to")
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One person of the list; `names` are folded; `first` and `last` are '' where the list does not say."""

    id: str
    line: int
    name: str
    names: frozenset[str]
    posts: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    ids: tuple[tuple[str, str], ...] = ()

    def holds(self, title: str, words: frozenset[str], day: str) -> bool:
        """Whether one of the entry's posts has this title, and all its other words are among `words`, on that day."""
        return self.in_time(day) and any(
            post_title == title.lower() and rest and rest <= words
            for post_title, rest in map(_parts, self.posts)
        )

    def in_time(self, day: str) -> bool:
        """Whether a day ('' unknown) lies between the entry's dates, as exactly as they are given."""
        return not day or (
            (not self.first or day[: len(self.first)] >= self.first)
            and (not self.last or day[: len(self.last)] <= self.last)
        )

    def __str__(self) -> str:
        """'Wang Wei (e1: Mayor, Lanzhou)'."""
        return f"{self.name} ({self.id}{': ' if self.posts else ''}{'; '.join(self.posts)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleList:
    """The entries in the order of the file, and the rows that are none: (line, why)."""

    source: str = ""
    entries: tuple[Entry, ...] = ()
    bad: tuple[tuple[int, str], ...] = field(default=())

    def named(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries by folded name and alias."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for name in sorted(entry.names):
                found.setdefault(name, []).append(entry)
        return {name: tuple(entries) for name, entries in found.items()}


def read_people_list(path: Path) -> PeopleList:
    """Read a list of people. Raises OSError where it cannot be opened; bytes that are no UTF-8 are one bad row."""
    text = read_text(path)
    if isinstance(text, str):
        return parse_people_list(text, source=path.name)
    return PeopleList(source=path.name, bad=(text,))


def parse_people_list(text: str, *, source: str = "people.csv") -> PeopleList:
    """Read a list of people from CSV text; a bad row is left out and told, and so are two rows of one id."""
    table = parse_table(text, ("name",))
    entries: list[Entry] = []
    bad: list[Problem] = list(table.bad)
    for line, row in table.rows:
        read = _entry(line, row)
        if isinstance(read, str):
            bad.append((line, read))
        else:
            entries.append(read)
    first: dict[str, int] = {}
    for entry in entries:
        if first.setdefault(entry.id, entry.line) != entry.line:
            bad.append((entry.line, f"the id '{entry.id}' stands in line {first[entry.id]} already"))
    lines = {line for line, _ in bad}
    return PeopleList(
        source=source,
        entries=tuple(entry for entry in entries if entry.line not in lines),
        bad=tuple(sorted(bad)),
    )


def _entry(line: int, row: Mapping[str, str]) -> Entry | str:
    if not fold(row.get("name", "")):
        return "no name"
    for column in ("from", "to"):
        if row.get(column) and not DATE.fullmatch(row[column]):
            return f"'{row[column]}' in column {column} is no year, month or day"
    return Entry(
        id=row.get("id") or f"line {line}",
        line=line,
        name=row["name"],
        names=frozenset({fold(row["name"]), *map(fold, _split(row.get("aliases", "")))}),
        posts=_split(row.get("posts", "")),
        first=row.get("from", ""),
        last=row.get("to", ""),
        ids=tuple((c, cell) for c, cell in row.items() if c and c not in OWN and cell),
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _parts(post: str) -> tuple[str, frozenset[str]]:
    """'Mayor, Lanzhou' is the title 'mayor' and the words that must stand with it."""
    title, _, rest = post.lower().partition(",")
    return title.strip(), frozenset(re.findall(r"\w+", rest))
