"""Lists under a heading: PRESENT, In attendance, Apologies, Absent: who stands in them, with which post.

The list runs from the heading to the first word that belongs to no list. In a list that opens with a name
posts follow their names ('Mr. A, Secretary Mr. B, Counsel'), and a plural post covers the names since the last one
('Messrs. C and D, Presidents of ...'); in one that opens with a post the ordinary list grammar applies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.chunk_record import Chunk
from extract.chunks import chunk_sentence
from extract.lists import LIST_KINDS, Entry, read_list, split_conjunction
from extract.names import names_in_list
from extract.posts import PostPhrase, read_post, strip_article
from extract.vocabulary import rows, vocabulary

REACH = 12_000
COUNTED = re.compile(
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|some|no|many)\b|members of (?:the )?(?:public|press)",
    re.IGNORECASE,
)
# what a list without a colon may begin with: 'Present the Mayor and Crs Moss and Bell'
ADDRESSED = r"(?:the )?(?:Mayor|Warden|Chairman|Chairperson|Chair|Reeve|Cllrs?|Councillors?|Crs?|Aldermen|Ald|Messrs|Mr|Mrs|Ms)"
# small words that tell more of a person of the list: 'John Fell via telephone', 'Ann Low for item 3'
BEHIND = frozenset(
    [
        "via",
        "by",
        "for",
        "from",
        "of",
        "at",
        "in",
        "on",
        "to",
        "until",
        "with",
        "as",
        "and",
        "or",
        "through",
        "over",
        "during",
        "representing",
        "left",
        "arrived",
        "joined",
        "online",
    ]
)


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
        rf"(?:(?<=\n)|(?<=^)|(?<=[.\]] )|(?<=[ap]\.m\. )|(?<=(?i:call): ))[ \t*#>\-]*{item}({words})(?:(?=,? (?-i:{ADDRESSED})\b)|[ \t*]*[:：][ \t*]*|[ \t]*[—–][ \t]*|[ \t*]*\n)",
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
        if not match.group().rstrip(" \t*").endswith((":", "：", "—", "–")) and heading[:1].islower():
            continue
        if match.group().endswith(heading) and heading not in ("Present", "PRESENT", "Apologies"):
            continue  # 'Present the Mayor and Crs Moss and Bell'; 'Chairman Mr Moss opened' heads nothing
        following = pattern.search(text, match.end())
        limit = min(len(text), match.end() + REACH, following.start() if following else len(text))
        entries, end = _read(text, match.end(), limit)
        if entries:
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
    chunks = _list_part(text, _by_line(chunk_sentence(text, start, limit, names, ())))
    if not any(chunk.kind == "name" for chunk in chunks):
        return (), start
    first = next(chunk for chunk in chunks if chunk.kind in ("name", "post", "body"))
    entries = _suffix_list(text, chunks) if first.kind == "name" else read_list(text, chunks)
    entries = tuple(entry for entry in entries if entry.name or entry.group)
    end = max((entry.end for entry in entries), default=start)
    return entries, end


def _by_line(chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Cut a post in two where one line ends with a title and the next begins with one: 'Secretary' / 'Chairman Lund'."""
    titles = vocabulary().titles
    out: list[Chunk] = []
    for chunk in chunks:
        cut = chunk.text.find("\n") if chunk.kind == "post" else -1
        last, first = chunk.text[:cut].split()[-1:], chunk.text[cut + 1 :].split()[:1]
        if cut > 0 and last and first and (last[0].lower(),) in titles and (first[0].lower(),) in titles:
            at = chunk.start + cut
            out.append(chunk._replace(end=at, text=chunk.text[:cut]))
            out.append(chunk._replace(start=at + 1, text=chunk.text[cut + 1 :]))
        else:
            out.append(chunk)
    return tuple(out)


