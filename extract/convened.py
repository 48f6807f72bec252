"""Gatherings that no noun names: 'The State Council met on Thursday', 'Officials conferred in Lhasa on 4 May'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.gathering_record import GatheringMention
from extract.host_words import COUNCILS
from extract.post_words import normal_case, strip_article

CAME_TOGETHER = frozenset(
    {"met", "meets", "convened", "convenes", "conferred", "gathered", "assembled", "sat"}
)
AFTER = re.compile(
    r"^(?:in|on|at|for|to|here|today|yesterday|again|last|this|\w+day|,|\.)$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
FUTURE = re.compile(r"\b(?:will|shall|would|to|should|must|can|had|has|have)(?: be)?\s*$", re.IGNORECASE)
PRESS = re.compile(
    r" (?:the )?(?:press|media|reporters|journalists)\b"
)  # 'the Information Office invited the press'
TOGETHER = CAME_TOGETHER | {"invited"}
PASSED_OVER = frozenset({"adverb", "close"})


def convened(text: str, chunks: Sequence[Chunk]) -> tuple[GatheringMention, ...]:
    """Read the meetings that a body or a collective is said to have held by coming together."""
    out = []
    for at, chunk in enumerate(chunks):
        if chunk.kind == "verb" and chunk.text.lower() in ("convened", "convenes"):
            council = _council_convened(chunks, at)
            out += council
            if council:
                continue
        if chunk[0] not in ("word", "verb") or (low := chunk[3].lower()) not in TOGETHER:
            continue
        press = low == "invited"
        if press and not PRESS.match(text, chunk.end):
            continue
        following = next((c for c in chunks[at + 1 :] if not c.text.endswith("ly")), None)
        if following is not None and not press and not AFTER.match(following.text):
            continue
        subject = next((c for c in reversed(chunks[:at]) if c.kind not in PASSED_OVER), None)
        if subject is None or FUTURE.search(text[chunks[0].start : chunk.start]):
            continue
        plural = subject.kind in ("post", "title-less") and (
            subject.plural or subject.text.lower().endswith("s")
        )
        if subject.kind != "body" and not plural:
            continue
        host = normal_case(strip_article(subject.text)) if subject.kind == "body" else ""
        out.append(
            GatheringMention(
                name=f"{'briefing' if press else 'meeting'} of the {host}" if host else "meeting",
                kind="press conference" if press else "meeting",
                start=subject.start,
                end=chunk.end,
                held=True,
                cited=False,
                host=host,
            )
        )
    return tuple(out)


def _council_convened(chunks: Sequence[Chunk], at: int) -> list[GatheringMention]:
    """'X convened the Council of Ministers': the council met."""
    council = next((chunk for chunk in chunks[at + 1 : at + 3] if chunk.kind != "det"), None)
    if council is None or council.kind != "body" or council.head not in COUNCILS:
        return []
    host = normal_case(strip_article(council.text))
    return [
        GatheringMention(
            name=f"meeting of the {host}",
            kind="meeting",
            start=chunks[at].start,
            end=council.end,
            held=True,
            cited=False,
            host=host,
        )
    ]
