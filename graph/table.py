"""Records from a plain attendance table: the graph stage for people who have their own data."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpus.records import Document, Sentence, evidence_of
from extract.dates import is_edtf
from extract.identity_ids import slug
from extract.records import ROLES, Meeting, Participation, Person, Records

NEEDED = ("person", "meeting")


def records_of_table(source: str | Path | Any, *, name: str = "table") -> Records:
    """Make records of a table with the columns person and meeting and, if wanted, date (EDTF) and role.

    `source` is the path of a CSV file (UTF-8), a pandas data frame, or mappings. A row says that the person was at the
    meeting ('attended' without a role). People and meetings are who and what is written: equal cells are one. Every
    row becomes a line of the document `name`, so that every tie has its evidence.

    Raises ValueError, with the row's number, for an empty person or meeting, an unknown role, a date that is no EDTF, or
    a meeting with two dates; FileNotFoundError where there is no file.
    """
    rows, title = _rows(source, name)
    checked = [_checked(row, number, title) for number, row in enumerate(rows, 1)]
    text, spans = "", []
    for person, meeting, date, role in checked:
        line = f"{person} {role} {meeting}" + (f" ({date})" if date else "")
        spans.append((len(text), len(text) + len(line)))
        text += f"{line}\n"
    sentences = tuple(Sentence(start=a, end=b, zone="body") for a, b in spans)
    identity = sha256(f"{title}\n{text}".encode()).hexdigest()[:16]
    document = Document(id=f"d{identity}", path=title, title=title, text=text, sentences=sentences)
    people = _ids(row[0] for row in checked)
    meetings = _ids(row[1] for row in checked)
    dates = _dates(checked, title)
    first: dict[str, tuple[int, int]] = {}
    said = []
    for number, (row, span) in enumerate(zip(checked, spans, strict=True)):
        first.setdefault(row[1], span)
        said.append(_participation(document, row, span, people, meetings, number))
    return Records(
        documents=(document,) if checked else (),
        people=tuple(Person(id=key, name=name, label=name) for name, key in sorted(people.items(), key=_by_id)),
        meetings=tuple(
            Meeting(id=key, name=name, kind="meeting", date=dates[name], date_rule="table" if dates[name] else "",
                    documents=(document.path,), evidence=evidence_of(document, *first[name]))
            for name, key in sorted(meetings.items(), key=_by_id)
        ),
        participations=tuple(sorted(said, key=lambda p: (p.meeting_id, p.person_id, p.role, p.evidence.start))),
    )  # fmt: skip


def _rows(source: Any, name: str) -> tuple[list[Mapping[str, Any]], str]:
    if isinstance(source, str | Path):
        path = Path(source)
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file)), path.name
    if hasattr(source, "to_dict"):
        return source.to_dict("records"), name
    return list(source), name


def _checked(row: Mapping[str, Any], number: int, title: str) -> tuple[str, str, str, str]:
    where = f"{title}, row {number}"
    missing = [column for column in NEEDED if column not in row]
    if missing:
        raise ValueError(f"{where}: no column {' and no column '.join(missing)}")
    person, meeting, date, role = (_cell(row.get(column)) for column in ("person", "meeting", "date", "role"))
    if not person or not meeting:
        raise ValueError(f"{where}: no {'meeting' if person else 'person'}")
    if role and role not in ROLES:
        raise ValueError(f"{where}: unknown role {role!r}: one of {', '.join(ROLES)}")
    if date and not is_edtf(date):
        raise ValueError(f"{where}: not an EDTF date: {date!r}")
    return person, meeting, date, role or "attended"


def _cell(value: Any) -> str:
    """A cell as text on one line; None and NaN are empty."""
    return "" if value is None or value != value else " ".join(str(value).split())


def _ids(names: Iterable[str]) -> dict[str, str]:
    """Give each name a readable id; names that differ only in what an id cannot hold get numbers, in sorted order."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(set(names)):
        base = slug(name) or "x"
        key, number = base, 2
        while key in taken:
            key, number = f"{base}-{number}", number + 1
        taken.add(key)
        ids[name] = key
    return ids


def _dates(rows: Iterable[tuple[str, str, str, str]], title: str) -> dict[str, str | None]:
    dates: dict[str, str | None] = {}
    for _, meeting, date, _ in rows:
        if date and dates.get(meeting) not in (None, date):
            raise ValueError(f"{title}: {meeting!r} has two dates, {dates[meeting]} and {date}")
        dates[meeting] = date or dates.get(meeting)
    return dates


def _participation(
    document: Document,
    row: tuple[str, str, str, str],
    span: tuple[int, int],
    people: Mapping[str, str],
    meetings: Mapping[str, str],
    number: int,
) -> Participation:
    return Participation(
        document=document.path,
        meeting_id=meetings[row[1]],
        role=row[3],  # type: ignore[arg-type]
        rule=f"row {number + 1}",
        evidence=evidence_of(document, *span),
        surface=row[0],
        person_id=people[row[0]],
    )


def _by_id(item: tuple[str, str]) -> str:
    return item[1]
