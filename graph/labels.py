"""Validate hand-made answers: what can be wrong with a label is found before a program is measured against it.

A label is held against the report that it is about: whoever is named has to stand in its text. Each mistake says the
file, the report and the row.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from corpus.records import Document
from extract.dates_edtf import is_edtf
from extract.roles import PRESENT
from graph.gold import GoldError, file_name, name_key

Text, Texts, Flag, Numbers = "a text", "a list of texts", "true or false", "a list of numbers"
Entries, Date, Choices = "a list of entries", "a text or null", "a list of texts and nulls"
DOCUMENT = {
    "document": Text, "meetings": Entries, "published": Date, "published_ok": Choices, "phenomena": Numbers,
    "invoked": Texts, "invoked_optional": Texts, "press": Texts, "press_ok": Texts, "neither": Texts,
    "meetings_cited": Texts, "note": Text,
}  # fmt: skip
MEETING = {
    "present": Entries, "name": Text, "kind": Text, "ordinal": Text, "date": Date, "date_ok": Choices, "place": Date,
    "place_ok": Choices, "place_inferable": Text, "venue": Text, "host": Date, "host_ok": Choices, "absent": Texts,
    "groups_present": Texts, "optional": Flag, "note": Text,
}  # fmt: skip
PERSON = {
    "name": Text, "roles": Texts, "roles_ok": Texts, "posts": Texts, "posts_ok": Texts, "aliases": Texts,
    "optional": Flag, "note": Text,
}  # fmt: skip
WORD = re.compile(r"[^\W\d_\u4e00-\u9fff][^\W\d_\u4e00-\u9fff\u0300-\u036f]*|[\u4e00-\u9fff]")
NAMED = ("invoked", "press", "neither")


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelError:
    """A mistake in a gold file: `row` says where in the report's entry ('meeting 2, present 5'), '' for the entry."""

    file: str
    document: str
    row: str
    message: str

    def __str__(self) -> str:
        """Say it in one line."""
        return ": ".join(part for part in (self.file, self.document, self.row, self.message) if part)


def label_errors(gold: Path, documents: Iterable[Document]) -> list[LabelError]:
    """Return what is wrong with the labels of a gold file, or of each in a folder, held against their reports.

    In the order of the files, then of their entries, then labels that are missing: a report without an entry is a mistake
    too. Raises GoldError where there is no gold file or one is no JSON.
    """
    files = sorted(gold.rglob("*.json")) if gold.is_dir() else [gold]
    if not files or not gold.exists():
        raise GoldError(f"no such gold file or folder: {gold}")
    reports = {file_name(document.path): document for document in documents}
    found: list[LabelError] = []
    seen: Counter[str] = Counter()
    for file in files:
        for index, entry in enumerate(_entries(file), start=1):
            known = isinstance(entry, Mapping) and isinstance(entry.get("document"), str)
            name = str(entry["document"]) if known else f"entry {index}"
            seen[file_name(name)] += 1
            mistakes = _of_document(entry, reports.get(file_name(name)))
            if seen[file_name(name)] == 2:
                mistakes = [("", "this report has two entries"), *mistakes]
            found += (LabelError(file=file.name, document=name, row=row, message=m) for row, m in mistakes)
    unlabelled = sorted(set(reports) - set(seen))
    return found + [LabelError(file="", document=n, row="", message="has no entry") for n in unlabelled]


def _entries(file: Path) -> list[Any]:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise GoldError(f"{file} is no JSON file: {error}") from error
    if not isinstance(content, Mapping) or not isinstance(content.get("documents"), list):
        raise GoldError(f"{file} is no gold file: it has no list 'documents'")
    return list(content["documents"])


Mistakes = Iterator[tuple[str, str]]


def _of_document(entry: Any, report: Document | None) -> list[tuple[str, str]]:
    shape = [*_shape(entry, DOCUMENT, ""), *_shapes_within(entry)]
    if shape:
        return shape  # the rest could not be read safely
    if report is None:
        return [("", "no such report among those given")]
    text = _letters(report.text)
    found = [("", f"{name!r} ({kind}) does not stand in the report")
             for kind in NAMED for name in entry.get(kind, ()) if not _stands(name, text)]  # fmt: skip
    found += _date_errors("", "published", [entry.get("published"), *entry.get("published_ok", ())])
    for number, meeting in enumerate(entry["meetings"], start=1):
        found += _of_meeting(meeting, f"meeting {number}", text)
    return found


