"""Read .txt and .md: the text as it is, or without the marks of Markdown."""

from __future__ import annotations

import re

from corpus.decoding import decode
from corpus.formats import FileContent, RawReport

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,4000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD = re.compile(r"^([A-Za-z_]{2,20})\s*:\s*(\S.*)$", re.MULTILINE)
LINE_MARKS = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?=\S))", re.MULTILINE)
HEADING_TAIL = re.compile(r"[ \t]+#+[ \t]*$", re.MULTILINE)
STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,400}?)(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,400}?)(?<=\S)\*(?![\w*])")
LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\([^)\s]{0,500}\)")


def read_plain(data: bytes) -> FileContent:
    """Read a text file. Raises NotTextError for a binary file."""
    decoded = decode(data)
    return FileContent(reports=(RawReport(text=decoded.text, repairs=decoded.repairs),))


def read_markdown(data: bytes) -> FileContent:
    """Read a Markdown file: headings, emphasis and links lose their marks, front matter becomes metadata."""
    decoded = decode(data)
    text = decoded.text.replace("\r\n", "\n")
    metadata: dict[str, str] = {}
    front = FRONT_MATTER.match(text)
    if front is not None:
        metadata = {key.lower(): value.strip(" \"'") for key, value in FIELD.findall(front.group(1))}
        text = text[front.end() :]
    for pattern, kept in (
        (LINE_MARKS, ""),
        (HEADING_TAIL, ""),
        (STRONG, r"\2"),
        (EMPHASIS, r"\1"),
        (LINK, r"\1"),
    ):
        text = pattern.sub(kept, text)
    return FileContent(reports=(RawReport(text=text, metadata=metadata, repairs=decoded.repairs),))
