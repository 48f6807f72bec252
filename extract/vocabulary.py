"""The closed word lists of posts, bodies and gatherings, read once from `extract/rules`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

RULES = Path(__file__).parent / "rules"


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a rule file. Raises ValueError that names the file and the line of a ragged row."""
    with (RULES / name).open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)  # csv.DictReader takes twice as long
        columns = next(reader, [])
        for cells in filter(None, reader):
            if len(cells) != len(columns):
                raise ValueError(f"{name}:{reader.line_num}: wrong number of columns: {cells}")
            yield dict(zip(columns, cells, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWord:
    """A head noun of a post. Flags: `seat`: complete without a body (mayor); `generic`: names no post (leaders); `rank`;
    `own`: of no body that stands beside it (ambassador, senator); `job`: an occupation, a post where one person is named with it ('lawyer Kang'), a crowd in the plural."""

    head: str
    plural: bool
    flags: frozenset[str]

    @property
    def generic(self) -> bool:
        """Whether the word names no post."""
        return "generic" in self.flags or ("job" in self.flags and self.plural)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lower-case words to what they are; multi-word heads are keyed by their words.

    `body_modifiers` stand in bodies' names, `portfolios` in ministers'; `fields` are both and what else people are in charge of.
    """

    titles: dict[tuple[str, ...], TitleWord]
    title_modifiers: frozenset[str]
    body_heads: dict[str, str]
    place_words: frozenset[str]
    body_modifiers: frozenset[str]
    portfolios: frozenset[str]
    fields: frozenset[str]
    gatherings: dict[tuple[str, ...], str]
    gathering_modifiers: frozenset[str]
    singular: dict[str, str]
    starts: frozenset[str]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Read the word lists of `extract/rules` (once)."""
    titles: dict[tuple[str, ...], TitleWord] = {}
    singular: dict[str, str] = {}
    for row in rows("titles.csv"):
        flags = frozenset(row["flags"].split())
        titles[tuple(row["head"].split())] = TitleWord(head=row["head"], plural=False, flags=flags)
        titles[tuple(row["plural"].split())] = TitleWord(head=row["head"], plural=True, flags=flags)
        singular[row["plural"]] = row["head"]
    heads: dict[str, str] = {}
    places: set[str] = set()
    for row in rows("body_heads.csv"):
        heads[row["head"]] = row["head"]
        heads[row["plural"]] = row["head"]
        singular[row["plural"]] = row["head"]
        if "place" in row["flags"].split():
            places |= {row["head"], row["plural"]}
    gatherings: dict[tuple[str, ...], str] = {}
    for row in rows("gatherings.csv"):
        gatherings[tuple(row["noun"].split())] = row["kind"]
        gatherings[tuple(row["plural"].split())] = row["kind"]
    modifiers = frozenset(row["word"] for row in rows("body_modifiers.csv"))
    portfolios = frozenset(row["word"] for row in rows("portfolios.csv"))
    return Vocabulary(
        titles=titles,
        title_modifiers=frozenset(row["word"] for row in rows("title_modifiers.csv")),
        body_heads=heads,
        place_words=frozenset(places),
        body_modifiers=modifiers,
        portfolios=portfolios,
        fields=modifiers | portfolios | {row["word"] for row in rows("fields.csv")},
        gatherings=gatherings,
        gathering_modifiers=frozenset(row["word"] for row in rows("gathering_modifiers.csv")),
        singular=singular,
        starts=frozenset(key[0] for key in (*titles, *gatherings)),
    )
