"""Posts of a list that opens with a name: behind their names, a plural one for all of them.

'Mr. A, Secretary Mr. B, Counsel'; 'Messrs. C and D, Presidents of ...' covers the names since the last post.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.list_dealing import split_conjunction
from extract.list_record import Entry
from extract.post_phrase import PostPhrase
from extract.post_words import strip_article
from extract.posts import read_post
from extract.vocabulary import vocabulary

COUNTED = re.compile(
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|some|no|many)\b|members of (?:the )?(?:public|press)",
    re.IGNORECASE,
)


def suffix_list(text: str, chunks: Sequence[Chunk]) -> tuple[Entry, ...]:
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
    if len(group) == 1 and not all(post.plural for post in posts):
        posts = [post for post in posts if not post.plural]  # 'Ann Low, Clerk, and members of the press'
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