def _list_part(text: str, chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """The chunks up to the first that no list holds; a line break divides like a semicolon."""
    out: list[Chunk] = []
    skip = -1
    for number, chunk in enumerate(chunks):
        if number <= skip:
            continue
        if chunk.kind == "open":
            if "\n\n" in text[(out[-1].end if out else 0) : chunk.start].replace(" ", ""):
                break  # a remark in brackets of its own is no part of the list
            closing = next(
                (n for n in range(number, min(len(chunks), number + 12)) if chunks[n].kind == "close"), None
            )
            if closing is not None:
                inner = [c for c in chunks[number + 1 : closing] if c.kind == "name"]
                if len(inner) == 1 and out and out[-1].kind == "post":
                    out += _named_in_brackets(out.pop(), inner[0])
                elif not inner and out and out[-1].kind == "name":
                    held = [c for c in chunks[number + 1 : closing] if c.kind == "post" and not c.plural]
                    end = chunks[closing].end
                    out += [*held, Chunk(kind="semicolon", start=end, end=end, text=";")] if held else []
                skip = closing
                continue
        if out and chunk.text.startswith("The ") and out[-1].kind not in ("comma", "and", "semicolon"):
            break
        if out:
            gap = text[out[-1].end : chunk.start]
            if "\n\n" in gap.replace(" ", "") and _ends_block(chunks, number):
                break
            if "\n" in gap and _opens_sentence(chunks, number):
                break
            if "\n" in gap:
                out.append(Chunk(kind="semicolon", start=out[-1].end, end=chunk.start, text=gap))
        if chunk.kind in LIST_KINDS:
            if (
                chunk.kind in ("body", "title-less")
                and "\n" in text[(out[-1].end if out else 0) : chunk.start]
                and _is_heading(chunk)
            ):
                break
            out.append(chunk)
        elif chunk.text == "with" and [c.kind for c in out if c.kind not in ("det", "comma")] == ["post"]:
            out.clear()  # 'the Mayor with Aldermen Moss and Bell': whose name is not told
        elif chunk.text in ("-", "–", "—", "*", "•", "·", "|", "/") or chunk.kind == "colon":
            out.append(Chunk(kind="comma", start=chunk.start, end=chunk.end, text=chunk.text))
        elif chunk.text == "." and out and len(out[-1].text) <= 4:
            continue
        elif chunk.text.isdigit() and out and out[-1].end == chunk.start:
            continue  # the number of a footnote
        else:
            break
    return tuple(out)


def _named_in_brackets(post: Chunk, name: Chunk) -> list[Chunk]:
    """'Tamblyn and the secretary (Mr. J. Sumption)': an entry of its own, the name in front of its post."""
    divide = Chunk(kind="semicolon", start=post.start, end=post.start, text=";")
    return [divide, name, post, divide._replace(start=name.end, end=name.end)]


def _ends_block(chunks: Sequence[Chunk], number: int) -> bool:
    return not any(chunk.kind in ("name", "post") for chunk in chunks[number : number + 2])


def _opens_sentence(chunks: Sequence[Chunk], number: int) -> bool:
    """'Cllr Lund said that', 'Chairman Lund called': a name with a word behind it that joins nothing to a list."""
    if chunks[number].kind == "post" and number + 1 < len(chunks) and chunks[number + 1].kind == "name":
        number += 1
    if chunks[number].kind != "name" or number + 1 >= len(chunks):
        return False
    word = chunks[number + 1]
    return word.kind == "word" and word.text.isalpha() and word.text.islower() and word.text not in BEHIND


def _is_heading(chunk: Chunk) -> bool:
    return chunk.text.isupper()


def _suffix_list(text: str, chunks: Sequence[Chunk]) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    group: list[Chunk] = []
    posts: list[PostPhrase] = []
    tail: list[str] = []
    respectively = False
    divided = True
    end = 0

    def close() -> None:
        nonlocal group, posts, respectively
        entries.extend(_deal(text, group, posts, respectively, end))
        group, posts, respectively = [], [], False

    addressed = any(c.kind == "name" and c.name is not None and c.name.honorific for c in chunks)
    for chunk in chunks:
        if (
            chunk.kind == "name"
            and addressed
            and posts
            and chunk.name is not None
            and not chunk.name.honorific
        ):
            # among 'Mr.' and 'Ms.' a bare capitalised name after a post is a place: '... and San Francisco, respectively'
            chunk = Chunk(kind="title-less", start=chunk.start, end=chunk.end, text=chunk.text)
        if chunk.kind == "name":
            if posts or not divided:
                close()
            group.append(chunk)
            divided = False
        elif chunk.kind == "post":
            post = read_post(text, chunk.start, chunk.end)
            if post is not None and chunk.plural and COUNTED.match(chunk.text):
                close()  # '6 members of the public' are people of their own
            elif post is not None:
                posts.append(post)
            divided = False
        elif chunk.kind in ("body", "title-less"):
            if posts:
                last = posts[-1]
                words = strip_article(" ".join(chunk.text.split()))
                body = f"{last.body}, {words}" if last.body else words
                posts[-1] = PostPhrase(
                    title=last.title,
                    body=body,
                    start=last.start,
                    end=chunk.end,
                    plural=last.plural,
                    generic=last.generic,
                    head=last.head,
                )
            divided = False
        elif chunk.kind == "respectively":
            respectively = True
        elif chunk.kind == "semicolon":
            if posts:
                close()
            divided = True
        elif chunk.kind in ("comma", "and"):
            divided = True
        end = chunk.end if chunk.kind not in ("comma", "semicolon", "and") else end
        tail.append(chunk.kind)
    close()
    return tuple(entries)


def _deal(
    text: str, group: list[Chunk], posts: list[PostPhrase], respectively: bool, end: int
) -> list[Entry]:
    """One entry a name: plural posts go to all of the group, a singular one to the last name only."""
    out = []
    for number, chunk in enumerate(group):
        mine: list[PostPhrase] = []
        for post in posts:
            if post.plural or len(group) == 1:
                mine.append(_share(text, post, number, len(group), respectively))
            elif number == len(group) - 1:
                mine.append(post)
        stop = max([chunk.end, *(post.end for post in mine)])
        out.append(
            Entry(
                start=group[0].start if any(post.plural for post in mine) else chunk.start,
                end=stop,
                name=chunk.name,
                posts=tuple(post for post in mine if not post.generic),
            )
        )
    return out


def _share(text: str, post: PostPhrase, number: int, count: int, respectively: bool) -> PostPhrase:
    if not respectively or count < 2:
        return post
    bodies = _respective_bodies(text, post.body, count)
    if bodies is None:
        return post
    return PostPhrase(title=post.title, body=bodies[number], start=post.start, end=post.end, head=post.head)


def _respective_bodies(text: str, body: str, count: int) -> list[str] | None:
    """Deal 'Divisions of A and B and C, Board' to two names: of the even splits the one whose parts stand elsewhere."""
    head, _, rest = body.partition(" of ")
    own, tail = (rest, "") if "," not in rest else _tail(rest, count)
    if not rest:
        return None
    even = split_conjunction(own, count)
    if even is None:
        words = re.split(r"\s+and\s+", own)
        options = []
        for cut in range(1, len(words)):
            left, right = " and ".join(words[:cut]), " and ".join(words[cut:])
            seen = sum(
                bool(re.search(rf"\b{re.escape(_one(head))} of {re.escape(part)}\b", text))
                for part in (left, right)
            )
            options.append((seen, cut, [left, right]))
        best = sorted(options, key=lambda option: (-option[0], option[1]))
        if count != 2 or not best or (len(best) > 1 and best[0][0] == best[1][0]):
            return None
        even = best[0][2]
    return [f"{_one(head)} of {part}{', ' + tail if tail else ''}" for part in even]


def _tail(rest: str, count: int) -> tuple[str, str]:
    parts = [part.strip() for part in rest.split(",")]
    last = parts[-1]
    heads = vocabulary().body_heads
    own_body = any(word.lower() in heads for word in last.split())
    if last.lower().startswith("and ") or (len(parts) == count and not own_body):
        return rest, ""
    return ", ".join(parts[:-1]), last


def _one(head: str) -> str:
    return re.sub(r"ies$", "y", head) if head.endswith("ies") else re.sub(r"s$", "", head)
