"""The records in the store: kept losslessly, so that a build that is opened is the build that was made."""

from __future__ import annotations

from typing import Any

from corpus.store import Store
from extract.codec import from_json, to_json
from extract.records import (
    Holding,
    MaybeListed,
    MaybeOne,
    Meeting,
    MeetingSource,
    MentionOf,
    Organization,
    Participation,
    Person,
    Post,
    PressCredit,
    Records,
)
from graph.tables import COLUMNS, Tables

KINDS: dict[str, type] = {
    "people": Person,
    "mentions": MentionOf,
    "maybe_listed": MaybeListed,
    "organizations": Organization,
    "posts": Post,
    "holdings": Holding,
    "meetings": Meeting,
    "maybe_one": MaybeOne,
    "sources": MeetingSource,
    "participations": Participation,
    "press": PressCredit,
}


def keep_records(store: Store, records: Records, tables: Tables) -> None:
    """Put documents, ledger, records (as JSON, in tables `record_*`) and output tables (`table_*`) into the store.

    `put_documents` comes first: it opens the transaction that makes all of this one step.
    """
    store.put_documents(records.documents, records.ledger)
    for name in KINDS:
        rows = [(to_json(record),) for record in getattr(records, name)]
        store.replace_table(f"record_{name}", ("payload",), rows)
    store.replace_table("record_duplicates", ("path", "repeats"), records.duplicate_of)
    for name, cells in tables.items():
        store.replace_table(f"table_{name}", [stored_column(column) for column, _ in COLUMNS[name]], cells)


def stored_records(store: Store) -> Records:
    """Read back what `keep_records` kept. Raises sqlite3.OperationalError where nothing was kept."""
    parts: dict[str, Any] = {
        name: tuple(from_json(kind, row["payload"]) for row in store.rows(f"record_{name}"))
        for name, kind in KINDS.items()
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
