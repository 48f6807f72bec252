"""The list grammar: a stretch of chunks into people with their posts, and collectives.

Lists are printed in two orders, and one page mixes them: posts before the name ('Vice Governor A, Secretary B')
or after it ('A, vice governor, B, secretary'). A post that touches a name without a comma belongs to that name.
Among posts between two commas the list's own style decides: a list that opens with a post is a prefix list, one that
opens with a name and has a post next is a suffix list. A plural post spans several names, in either order;
'respectively' deals one post or one place to each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.chunk_record import Chunk
from extract.names_span import NameSpan
from extract.posts import PostPhrase, normal_case, read_post, share_body, strip_article

ITEM_KINDS = frozenset({"name", "post", "body", "title-less"})
GLUE_KINDS = frozenset(
    {"affiliation", "comma", "and", "semicolon", "det", "others", "respectively", "open", "close", "pronoun"}
)
LIST_KINDS = ITEM_KINDS | GLUE_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One person of a list (`name`), a post that stands for its holder (`name` None), or a collective (`group`).

    `affiliation` is the body printed behind the name ('Professor X of the Institute').
    """

    start: int
    end: int
    name: NameSpan | None = None
    posts: tuple[PostPhrase, ...] = ()
    group: str = ""
    pronoun: str = ""
    affiliation: str = ""


@dataclass(slots=True)
class _Item:
    """A name or a block of posts that nothing but 'and' divides; `tied` where no comma stands before the next."""

    kind: str
    chunks: list[Chunk] = field(default_factory=list)
    comma_before: bool = True
    anded: bool = False
    posts: list[PostPhrase] = field(default_factory=list)
    affiliation: str = ""

    @property
    def plural(self) -> bool:
        return any(post.plural for post in self.posts)


def read_list(text: str, chunks: Sequence[Chunk]) -> tuple[Entry, ...]:
    """Read chunks of `LIST_KINDS` into entries, in the printed order; other kinds are passed over."""
    items = _items(text, chunks)
    respectively = any(chunk.kind == "respectively" for chunk in chunks)
    owners = _owners(items, respectively=respectively)
    entries: list[Entry] = []
    taken = {block for blocks in owners.values() for block in blocks}
    for number, item in enumerate(items):
        if item.kind == "name":
            name = item.chunks[0].name
            assert name is not None
            blocks = owners.get(number, [])
            rank = {block: _rank(owners, block, number) for block in blocks}
            posts = [
                post for block in blocks for post in _dealt(items[block].posts, rank[block], respectively)
            ]
            start = min([item.chunks[0].start, *(items[block].chunks[0].start for block in blocks)])
            entries.append(
                Entry(
                    start=start,
                    end=item.chunks[0].end,
                    name=name,
                    affiliation=item.affiliation,
                    posts=tuple(post for post in posts if not post.generic),
                )
            )
        elif item.kind == "pronoun":
            chunk = item.chunks[0]
            entries.append(Entry(start=chunk.start, end=chunk.end, pronoun=chunk.text.lower()))
        elif item.kind == "group":
            first, last = item.chunks[0], item.chunks[-1]
            entries.append(Entry(start=first.start, end=last.end, group=text[first.start : last.end]))
        elif number not in taken and item.posts:
            first, last = item.chunks[0], item.chunks[-1]
            words = text[first.start : last.end]
            if item.plural or all(post.generic for post in item.posts):
                entries.append(Entry(start=first.start, end=last.end, group=strip_article(words)))
            else:
                entries.append(Entry(start=first.start, end=last.end, posts=tuple(item.posts)))
    return tuple(entries)


def _items(text: str, chunks: Sequence[Chunk]) -> list[_Item]:
    items: list[_Item] = []
    separator = True  # a comma, a semicolon or nothing yet
    joined = False  # an 'and'
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        if chunk.kind == "open":
            stop = _skip_parenthesis(chunks, at)
            if items and items[-1].kind == "name":
                _bracketed(text, items, chunks[at + 1 : stop - 1])
            at = stop
            continue
        if chunk.kind in ("comma", "semicolon"):
            separator, joined = True, False
        elif chunk.kind == "and":
            joined = True
        elif chunk.kind == "others":
            at = _take_group(items, chunks, at)
            separator, joined = True, False
            continue
        elif chunk.kind == "name":
            items.append(_Item("name", [chunk], comma_before=separator or joined))
            separator = joined = False
        elif chunk.kind == "affiliation":
            _affiliate(text, items, chunk)
        elif chunk.kind == "pronoun":
            items.append(_Item("pronoun", [chunk], comma_before=separator))
            separator = joined = False
        elif chunk.kind in ("post", "body", "title-less"):
            _take_post(text, items, chunk, separator, joined)
            separator = joined = False
        at += 1
    for item in items:
        if item.kind == "post":
            item.posts = share_body(item.posts)
    return items


