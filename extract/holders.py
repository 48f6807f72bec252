"""Who holds a post that stands without a name: whoever the report names beside that post, wherever it does.

'The President of the Republic brought together the Council', and three sentences on 'the President, Mr Edmond Marchal, noted':
one man. Two names beside one post, or a former holder, mean nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extract.chunk_record import Chunk
from extract.folding import fold
from extract.names_span import NameSpan
from extract.post_fields import is_short_for
from extract.post_phrase import PostPhrase
from extract.posts import read_post

ALIASES = {"pm": "prime minister", "premier": "prime minister"}
SMALL = frozenset({"of", "the", "and", "for", "s", "republic", "state", "country", "nation", "kingdom"})
ONCE = re.compile(
    r"\b(?:former|late|then|ex|past|outgoing|designate|elect|acting)(?:[ -]\w+)?\W*$", re.IGNORECASE
)
MONARCHS = frozenset(["King", "Emir"])
LED_BY = re.compile(r"(?:the )?(?:\w+ )?(?:leadership|patronage|guidance|reign|spirit) of\b", re.IGNORECASE)
NAMED_BEFORE = 12  # letters before a post in which 'the late' stands


def named_holders(text: str, sentences: Iterable[Sequence[Chunk]]) -> list[tuple[PostPhrase, NameSpan]]:
    """Every post of one person with the name that touches it, on either side, perhaps behind a comma."""
    out = []
    for chunks in sentences:
        for at, chunk in enumerate(chunks):
            if chunk.kind == "name" and chunk.name is not None and chunk.name.honorific in MONARCHS:
                title = chunk.name.honorific
                crown = PostPhrase(title=title, body="", start=chunk.start, end=chunk.end, head=title.lower())
                out.append((crown, chunk.name))
            if chunk.kind != "post" or chunk.plural or chunk.generic or LED_BY.match(chunk.text):
                continue
            name = _beside(chunks, at)
            if name is None or ONCE.search(text[max(0, chunk.start - NAMED_BEFORE) : chunk.start]):
                continue
            post = read_post(text, chunk.start, chunk.end)
            if post is not None and not ONCE.match(post.title) and name.style != "single" and not name.within:
                out.append((post, name))
    return out


def the_holder(title: str, body: str, named: Iterable[tuple[PostPhrase, NameSpan]]) -> NameSpan | None:
    """The one person named beside this title, of no other body; None where two are."""
    wanted, words = _plain(title), _words(body)
    fits = {
        fold(name.name): name
        for post, name in named
        if (_plain(post.title) == wanted or (post.whole and is_short_for(wanted, post.title)))
        and words <= _words(post.body)
    }
    return next(iter(fits.values())) if len(fits) == 1 else None


def _beside(chunks: Sequence[Chunk], at: int) -> NameSpan | None:
    kinds = [chunk.kind for chunk in chunks[at + 1 : at + 3]]
    if kinds[:1] == ["name"]:
        return chunks[at + 1].name
    if kinds == ["comma", "name"]:
        return chunks[at + 2].name
    clause = at + 1 < len(chunks) and chunks[at + 1].kind in ("verb", "auxiliary", "adverb")
    if at >= 2 and chunks[at - 1].kind == "comma" and chunks[at - 2].kind == "name" and not clause:
        return chunks[at - 2].name
    return None


def _plain(title: str) -> str:
    low = title.lower()
    return ALIASES.get(low, low)


def _words(body: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", body.lower()) if word not in SMALL)
