"""The list grammar: a stretch of chunks into people with their posts, and collectives.

Lists are printed in two orders, and one page mixes them: posts before the name ('Vice Governor A, Secretary B')
or after it ('A, vice governor, B, secretary'); `extract.list_owners` says whose a post is, `extract.list_dealing` deals
posts out one by one.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.list_dealing import dealt_out, joined_for_dealing, of_affiliation, rank_in
from extract.list_fields import of_country, of_field
from extract.list_items import items_of
from extract.list_owners import owners_of
from extract.list_record import Entry, Item
from extract.post_phrase import PostPhrase
from extract.post_words import strip_article


def read_list(text: str, chunks: Sequence[Chunk]) -> tuple[Entry, ...]:
    """Read chunks of `LIST_KINDS` into entries, in the printed order; other kinds are passed over."""
    items = items_of(text, chunks)
    respectively = "respectively" in [chunk[0] for chunk in chunks]
    if respectively:
        items = joined_for_dealing(items)
    owners = owners_of(items, respectively=respectively)
    entries: list[Entry] = []
    taken = {block for blocks in owners.values() for block in blocks}
    for number, item in enumerate(items):
        if item.kind == "name":
            name = item.chunks[0].name
            assert name is not None
            blocks = owners.get(number, [])
            posts = [
                post
                for block in blocks
                for post in _posts_of(items[block], owners, block, number, respectively)
            ]
            posts = [of_affiliation(post, items, number) for post in posts]
            posts = [of_country(of_field(post, item.field), item.affiliation) for post in posts]
            start = min([item.chunks[0].start, *(items[block].chunks[0].start for block in blocks)])
            entries.append(
                Entry(
                    start=start,
                    end=item.chunks[0].end,
                    name=name,
                    affiliation=item.affiliation,
                    field=item.field,
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


def _posts_of(
    item: Item, owners: dict[int, list[int]], block: int, name: int, respectively: bool
) -> list[PostPhrase]:
    """The posts of a block that go to a name: all of them, but where they are dealt out."""
    if not (respectively or item.bodies):
        return item.posts
    return dealt_out(item, rank_in(owners, block, name), respectively)
