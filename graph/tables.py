"""The tables of a build: what other programs read. Columns are a stable contract; rows are sorted.

UTF-8, '\\n' at line ends, floats with nine significant digits, nothing for what is not known. Text that a spreadsheet
would take for a formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe in front; `read_cell` takes
it away. Offsets (`start`, `end`) count code points in the document's stored text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.records import Evidence
from corpus.store import Cell
from extract.confidence import confidence
from extract.records import Meeting, Records
from graph.measure import centrality
from graph.projected import Projected, projected
from graph.uncertainty import bootstrap

if TYPE_CHECKING:
    import pandas as pd

Column = tuple[str, str]
Row = tuple[Cell, ...]
Tables = dict[str, list[Row]]
FORMULA = re.compile(r"'*[=+\-@\t\r]")
GUARDED = re.compile(r"'+[=+\-@\t\r]")
BETWEENNESS_LIMIT = 10**7
BETWEENNESS_DRAWS = 50
"""People x ties up to which a build computes betweenness, once for the value and for each of these draws of its interval: at most
some twenty seconds on one core (measured: 7 s for one at 2,000 x 107,000). Above it, `Network.centrality` does, for whoever asks."""
QUOTE = '"'
NUMBERS, TEXTS = frozenset({int, float, bool}), frozenset({str, type(None)})
NEEDS_QUOTES = re.compile(r'[",\r\n]')
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
        ("confidence", "measured precision of that rule on the gold corpus, 0 to 1"),
        ("model", "the model that alone saw the name; empty where the grammar reads it"),
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
        ("ids", "ids of your list of people, split by ';': list=..., wikidata=..."),
    ),
    "mentions": (
        ("person_id", "the person"),
        ("document", "path of a report that names the person"),
        ("name", "as this report prints it"),
        ("reasons", "what this report shares with the others of the person, split by ';'; empty: nothing"),
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
        ("series", "the run of numbered sittings of one body that it belongs to"),
        ("previous", "the sitting before it (meeting_id)"),
        ("reported_as", "of a cited one: the meeting that it is, where the corpus has a report of it"),
        ("conflicts", "what its reports do not agree on, split by ';': date, ordinal, place, host, chair"),
        ("venue", "the house or the room that the report names, or 'by video'; empty where none is named"),
    ),
    "sources": (
        ("meeting_id", "the meeting"),
        ("document", "path of a report of it"),
        ("relation", "report; citation, where it is only referred to; copy, of a re-published report"),
        ("name", "the meeting's name in this report"),
        ("ordinal", "its number, as printed here"),
        ("date", "its date by this report, EDTF"),
        ("place", "where it was held by this report"),
        ("host", "the convening body as printed here"),
        ("people", "number of people present by this report"),
        *EVIDENCE,
    ),
    "co_attendance": (
        ("person_a", "one person (id)"),
        ("person_b", "another (id), later in the alphabet"),
        ("meetings", "number of meetings that both attended"),
        ("newman", "the same, each meeting of k people counting 1/(k-1)"),
        ("meeting_ids", "these meetings, split by ';'"),
    ),
    "centrality": (
        ("person_id", "the person"),
        ("degree", "number of people met"),
        ("strength", "sum of the Newman weights of the ties: number of meetings attended in company"),
        (
            "betweenness",
            "share of shortest paths through the person (0 to 1); empty where people x ties are above 10^7",
        ),
        ("betweenness_low", "lower end of its 95 % interval, by drawing the meetings anew 50 times"),
        ("betweenness_high", "upper end of it"),
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


def rows_of(records: Records) -> Tables:
    """Compute the rows of every table, in the order of `COLUMNS`, each table sorted.

    A person in a role at a meeting is one row for each report that states it: the first sentence that does.
    """
    return {name: in_order(rows) for name, rows in _tables(records)}


def _tables(records: Records) -> Iterator[tuple[str, Iterable[Row]]]:
    company = projected(records)
    members = company.members
    yield "participations", _participations(records)
    yield "groups", _groups(records)
    yield "people", _people(records, members.meeting_counts())
    yield "mentions", [(m.person_id, m.document, m.name, joined(m.reasons)) for m in records.mentions]
    yield (
        "organizations",
        [(o.id, o.name, o.kind, o.level, o.place, o.place_reason, o.parent) for o in records.organizations],
    )
    yield "posts", [(p.id, p.title, p.organization_id, p.place, p.text) for p in records.posts]
    yield (
        "holdings",
        [(h.person_id, h.post_id, h.document, h.date, *_evidence(h.evidence)) for h in records.holdings],
    )
    yield "meetings", _meetings(records, members.present_counts())
    yield "sources", _sources(records)
    yield from _network(company)
    yield (
        "press",
        [(c.document, c.credit.name, c.credit.function, c.credit.start, c.credit.end) for c in records.press],
    )
    copies = dict(records.duplicate_of)
    yield (
        "documents",
        [
            (d.path, d.id, d.title, d.published, d.source, d.url, copies.get(d.path, ""), joined(d.repairs))
            for d in records.documents
        ],
    )
    yield (
        "unresolved",
        [(row.document, row.reason, row.detail, row.quote, row.start, row.end) for row in records.ledger],
    )


def _participations(records: Records) -> list[Row]:
    meetings = {meeting.id: meeting for meeting in records.meetings}
    names = {person.id: person.name for person in records.people}
    rows: dict[tuple[str, ...], Row] = {}
    named = (p for p in records.participations if p.person_id)
    for p in sorted(named, key=lambda p: (p.evidence.start, p.evidence.end, p.rule, p.position)):
        row = (p.document, p.meeting_id, *_meeting_cells(meetings.get(p.meeting_id)), p.person_id, names[p.person_id],
               p.role, joined(p.posts), p.position, p.rule, *_evidence(p.evidence), confidence(p), p.model)  # fmt: skip
        rows.setdefault((p.document, p.meeting_id, p.person_id, p.role), row)
    return list(rows.values())


def _meeting_cells(meeting: Meeting | None) -> Row:
    if meeting is None:
        return ("", "", None, "", "")
    return (meeting.name, meeting.kind, meeting.date, meeting.place, meeting.host)


def _groups(records: Records) -> list[Row]:
    names = {meeting.id: meeting.name for meeting in records.meetings}
    return [
        (
            p.document,
            p.meeting_id,
            names.get(p.meeting_id, ""),
            p.group,
            p.role,
            p.rule,
            *_evidence(p.evidence),
        )
        for p in records.participations
        if not p.person_id
    ]


def _people(records: Records, attended: Mapping[str, int]) -> list[Row]:
    documents: dict[str, set[str]] = {}
    for p in records.participations:
        documents.setdefault(p.person_id, set()).add(p.document)
    return [
        (
            p.id,
            p.name,
            p.label,
            p.context,
            joined(p.aliases),
            attended.get(p.id, 0),
            len(documents.get(p.id, ())),
            joined(f"{scheme}={value}" for scheme, value in p.ids),
        )
        for p in records.people
    ]


def _meetings(records: Records, present: Mapping[str, int]) -> list[Row]:
    return [
        (m.id, m.name, m.kind, m.ordinal, m.date, m.date_rule, m.place, m.host, m.host_id, m.level, int(m.cited),
         joined(m.documents), present.get(m.id, 0), *_evidence(m.evidence), m.series, m.previous, m.reported_as,
         joined(m.conflicts), m.venue)
        for m in records.meetings
    ]  # fmt: skip


def _sources(records: Records) -> list[Row]:
    return [
        (s.meeting_id, s.document, s.relation, s.name, s.ordinal, s.date, s.place, s.host, s.people,
         *_evidence(s.evidence))
        for s in records.sources
    ]  # fmt: skip


def _network(company: Projected) -> Iterator[tuple[str, list[Row]]]:
    members, graph, groups = company.members, company.graph, company.communities
    pairs = ((*sorted((a, b)), tie) for a, b, tie in graph.edges(data=True))
    yield "co_attendance", [(a, b, t["count"], t["weight"], joined(t["meetings"])) for a, b, t in pairs]
    values = centrality(graph, ("degree", "strength"))
    small = len(graph) * graph.number_of_edges() <= BETWEENNESS_LIMIT
    between = bootstrap(members, "betweenness", draws=BETWEENNESS_DRAWS) if small else None
    yield (
        "centrality",
        [
            (n, int(values["degree"][n]), values["strength"][n], *_interval(between, n), groups[n])
            for n in graph
        ],
    )


def _interval(frame: pd.DataFrame | None, node: str) -> tuple[float | None, float | None, float | None]:
    if frame is None:
        return (None, None, None)
    row = frame.loc[node]
    return (float(row["value"]), float(row["low"]), float(row["high"]))


def _evidence(evidence: Evidence) -> tuple[str, int, int]:
    return (evidence.quote, evidence.start, evidence.end)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Sort rows by their cells: numbers as numbers before text, what is not known as empty text.

    Where every column is of text, or of numbers, the rows are compared as they are.
    """
    rows = list(rows)
    kinds = [set(map(type, column)) for column in zip(*rows, strict=True)]
    if all(kind <= NUMBERS or kind <= TEXTS for kind in kinds):
        unknown = any(type(None) in kind for kind in kinds)
        return sorted(rows, key=_known) if unknown else sorted(rows)
    return sorted(rows, key=_sort_key)


