"""The records in the store: kept losslessly, so that a build that is opened is the build that was made."""

from __future__ import annotations

from typing import Any

from corpus.store import Store
from extract.codec import from_json, to_json
from extract.records import PressCredit, Records
from extract.records_entities import Holding, MaybeListed, MentionOf, Organization, Person, Post
from extract.records_meetings import MaybeOne, Meeting, MeetingSource, Participation
from graph.columns import COLUMNS
from graph.record_pieces import pieces_by
from graph.table_files import row_pieces
from graph.tables import Tables

KINDS: dict[str, tuple[type, str]] = {
    "people": (Person, "id"),
    "mentions": (MentionOf, "document"),
    "maybe_listed": (MaybeListed, "person_id"),
    "organizations": (Organization, "id"),
    "posts": (Post, "id"),
    "holdings": (Holding, "person_id"),
    "meetings": (Meeting, "id"),
    "maybe_one": (MaybeOne, "left"),
    "sources": (MeetingSource, "meeting_id"),
    "participations": (Participation, "document"),
    "press": (PressCredit, "document"),
}
"""The records that are kept, and by what they are cut into pieces."""


def keep_records(store: Store, records: Records, tables: Tables) -> None:
    """Put documents, ledger, records (as JSON, in tables `record_*`) and output tables (`table_*`) into the store.

    `put_documents` comes first: it opens the transaction that makes all of this one step.
    """
    store.put_documents(records.documents, records.ledger)
    for name, (_, by) in KINDS.items():
        pieces = pieces_by(by, getattr(records, name))
        store.put_pieces(f"record_{name}", ("payload",), pieces, lambda record: (to_json(record),))
    store.replace_table("record_duplicates", ("path", "repeats"), records.duplicate_of)
    for name, rows in tables.items():
        columns = [stored_column(column) for column, _ in COLUMNS[name]]
        store.put_pieces(f"table_{name}", columns, row_pieces(rows), lambda row: row)


def stored_records(store: Store) -> Records:
    """Read back what `keep_records` kept. Raises sqlite3.OperationalError where nothing was kept."""
    parts: dict[str, Any] = {
        name: tuple(from_json(kind, row["payload"]) for row in store.rows(f"record_{name}"))
        for name, (kind, _) in KINDS.items()
    }
    return Records(
        documents=store.documents(),
        ledger=store.ledger(),
        duplicate_of=tuple((row["path"], row["repeats"]) for row in store.rows("record_duplicates")),
        **parts,
    )


def stored_column(name: str) -> str:
    """The name of a table's column in the store: `end` is a word of SQL: in the store it is `stop`, so that queries need no quotes."""
    return {"end": "stop"}.get(name, name)