def _affiliate(text: str, items: list[_Item], chunk: Chunk) -> None:
    """Give the body behind a name to the bodiless title that touches the name in front."""
    if items and items[-1].kind == "name":
        items[-1].affiliation = normal_case(strip_article(chunk.text))
    if len(items) < 2 or items[-2].kind != "post" or items[-1].comma_before or not items[-2].posts:
        return
    last = items[-2].posts[-1]
    if not last.body:
        items[-2].posts[-1] = replace(last, body=normal_case(strip_article(chunk.text)))


def _bracketed(text: str, items: list[_Item], inner: Sequence[Chunk]) -> None:
    """'Rao (special envoy, secretary of the board)': posts in parentheses behind a name are that person's."""
    held: list[_Item] = []
    for chunk in inner:
        if chunk.kind == "post":
            _take_post(text, held, chunk, separator=True, joined=False)
        elif chunk.kind not in ("comma", "and", "semicolon", "det", "body"):
            return
    posts = [post for item in held for post in item.posts if not post.generic]
    if posts:
        items.append(_Item("post", list(inner), comma_before=False, posts=posts))


def _skip_parenthesis(chunks: Sequence[Chunk], at: int) -> int:
    for stop in range(at + 1, min(len(chunks), at + 12)):
        if chunks[stop].kind == "close":
            return stop + 1
    return at + 1


def _take_group(items: list[_Item], chunks: Sequence[Chunk], at: int) -> int:
    """'and other provincial leaders' is one collective; a bare 'and others' adds nobody who can be counted."""
    stop = at + 1
    while stop < len(chunks) and chunks[stop].kind in ("post", "body", "title-less", "and"):
        stop += 1
    while stop > at + 1 and chunks[stop - 1].kind == "and":
        stop -= 1
    following = chunks[at + 1 : stop]
    singular = (
        following and following[0].kind == "post" and not following[0].plural and not following[0].generic
    )
    if following and not singular and chunks[at].text.lower() in ("other", "further"):
        if stop < len(chunks) and chunks[stop].kind == "name":
            return at + 1
        items.append(_Item("group", list(chunks[at:stop])))
        return stop
    return at + 1


def _take_post(text: str, items: list[_Item], chunk: Chunk, separator: bool, joined: bool) -> None:
    post = read_post(text, chunk.start, chunk.end) if chunk.kind == "post" else None
    last = items[-1] if items else None
    if post is None:
        words = strip_article(text[chunk.start : chunk.end])
        if (
            last is not None
            and last.kind == "post"
            and last.posts
            and not last.posts[-1].body
            and separator
            and not joined
        ):
            # 'Manager, System Open Market Account': the body follows its title after a comma.
            before = last.posts[-1]
            last.posts[-1] = PostPhrase(
                title=before.title,
                body=words,
                start=before.start,
                end=chunk.end,
                plural=before.plural,
                generic=before.generic,
                head=before.head,
            )
            last.chunks.append(chunk)
            return
        post = _membership(words, chunk)
        if post is None:
            return
    # 'heads of towns and Deputy Mayor A': a collective, then a person
    apart = len(items) == 1 and items[0].plural and not post.plural
    if last is not None and last.kind == "post" and joined and not separator and not apart:
        last.posts.append(post)
        last.chunks.append(chunk)
        return
    alone = joined and not separator
    items.append(_Item("post", [chunk], comma_before=separator or joined, anded=alone, posts=[post]))


def _membership(words: str, chunk: Chunk) -> PostPhrase | None:
    """'Municipal Standing Committee, Minister X': a body that stands as a post means a member of it."""
    low = words.lower()
    if (
        re.search(r"\b(?:committee|party group|presidium|politburo|political bureau)$", low)
        or "standing committee" in low
    ):
        return PostPhrase(title="Member", body=words, start=chunk.start, end=chunk.end, head="member")
    return None


