"""A post as one report words it, and the words that a list put behind it settled as its body or as a part of its title."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.post_fields import settled
from extract.post_settled import SHARED


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPhrase:
    """A post as one report words it: `title` ('Deputy Secretary'), `body` ('Municipal Party Committee' or '').

    `level` is what the words say where they name no body ('the vice provincial governor'), `ranked` the words that say
    it in front of the title; `own` where the body is that of the post before ('head of its United Front Work Department').
    `joint` is the word between title and body ('of', `IN_FRONT` where the body stands first, '' where a comma divides them),
    `whole` where the words say all that the post is of ('Finance Director'): nothing completes it.
    `plural` where the words stand for several people ('vice governors'); `generic` where they name no post
    ('city leaders'); `start:end` is the phrase in the text.
    """

    title: str
    body: str
    start: int
    end: int
    plural: bool = False
    generic: bool = False
    head: str = ""
    level: str = ""
    ranked: str = ""
    own: bool = False
    joint: str = ""
    whole: bool = False


def with_field(post: PostPhrase) -> PostPhrase:
    """Settle the words that a list put behind a post as its body: 'Manager' and 'Parking' are the 'Manager, Parking'."""
    if post.whole or not post.body or post.joint == SHARED:
        return post
    kept = settled(post.title, post.head, post.body, post.joint)
    return replace(post, title=kept.title, body=kept.body, whole=kept.whole)
