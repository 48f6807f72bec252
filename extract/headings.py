"""Lists under a heading: PRESENT, In attendance, Apologies, Absent: who stands in them, with which post.

The list runs from the heading to the first word that belongs to no list. In a list that opens with a name
posts follow their names (`extract.headed_posts`); in one that opens with a post the ordinary list grammar applies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.chunks import chunk_sentence
from extract.headed_part import by_line, list_part
from extract.headed_posts import seated, suffix_list
from extract.list_record import Entry
from extract.lists import read_list
from extract.names import names_in_list
from extract.vocabulary import rows

REACH = 12_000
# what a list without a colon may begin with: 'Present the Mayor and Crs Moss and Bell'
ADDRESSED = r"(?:the )?(?:Mayor|Warden|Chairman|Chairperson|Chair|Reeve|Cllrs?|Councillors?|Crs?|Aldermen|Ald|Messrs|Mr|Mrs|Ms)"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadedList:
    """A list under a heading: its role and its entries; `start` is the heading's, `end` the last entry's."""

    role: str
    heading: str
    start: int
    end: int
    entries: tuple[Entry, ...]


@lru_cache(maxsize=1)
def _headings() -> tuple[re.Pattern[str], dict[str, str]]:
    roles = {row["heading"]: row["role"] for row in rows("list_headings.csv")}
    words = "|".join(re.escape(h).replace(r"\ ", r"[ ]") for h in sorted(roles, key=len, reverse=True))
    # A heading stands alone on its line or is followed by a colon; 'present' inside a sentence is neither.
    item = r"(?:[A-Za-z]{0,4}/?\d[\d/().\-]*[a-z]?[.)]?[ \t]+)?"  # the number of an item: '21.44', 'Cou/285/07-08'
    pattern = re.compile(
        rf"(?:(?<=\n)|(?<=^)|(?<=[.\]] )|(?<=[ap]\.m\. )|(?<=(?i:call): ))[ \t*#>\-]*{item}({words})(?:(?=,? (?-i:{ADDRESSED})\b)|[ \t*]*[:：][ \t*]*|[ \t]*[—–][ \t]*|[ \t]+-[ \t]+|[ \t*]*\n)",
        re.IGNORECASE,
    )
    return pattern, roles


def headed_lists(text: str, spans: Sequence[tuple[int, int]]) -> tuple[HeadedList, ...]:
    """Find the headed lists whose heading starts inside one of the `spans` that are read."""
    pattern, roles = _headings()
    out: list[HeadedList] = []
    done = 0
    for match in pattern.finditer(text):
        heading = match.group(1)
        at = match.start(1)
        if at < done or not any(a <= at < b for a, b in spans):
            continue
        if not match.group().rstrip(" \t*").endswith((":", "：", "—", "–", "-")) and heading[:1].islower():
            continue
        if match.group().endswith(heading) and heading not in ("Present", "PRESENT", "Apologies"):
            continue  # 'Present the Mayor and Crs Moss and Bell'; 'Chairman Mr Moss opened' heads nothing
        following = pattern.search(text, match.end())
        limit = min(len(text), match.end() + REACH, following.start() if following else len(text))
        entries, end = _read(text, match.end(), limit)
        if entries:
            entries = seated(entries, heading, at)
            role = roles[heading.lower()]
            out.append(HeadedList(role=role, heading=heading, start=at, end=end, entries=entries))
            done = end
    return tuple(out)


def families_of(lists: Sequence[HeadedList]) -> frozenset[str]:
    """The family names of the people whom headed lists name; of one printed word, that word."""
    return frozenset(
        entry.name.family or entry.name.name for part in lists for entry in part.entries if entry.name
    )


def _read(text: str, start: int, limit: int) -> tuple[tuple[Entry, ...], int]:
    names = names_in_list(text, start, limit)
    chunks = list_part(text, by_line(chunk_sentence(text, start, limit, names, ())))
    if not any(chunk.kind == "name" for chunk in chunks):
        return (), start
    first = next(chunk for chunk in chunks if chunk.kind in ("name", "post", "body"))
    entries = suffix_list(text, chunks) if first.kind == "name" else read_list(text, chunks)
    entries = tuple(entry for entry in entries if entry.name or entry.group)
    end = max((entry.end for entry in entries), default=start)
    return entries, end