def _owners(items: list[_Item], *, respectively: bool = False) -> dict[int, list[int]]:
    """Which blocks of posts belong to which names: name index -> block indices, in printed order."""
    names = [number for number, item in enumerate(items) if item.kind == "name"]
    owners: dict[int, list[int]] = {}
    if not names:
        return owners
    prefix = _is_prefix_list(items)
    for number, item in enumerate(items):
        if item.kind != "post":
            continue
        after = next((n for n in names if n > number), None)
        before = next((n for n in reversed(names) if n < number), None)
        touching_next = (
            number + 1 < len(items)
            and items[number + 1].kind == "name"
            and not items[number + 1].comma_before
        )
        touching_last = number > 0 and items[number - 1].kind == "name" and not item.comma_before
        if after is None and item.anded and item.plural and not touching_last:
            continue  # 'Mayor A and representatives of the banks': people of their own, not what A is
        following = items[number + 1] if number + 1 < len(items) else None
        opens = item.plural and before is None
        if opens and following is not None and following.kind == "post" and following.anded:
            continue  # 'the heads of towns and Deputy Mayor A': a collective, then a person
        if touching_next or before is None:
            owner = after
        elif touching_last or after is None:
            owner = before
        else:
            owner = after if prefix else before
        if owner is None:
            continue
        if not (touching_next or touching_last) and _crosses_group(items, number, owner):
            continue
        span = _span_of(items, number, owner, names, dealt=respectively)
        for name in span:
            owners.setdefault(name, []).append(number)
    return owners


def _is_prefix_list(items: list[_Item]) -> bool:
    first = next((item for item in items if item.kind in ("name", "post")), None)
    if first is None or first.kind == "post":
        return True
    # Opens with a name: a suffix list, unless every later post touches the name that follows it.
    posts = [n for n, item in enumerate(items) if item.kind == "post"]
    touching = [
        n
        for n in posts
        if n + 1 < len(items) and items[n + 1].kind == "name" and not items[n + 1].comma_before
    ]
    ends_with_post = items[-1].kind == "post" or (
        items[-1].kind == "group" and len(items) > 1 and items[-2].kind == "post"
    )
    return bool(touching) and not ends_with_post and items.index(first) + 1 not in set(posts) - set(touching)


def _crosses_group(items: list[_Item], block: int, owner: int) -> bool:
    low, high = sorted((block, owner))
    return any(items[n].kind in ("group", "pronoun") for n in range(low + 1, high))


def _span_of(items: list[_Item], block: int, owner: int, names: list[int], *, dealt: bool) -> list[int]:
    """The names that a block covers: its owner, or, if plural or `dealt` out, the run of bare names that goes with it."""
    if not items[block].plural and not (dealt and len(items[block].posts) > 1):
        return [owner]
    span = []
    if owner > block:
        for name in names:
            if name < owner:
                continue
            if any(items[n].kind != "name" for n in range(owner, name)):
                break
            span.append(name)
    else:
        for name in reversed(names):
            if name > owner:
                continue
            if any(items[n].kind != "name" for n in range(name, owner)):
                break
            span.append(name)
        span.reverse()
    # 'vice governors A, B and Secretary-General C': C has a post of its own and is not reached here,
    # because the block of C stands between; a name that a touching post claims is left out.
    return [
        name
        for name in span
        if name == owner or not (items[name - 1].kind == "post" and not items[name].comma_before)
    ]


def _rank(owners: dict[int, list[int]], block: int, name: int) -> tuple[int, int]:
    sharers = sorted(n for n, blocks in owners.items() if block in blocks)
    return sharers.index(name), len(sharers)


def _dealt(posts: list[PostPhrase], rank: tuple[int, int], respectively: bool) -> list[PostPhrase]:
    """Deal the n-th post to the n-th name where 'respectively' pairs as many posts as names."""
    place, sharers = rank
    if respectively and sharers > 1 and len(posts) == sharers:
        return [posts[place]]
    if respectively and sharers > 1 and len(posts) == 1:
        parts = split_conjunction(posts[0].body, sharers)
        if parts:
            post = posts[0]
            return [
                PostPhrase(
                    title=post.title,
                    body=parts[place],
                    start=post.start,
                    end=post.end,
                    plural=post.plural,
                    generic=post.generic,
                    head=post.head,
                )
            ]
    return posts


def split_conjunction(words: str, count: int) -> list[str] | None:
    """Split 'Banks of A, B, and C' into `count` bodies with the head kept; None where it does not come out even."""
    match = re.match(r"(.*?\b(?:of|for)\s+)(.+)$", words)
    head, rest = (match.group(1), match.group(2)) if match else ("", words)
    parts = [part.strip() for part in re.split(r",\s*(?:and\s+)?|\s+and\s+", rest) if part.strip()]
    last = parts[-1].split(" ", 1) if parts else []
    if not head and len(last) == 2 and all(" " not in part for part in parts[:-1]):
        # 'Quanzhou and Xiamen Municipal Party Committees': the places share what follows the last
        tail = re.sub(r"(?<=[a-z])s$", "", last[1])
        parts = [f"{part} {tail}" for part in [*parts[:-1], last[0]]]
    return [head + part for part in parts] if len(parts) == count else None
