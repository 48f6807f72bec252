"""Records from a plain attendance table: the graph stage for people who have their own data."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpus.records import Document, Sentence, evidence_of
from extract.dates_edtf import is_edtf
from extract.identity_ids import slug
from extract.records import Records
from extract.records_entities import Person
from extract.records_meetings import Meeting, Participation
from extract.roles import ROLES
from graph.tables import read_cell

NEEDED = ("person", "meeting")
Key = tuple[str, str]


def records_of_table(source: str | Path | Any, *, name: str = "table") -> Records:
    """Make records of a table with the columns person and meeting and, if wanted, date (EDTF) and role.

    `source` is the path of a CSV file (UTF-8), a pandas data frame, or mappings. A row says that the person was at the
    meeting ('attended' without a role). People and meetings are who and what is written: equal cells are one, unless columns
    person_id and meeting_id say who and what is one. `source` may be the folder of a build's tables, or of its export as CSV:
    then meetings that are only cited and re-published copies are left out, and rows without a meeting are people invoked
    outside of one. Every row becomes a line of the document `name`, so that every tie has its evidence.

    Raises ValueError, with the row's number, for an empty person or meeting, an unknown role, a date that is no EDTF, or
    a meeting with two dates; FileNotFoundError where there is no file.
    """
    rows, title = _rows(source, name)
    checked = [_checked(row, number, title) for number, row in enumerate(rows, 1)]
    text, spans = "", []
    for row in checked:
        line = f"{row.person} {row.role} {row.meeting or 'nowhere'}" + (f" ({row.date})" if row.date else "")
        spans.append((len(text), len(text) + len(line)))
        text += f"{line}\n"
    sentences = tuple(Sentence(start=a, end=b, zone="body") for a, b in spans)
    identity = sha256(f"{title}\n{text}".encode()).hexdigest()[:16]
    document = Document(id=f"d{identity}", path=title, title=title, text=text, sentences=sentences)
    people = _ids((row.person_key, row.person) for row in checked)
    meetings = _ids((row.meeting_key, row.meeting) for row in checked if row.meeting)
    dates = _dates(checked, title)
    first: dict[Key, tuple[int, int]] = {}
    said = []
    for number, (row, span) in enumerate(zip(checked, spans, strict=True)):
        first.setdefault(row.meeting_key, span)
        said.append(_participation(document, row, span, people, meetings, number))
    names = {row.person_key: row.person for row in checked} | {
        row.meeting_key: row.meeting for row in checked
    }
    return Records(
        documents=(document,) if checked else (),
        people=tuple(
            Person(id=key, name=names[own], label=names[own]) for own, key in sorted(people.items(), key=_by_id)
        ),
        meetings=tuple(
            Meeting(id=key, name=names[own], kind="meeting", date=dates[own], date_rule="table" if dates[own] else "",
                    documents=(document.path,), evidence=evidence_of(document, *first[own]))
            for own, key in sorted(meetings.items(), key=_by_id)
        ),
        participations=tuple(sorted(said, key=lambda p: (p.meeting_id, p.person_id, p.role, p.evidence.start))),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row that was checked. The keys say who and what is one: an id, or else the name ('' for no meeting)."""

    person: str
    meeting: str
    date: str
    role: str
    person_key: tuple[str, str]
    meeting_key: tuple[str, str]


def _rows(source: Any, name: str) -> tuple[list[Mapping[str, Any]], str]:
    if isinstance(source, str | Path):
        path = Path(source)
        return (_of_a_build(path), path.name) if path.is_dir() else (_csv_rows(path), path.name)
    if hasattr(source, "to_dict"):
        return source.to_dict("records"), name
    return list(source), name


def _csv_rows(path: Path) -> list[Mapping[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            {key: read_cell(cell or "") for key, cell in row.items() if key} for row in csv.DictReader(file)
        ]


def _of_a_build(folder: Path) -> list[Mapping[str, Any]]:
    """The participations of a build without what makes no tie: meetings that are only cited, re-published copies."""
    cited = {row["meeting_id"] for row in _csv_rows(folder / "meetings.csv") if row["cited"] == "1"}
    copies = {row["document"] for row in _csv_rows(folder / "documents.csv") if row["duplicate_of"]}
    rows = _csv_rows(folder / "participations.csv")
    return [row for row in rows if row["meeting_id"] not in cited and row["document"] not in copies]


def _checked(row: Mapping[str, Any], number: int, title: str) -> Line:
    where = f"{title}, row {number}"
    missing = [column for column in NEEDED if column not in row]
    if missing:
        raise ValueError(f"{where}: no column {' and no column '.join(missing)}")
    person, meeting, role = (_cell(row.get(column)) for column in ("person", "meeting", "role"))
    date = _cell(row.get("date", row.get("meeting_date")))
    if not person or not (meeting or role == "invoked"):
        raise ValueError(f"{where}: no {'meeting' if person else 'person'}")
    if role and role not in ROLES:
        raise ValueError(f"{where}: unknown role {role!r}: one of {', '.join(ROLES)}")
    if date and not is_edtf(date):
        raise ValueError(f"{where}: not an EDTF date: {date!r}")
    own, held = _cell(row.get("person_id")), _cell(row.get("meeting_id"))
    return Line(
        person=person,
        meeting=meeting,
        date=date,
        role=role or "attended",
        person_key=("person id", own) if own else ("person", person),
        meeting_key=("meeting id", held) if held else ("meeting", meeting),
    )


def _cell(value: Any) -> str:
    """A cell as text on one line; None and NaN are empty."""
    return "" if value is None or value != value else " ".join(str(value).split())


def _ids(named: Iterable[tuple[Key, str]]) -> dict[Key, str]:
    """Give each key a readable id: its own, or one made of the name; ids that would be alike get numbers, in sorted order."""
    ids: dict[Key, str] = {}
    taken: set[str] = set()
    for key, name in sorted(set(named)):
        if key in ids:
            continue  # one id with two names: the first in sorted order
        base = key[1] if key[0].endswith(" id") else slug(name) or "x"
        own, number = base, 2
        while own in taken:
            own, number = f"{base}-{number}", number + 1
        taken.add(own)
        ids[key] = own
    return ids


def _dates(rows: Iterable[Line], title: str) -> dict[Key, str | None]:
    dates: dict[Key, str | None] = {}
    for row in rows:
        if row.date and dates.get(row.meeting_key) not in (None, row.date):
            raise ValueError(
                f"{title}: {row.meeting!r} has two dates, {dates[row.meeting_key]} and {row.date}"
            )
        dates[row.meeting_key] = row.date or dates.get(row.meeting_key)
    return dates


def _participation(
    document: Document,
    row: Line,
    span: tuple[int, int],
    people: Mapping[Key, str],
    meetings: Mapping[Key, str],
    number: int,
) -> Participation:
    return Participation(
        document=document.path,
        meeting_id=meetings.get(row.meeting_key, ""),
        role=row.role,  # type: ignore[arg-type]
        rule=f"row {number + 1}",
        evidence=evidence_of(document, *span),
        surface=row.person,
        person_id=people[row.person_key],
    )


def _by_id(item: tuple[Key, str]) -> str:
    return item[1]
