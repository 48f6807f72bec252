"""What the user's decisions are about, found in the corpus: a report, and a person, a meeting or a body in it."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.records import Document
from extract.decisions import Reference
from extract.folding import fold
from extract.local import LocalMeeting, Reading

Mention = tuple[str, str]  # (document path, local person key)


class NotThereError(LookupError):
    """What a decision is about is not in the corpus; the message says what is missing."""


def document_of(
    reference: Reference,
    docs: Mapping[str, Document],
    readings: Mapping[str, Reading],
    copies: Mapping[str, str],
) -> str:
    """The path of the report that is meant; of several copies of one text, the one that they repeat."""
    if reference.document in docs:
        found = [reference.document]
    else:
        found = sorted(path for path, document in docs.items() if document.id == reference.document)
    if not found or found[0] not in readings:
        raise NotThereError(f"no report '{reference.document}' was read")
    return copies.get(found[0], found[0])


def person_of(reference: Reference, read: Reading, now: Reading) -> str:
    wanted = fold(reference.name)
    people = {person.key: person for person in (*read.people, *now.people)}
    fits = sorted(
        key
        for key, person in people.items()
        if wanted in {key, fold(person.name), *map(fold, person.aliases)}
    )
    if wanted in fits:
        return wanted
    if len(fits) != 1:
        several = "several people are" if fits else "nobody is"
        raise NotThereError(f"{several} named '{reference.name}' in '{reference.document}'")
    return fits[0]


def meeting_of(reference: Reference, reading: Reading) -> LocalMeeting:
    """The meeting of this name in a report, or of this key ('m2': the second that it tells of) where several have one name."""
    held = [meeting for meeting in reading.meetings if not meeting.cited]
    fits = [m for m in held if fold(m.name) == fold(reference.name)]
    fits = fits or [m for m in held if m.key == reference.name]
    if len(fits) != 1:
        several = "several meetings are" if fits else "no meeting is"
        raise NotThereError(f"{several} named '{reference.name}' in '{reference.document}'")
    return fits[0]
