"""The tables of a build: what other programs read. Columns are a stable contract; rows are sorted.

Cells that a spreadsheet would take for a formula (they begin with = + - @, a tab or a carriage return) get an apostrophe in
front. Offsets (`start`, `end`) count code points in the document's stored text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from corpus.store import Cell
from extract.records import Records
from graph.measure import centralities
from graph.project import co_attendance, incidence

Column = tuple[str, str]
EVIDENCE: tuple[Column, ...] = (
    ("evidence", "the sentence that states it"),
    ("start", "where the sentence begins in the document's text"),
    ("end", "where the sentence ends"),
)
COLUMNS: dict[str, tuple[Column, ...]] = {
    "participations": (
        ("document", "path of the report, relative to the folder given"),
        ("meeting_id", "the meeting; empty for people invoked in a report without one"),
        ("meeting", "its name"),
        ("meeting_kind", "meeting, conference, study session, visit, inspection, ceremony, talks ..."),
        ("meeting_date", "EDTF; empty where the text gives none"),
        ("place", "where it was held"),
        ("host", "the body that convened it"),
        ("person_id", "the person"),
        ("person", "the person's name"),
        ("role", "one of the nine roles"),
        ("posts", "the posts that this report states, split by ';'"),
        ("position", "place in the printed list, from 1; 0 outside a list"),
        ("rule", "the rule that read it"),
        *EVIDENCE,
    ),
    "groups": (
        ("document", "path of the report"),
        ("meeting_id", "the meeting"),
        ("meeting", "its name"),
        ("group", "the collective as printed; its members are not invented"),
        ("role", "attended, observed ..."),
        ("rule", "the rule that read it"),
        *EVIDENCE,
    ),
    "people": (
        ("person_id", "the person"),
        ("name", "Surname Given for Chinese names"),
        ("label", "the name, with what tells homonyms apart"),
        ("context", "place or body that keeps homonyms apart"),
        ("aliases", "other printed forms, split by ';'"),
        ("meetings", "number of meetings attended"),
        ("documents", "number of reports that name the person"),
    ),
    "organizations": (
        ("organization_id", "the body"),
        ("name", "its normal name"),
        ("kind", "party committee, leading group, government, court ..."),
        ("level", "central, provincial, municipal, county, township or empty"),
        ("place", "its jurisdiction, or 'unresolved in DOCUMENT'"),
        ("place_reason", "how the place was known"),
        ("parent", "the body that it belongs to"),
    ),
    "posts": (
        ("post_id", "the seat"),
        ("title", "its title"),
        ("organization_id", "its body, if any"),
        ("place", "its place, if known"),
        ("text", "'Title, Organisation (Place)'"),
    ),
    "holdings": (
        ("person_id", "who is stated to hold the post"),
        ("post_id", "the seat"),
        ("document", "path of the report"),
        ("date", "the meeting's date, else the page's"),
        *EVIDENCE,
    ),
    "meetings": (
        ("meeting_id", "the meeting"),
        ("name", "its name"),
        ("kind", "its kind"),
        ("ordinal", "its number, as printed"),
        ("date", "EDTF; empty where the text gives none"),
        ("date_rule", "how the date was read, or why there is none"),
        ("place", "where it was held"),
        ("host", "the convening body"),
        ("host_id", "its organization"),
        ("level", "the host's level"),
        ("cited", "1 if the report only refers to it, 0 if it reports it"),
        ("documents", "the reports of it, split by ';'"),
        ("people", "number of people present"),
        *EVIDENCE,
    ),
    "co_attendance": (
        ("person_a", "one person"),
        ("person_b", "another"),
        ("meetings", "number of meetings that both attended"),
        ("newman", "the same, each meeting of k people counting 1/(k-1)"),
        ("meeting_ids", "these meetings, split by ';'"),
    ),
    "centrality": (
        ("person_id", "the person"),
        ("degree", "number of people met"),
        ("strength", "sum of the Newman weights of the ties"),
        ("betweenness", "share of shortest paths through the person (0 to 1)"),
        ("community", "number of the community, the largest first"),
    ),
    "press": (
        ("document", "path of the report"),
        ("name", "reporter, editor ...: never among the officials"),
        ("function", "reporter, editor, photographer, translator, author"),
        ("start", "where the name begins"),
        ("end", "where it ends"),
    ),
    "documents": (
        ("document", "path of the report"),
        ("document_id", "hash of its text and metadata"),
        ("title", "its headline"),
        ("published", "the page's own date, EDTF"),
        ("source", "the outlet"),
        ("url", "the address, if given"),
        ("duplicate_of", "the report that this one repeats"),
        ("repairs", "what was done to the text, split by ';'"),
    ),
    "unresolved": (
        ("document", "path of the report or file"),
        ("reason", "a code, see docs/LEDGER.md"),
        ("detail", "one line that says what and why"),
        ("quote", "the sentence, if any"),
        ("start", "where it begins"),
        ("end", "where it ends"),
    ),
}


def rows_of(records: Records) -> dict[str, list[tuple[Cell, ...]]]:
    """The rows of every table, in the order of `COLUMNS` and sorted."""
    meetings = {meeting.id: meeting for meeting in records.meetings}
    people = {person.id: person for person in records.people}
    members = incidence(records)
    present = members.present_counts()
    attended = members.meeting_counts()
    documents: dict[str, set[str]] = {}
    for p in records.participations:
        documents.setdefault(p.person_id, set()).add(p.document)
    out: dict[str, list[tuple[Cell, ...]]] = {name: [] for name in COLUMNS}
    for p in records.participations:
        meeting = meetings.get(p.meeting_id)
        name, kind, day, place, host = (
            (meeting.name, meeting.kind, meeting.date, meeting.place, meeting.host)
            if meeting
            else ("", "", None, "", "")
        )
        evidence = (p.evidence.quote, p.evidence.start, p.evidence.end)
        if p.person_id:
            posts = "; ".join(post.replace(";", ",") for post in p.posts)
            out["participations"].append(
                (p.document, p.meeting_id, name, kind, day, place, host, p.person_id, people[p.person_id].name, p.role,
                 posts, p.position, p.rule, *evidence)
            )  # fmt: skip
        else:
            out["groups"].append((p.document, p.meeting_id, name, p.group, p.role, p.rule, *evidence))
    for person in records.people:
        out["people"].append(
            (person.id, person.name, person.label, person.context, _joined(person.aliases), attended.get(person.id, 0),
             len(documents.get(person.id, ())))
        )  # fmt: skip
    for body in records.organizations:
        out["organizations"].append(
            (body.id, body.name, body.kind, body.level, body.place, body.place_reason, body.parent)
        )
    for post in records.posts:
        out["posts"].append((post.id, post.title, post.organization_id, post.place, post.text))
    for h in records.holdings:
        out["holdings"].append(
            (h.person_id, h.post_id, h.document, h.date, h.evidence.quote, h.evidence.start, h.evidence.end)
        )
    for m in records.meetings:
        out["meetings"].append(
            (m.id, m.name, m.kind, m.ordinal, m.date, m.date_rule, m.place, m.host, m.host_id, m.level, int(m.cited),
             _joined(m.documents), present.get(m.id, 0), m.evidence.quote, m.evidence.start, m.evidence.end)
        )  # fmt: skip
    newman = co_attendance(members, weight="newman")
    for a, b, data in sorted(newman.edges(data=True)):
        first, second = sorted((a, b))
        out["co_attendance"].append((first, second, data["count"], data["weight"], _joined(data["meetings"])))
    out["centrality"] = [
        (person, row["degree"], row["strength"], row["betweenness"], row["community"])
        for person, row in sorted(centralities(newman).items())
    ]
    for credit in records.press:
        c = credit.credit
        out["press"].append((credit.document, c.name, c.function, c.start, c.end))
    copies = dict(records.duplicate_of)
    for d in records.documents:
        out["documents"].append(
            (d.path, d.id, d.title, d.published, d.source, d.url, copies.get(d.path, ""), _joined(d.repairs))
        )
    for row in records.ledger:
        out["unresolved"].append((row.document, row.reason, row.detail, row.quote, row.start, row.end))
    for name in ("co_attendance", "press", "documents"):
        out[name].sort(key=lambda cells: tuple(str(cell) for cell in cells))
    return out


def write_tables(tables: Mapping[str, Sequence[Sequence[Cell]]], folder: Path) -> None:
    """Write every table of `rows_of` as UTF-8 CSV into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns in COLUMNS.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([column for column, _ in columns])
            writer.writerows([[safe_cell(cell) for cell in row] for row in tables[name]])


def safe_cell(cell: Cell) -> str:
    """Write a cell as text that no spreadsheet takes for a formula; floats with nine significant digits."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.9g}"
    if isinstance(cell, int):
        return str(cell)
    text = cell.replace("\x00", "")
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _joined(items: Iterable[str]) -> str:
    return "; ".join(item.replace(";", ",") for item in items)
