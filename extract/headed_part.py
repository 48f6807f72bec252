"""The chunks that belong to a list under a heading: from the heading to the first that no list holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.list_record import LIST_KINDS
from extract.told_lines import tells
from extract.vocabulary import vocabulary

IN_THE_CHAIR = re.compile(r"in the chair\b", re.IGNORECASE)
PUBLIC = re.compile(r"(?:[\w-]+ )?members? of (?:the )?(?:public|press)", re.IGNORECASE)
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


def by_line(chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
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


def led_by_posts(text: str, chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Put a name in front of the post that leads to it behind a semicolon: 'Ann Low; Library Director Carl Moss, Kate Bell'."""
    out = list(chunks)
    for number in range(len(out) - 2):
        before, post, name = out[number : number + 3]
        if (
            (before.kind, post.kind, name.kind) == ("semicolon", "post", "name")
            and before.text == ";"
            and not post.plural
            and text[post.end : name.start].strip(" ") == ""
        ):
            out[number + 1 : number + 3] = [name, post]
    return tuple(out)


def list_part(text: str, chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """The chunks up to the first that no list holds; a line break divides like a semicolon."""
    out: list[Chunk] = []
    skip = -1
    for number, chunk in enumerate(chunks):
        if number <= skip:
            continue
        if chunk.kind == "post" and PUBLIC.fullmatch(chunk.text):
            out.append(Chunk(kind="semicolon", start=chunk.start, end=chunk.end, text=chunk.text))
            continue
        if out and chunk.text == "in" and IN_THE_CHAIR.match(text, chunk.start):
            skip = number + 1
            continue
        if chunk.kind == "open":
            if "\n\n" in text[(out[-1].end if out else 0) : chunk.start].replace(" ", ""):
                break  # a remark in brackets of its own is no part of the list
            closing = next(
                (n for n in range(number, min(len(chunks), number + 12)) if chunks[n].kind == "close"), None
            )
            if closing is not None:
                inner = [c for c in chunks[number + 1 : closing] if c.kind == "name"]
                if len(inner) == 1 and out and out[-1].kind in ("post", "title-less"):
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
            if "\n" in gap and (_opens_sentence(chunks, number) or tells(text, chunk.start)):
                break
            if "\n" in gap:
                out.append(Chunk(kind="semicolon", start=out[-1].end, end=chunk.start, text=gap))
        if chunk.kind == "name" and out and out[-1].kind == "post" and "(" in text[out[-1].end : chunk.start]:
            out += _named_in_brackets(out.pop(), chunk)
        elif chunk.kind in LIST_KINDS:
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
    """'Tamblyn and the secretary (Mr. J. Sumption)': an entry of its own, the name in front of its post, if that is one."""
    divide = Chunk(kind="semicolon", start=post.start, end=post.start, text=";")
    held = [post] if post.kind == "post" else []
    return [divide, name, *held, divide._replace(start=name.end, end=name.end)]


def _ends_block(chunks: Sequence[Chunk], number: int) -> bool:
    kinds = [chunk.kind for chunk in chunks[number : number + 4]]
    if kinds[:3] == ["body", "colon", "name"] and kinds[3:] == ["comma"]:
        return False  # 'Commission:' above names with their posts: a part of the list
    return not any(chunk.kind in ("name", "post") for chunk in chunks[number : number + 2])


def _opens_sentence(chunks: Sequence[Chunk], number: int) -> bool:
    """'Cllr Lund said that', 'Chairman Lund called': a name with a word behind it that joins nothing to a list."""
    if chunks[number].kind == "post" and number + 1 < len(chunks) and chunks[number + 1].kind == "name":
        number += 1
    if chunks[number].kind != "name" or number + 1 >= len(chunks):
        return False
    word = chunks[number + 1]
    return (
        word.kind in ("word", "auxiliary", "verb")
        and word.text.isalpha()
        and word.text.islower()
        and word.text not in BEHIND
    )


def _is_heading(chunk: Chunk) -> bool:
    return chunk.text.isupper()
