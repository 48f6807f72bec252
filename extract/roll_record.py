"""What the reader of attendance lists makes of the words between two signs."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.names_span import NameSpan
from extract.names_suffix import SUFFIX
from extract.post_phrase import PostPhrase


@dataclass(slots=True)
class Part:
    """What stands between two signs: names, then the post of the last of them; `prefix` where the post came first.

    `plural` is a title that goes on for the names behind ('Commissioners Ann Low, Carl Moss') or for those before ('..., Alternates'); `aside` an affiliation, in `words`;
    `status` what a remark says of the person: 'absent' or 'attended'.
    """

    start: int
    end: int
    names: tuple[NameSpan, ...] = ()
    posts: list[PostPhrase] = field(default_factory=list)
    prefix: bool = False
    plural: bool = False
    aside: bool = False
    status: str = ""
    words: str = ""


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without white space, bullets and the stop at its end ('Jr.' and initials keep theirs)."""
    while start < end and (text[start].isspace() or text[start] in "*•·●▪-–—.'\"’`"):
        start += 1
    while end > start and (
        text[end - 1].isspace() or text[end - 1] in "*,;:†‡" or text[end - 2 : end] in (" .", "..")
    ):
        end -= 1
    while (
        end - start > 3 and text[end - 1].isdigit() and (text[end - 2].islower() or text[end - 3].islower())
    ):
        end -= 1  # the number of a footnote
    if (
        end - start > 4
        and text[end - 1] == "."
        and text[end - 4 : end - 1].isalpha()
        and not SUFFIX.search(text[start - 1 : end])
    ):
        end -= 1
    return start, end