def _shapes_within(entry: Any) -> Mistakes:
    meetings = entry.get("meetings") if isinstance(entry, Mapping) else None
    for number, meeting in enumerate(meetings if isinstance(meetings, list) else (), start=1):
        yield from _shape(meeting, MEETING, f"meeting {number}")
        present = meeting.get("present") if isinstance(meeting, Mapping) else None
        for place, person in enumerate(present if isinstance(present, list) else (), start=1):
            yield from _shape(person, PERSON, f"meeting {number}, present {place}")


def _shape(entry: Any, fields: Mapping[str, str], row: str) -> Mistakes:
    if not isinstance(entry, Mapping):
        yield row, f"{str(entry)[:60]!r} is no entry (an object with fields)"
        return
    needed = {"name", "roles"} if fields is PERSON else {"document", "meetings", "present"} & set(fields)
    for field in sorted(needed - set(entry)):
        yield row, f"the field {field!r} is missing"
    for field, value in entry.items():
        if field not in fields:
            yield row, f"the field {field!r} is unknown"
        elif not _is(value, fields[field]):
            yield row, f"{field!r} has to be {fields[field]}, not {str(value)[:60]!r}"


def _is(value: Any, kind: str) -> bool:
    if kind == Flag:
        return isinstance(value, bool)
    if kind == Text or (kind == Date and value is not None):
        return isinstance(value, str) and value == value.strip() != ""
    if kind == Date:
        return True
    item: Any = {Texts: str, Choices: str | None, Numbers: int, Entries: object}[kind]
    return isinstance(value, list) and all(isinstance(one, item) and one != "" for one in value)


def _of_meeting(meeting: Mapping[str, Any], row: str, text: _Letters) -> Mistakes:
    yield from _date_errors(row, "date", [meeting.get("date"), *meeting.get("date_ok", ())])
    absent = meeting.get("absent", ())
    for name in absent:
        if not _stands(name, text):
            yield row, f"{name!r} (absent) does not stand in the report"
    spelled: dict[str, Mapping[str, Any]] = {}
    away = {name_key(name) for name in absent}
    for place, person in enumerate(meeting["present"], start=1):
        here = f"{row}, present {place}"
        yield from _of_person(person, here, text)
        name = person["name"]
        spellings = {name_key(one) for one in (name, *person.get("aliases", ()))} - {""}
        for key in sorted(spellings & set(spelled)):
            if not _told_apart(person, spelled[key]):
                yield here, f"{name!r} is there already, as {spelled[key]['name']!r} with the same posts"
                break
        spelled |= dict.fromkeys(spellings, person)
        if spellings & away:
            yield here, f"{name!r} is present and absent"


def _of_person(person: Mapping[str, Any], row: str, text: _Letters) -> Mistakes:
    name, roles, tolerated = person["name"], person["roles"], person.get("roles_ok", [])
    if not roles:
        yield row, f"{name!r} has no role"
    for role in sorted({*roles, *tolerated} - PRESENT):
        yield row, f"{role!r} of {name!r} is no role of somebody present"
    for kind in ("roles", "posts", "aliases"):
        for value in _repeated(person.get(kind, [])):
            yield row, f"{value!r} stands twice among the {kind} of {name!r}"
    if not any(_stands(one, text) for one in (name, *person.get("aliases", ()))):
        yield row, f"{name!r} does not stand in the report, nor does another spelling"
    for post in person.get("posts", ()):
        if ";" in post:
            yield row, f"the post {post!r} of {name!r} holds a ';', which divides posts"


def _told_apart(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Two people of one name in one room are two where each has posts, and not the same."""
    posts, others = set(one.get("posts", ())), set(other.get("posts", ()))
    return bool(posts and others) and posts != others


def _date_errors(row: str, field: str, dates: Sequence[str | None]) -> list[tuple[str, str]]:
    return [(row, f"{field} {date!r} is no EDTF date") for date in dates if date and not is_edtf(date)]


def _repeated(values: Sequence[str]) -> list[str]:
    return sorted(value for value, number in Counter(values).items() if number > 1)


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of a text, folded as names are, and where a word begins or ends among them."""

    text: str
    borders: frozenset[int]


def _letters(text: str) -> _Letters:
    words = [name_key(word) for word in WORD.findall(unicodedata.normalize("NFKD", text))]
    return _Letters("".join(words), frozenset(accumulate(map(len, words), initial=0)))


def _stands(name: str, letters: _Letters) -> bool:
    """Whether whole words of the text spell a name: 'Zhao Lina' does not stand in 'Zhao Lin asked'."""
    key = name_key(name)
    at = letters.text.find(key) if key else -1
    while at >= 0 and not {at, at + len(key)} <= letters.borders:
        at = letters.text.find(key, at + 1)
    return at >= 0
