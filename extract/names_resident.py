"""People whom minutes name with their address: 'Wade Low, 12 Mill Rd., spoke'. The address shows that the words are a name."""

from __future__ import annotations

from corpus.needed import guarded
from extract.names_span import NameSpan
from extract.roll_names import name_at

RESIDENT = guarded(
    r"(?:^|(?<=[.:;\n•*-] )|(?<=\n))(?P<name>[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){1,3}),? \(?(?:of |at |from |residing at )?\d{1,5}[A-Za-z]? (?:[NSEW]\.? )?[A-Z0-9][\w’'.-]*(?: [A-Z][\w’'.-]*){0,2}? ?"
    r"\b(?:St|Street|Rd|Road|Ave|Avenue|Lane|Ln|Dr|Drive|Court|Ct|Blvd|Boulevard|Way|Circle|Cir|Place|Pl|Terrace|Highway|Hwy|Route|Trail|Pike|Parkway|Close|Crescent)\b"
)


def residents(text: str, start: int, end: int) -> tuple[NameSpan, ...]:
    """Find the people with an address in the sentence `text[start:end]`."""
    found = (name_at(text, *match.span("name")) for match in RESIDENT.finditer(text, start, end))
    return tuple(name for name in found if name is not None and name.style != "single")