def _known(row: Row) -> Row:
    return tuple(["" if cell is None else cell for cell in row])


def _sort_key(row: Row) -> tuple[tuple[bool, float, str], ...]:
    return tuple(
        (False, float(cell), "") if isinstance(cell, int | float) else (True, 0.0, cell or "") for cell in row
    )


def write_tables(records: Records, folder: Path) -> None:
    """Write every table of `records` as a CSV file into `folder`, which is made if need be."""
    write_rows(rows_of(records), folder)


def write_rows(tables: Mapping[str, Iterable[Sequence[Cell]]], folder: Path) -> None:
    """Write what `rows_of` computed as CSV files into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns in COLUMNS.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            file.write(csv_line(column for column, _ in columns))
            cells = [map(_writer(column), column) for column in zip(*tables[name], strict=True)]
            file.writelines(f"{line}\n" for line in map(",".join, zip(*cells, strict=True)))


def csv_line(cells: Iterable[str]) -> str:
    """Write one line of CSV (RFC 4180, but '\\n' at its end).

    Not the csv module: before Python 3.13 it leaves a carriage return inside a cell unquoted, which ends the row.
    """
    return ",".join(map(_quoted, cells)) + "\n"


def _quoted(cell: str) -> str:
    return f'"{cell.replace(QUOTE, QUOTE * 2)}"' if NEEDS_QUOTES.search(cell) else cell


def _writer(column: Sequence[Cell]) -> Callable[[Any], str]:
    """What writes the cells of this column."""
    kinds = set(map(type, column))
    return _csv_text if kinds == {str} else str if kinds == {int} else _csv_cell


def _csv_cell(cell: Cell) -> str:
    return _csv_text(cell) if type(cell) is str else safe_cell(cell)


@lru_cache(maxsize=1 << 15)
def _csv_text(cell: str) -> str:
    """A cell of text in a line of CSV; a sentence stands in many rows."""
    return _quoted(safe_cell(cell))


def safe_cell(cell: Cell) -> str:
    """Write a cell as text that no spreadsheet takes for a formula; floats with nine significant digits.

    Numbers are not touched. NUL, which CSV readers refuse, is dropped.
    """
    if cell is None:
        return ""
    if isinstance(cell, float):
        return repr(float(f"{cell:.9g}"))
    if isinstance(cell, int):
        return str(cell)
    text = cell.replace("\x00", "")
    return f"'{text}" if FORMULA.match(text) else text


def read_cell(text: str) -> str:
    """Take away the apostrophe that `safe_cell` put before text that looks like a formula."""
    return text[1:] if GUARDED.match(text) else text


def joined(items: Iterable[str]) -> str:
    """Join with '; '; a ';' inside an item becomes ','."""
    return "; ".join(item.replace(";", ",") for item in items)
