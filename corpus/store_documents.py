"""Documents in the store: their rows, the full-text index of their sentences, and the ledger."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from operator import attrgetter

from corpus.pieces import cut, digest_of
from corpus.records import Document, Evidence, LedgerRow
from corpus.rowcodec import COLUMNS, document_from_row, document_to_row

TABLE = "documents"
PATH = COLUMNS.index("path")
ALL_BUT_TEXT = attrgetter(*(name for name in COLUMNS if name != "text"))


class DocumentRows:
    """Documents, sentences and ledger rows; mixed into `Store`."""

    _db: sqlite3.Connection

    def put_documents(self, documents: Sequence[Document], ledger: Sequence[LedgerRow]) -> None:
        """Make the store hold exactly these documents and ledger rows."""
        ordered = sorted(documents, key=lambda document: document.path)
        self.forget_documents_not_in([document.path for document in ordered])
        unchanged = self._as_they_are(ordered)
        changed = [document for document in ordered if document.path not in unchanged]
        self._db.executemany(
            "DELETE FROM documents WHERE path = ?", [(document.path,) for document in changed]
        )
        (known,) = self._db.execute("SELECT coalesce(max(number), 0) FROM sentences").fetchone()
        self._db.executemany(
            f"INSERT INTO documents ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})",
            map(document_to_row, changed),
        )
        self._db.executemany(
            "INSERT INTO sentences (document, start, stop, text) VALUES (?,?,?,?)",
            (
                (document.path, s.start, s.end, document.text[s.start : s.end])
                for document in changed
                for s in document.sentences
            ),
        )
        # All at once: a trigger for each sentence took six times as long, and more the more there were.
        self._db.execute(
            "INSERT INTO sentence_words(rowid, text) SELECT number, text FROM sentences WHERE number > ?",
            (known,),
        )
        self._db.execute("DELETE FROM ledger")
        self._db.executemany(
            "INSERT INTO ledger VALUES (?,?,?,?,?,?)",
            [(r.document, r.reason, r.detail, r.quote, r.start, r.end) for r in ledger],
        )
        self._db.execute("DELETE FROM readings WHERE document_id NOT IN (SELECT id FROM documents)")

    def _as_they_are(self, documents: Sequence[Document]) -> set[str]:
        """The paths of the documents whose rows say all that is to be said of them; note what will be there.

        Documents are known by the digests of pieces of them, in which the id, a hash of it, speaks for the text.
        """
        there = {path for (path,) in self._db.execute("SELECT path FROM documents")}
        parts = cut(documents, [document.path for document in documents])
        digests = [digest_of([ALL_BUT_TEXT(document) for document in part]) for part in parts]
        noted = self._db.execute('SELECT digest FROM pieces WHERE "table" = ? ORDER BY first', (TABLE,))
        known = [bytes(digest) for (digest,) in noted]
        if known != digests:
            self._db.execute('DELETE FROM pieces WHERE "table" = ?', (TABLE,))
            rows = [(TABLE, n, digests[n], len(part)) for n, part in enumerate(parts)]
            self._db.executemany("INSERT INTO pieces VALUES (?,?,?,?)", rows)
        before, found = frozenset(known), set[str]()
        for part, digest in zip(parts, digests, strict=True):
            found |= {document.path for document in part} if digest in before else self._equal(part)
        return found & there

    def _equal(self, documents: Sequence[Document]) -> set[str]:
        """The paths of those of some documents, which follow one another, whose rows are theirs."""
        rows = self._db.execute(
            f"SELECT {', '.join(COLUMNS)} FROM documents WHERE path BETWEEN ? AND ?",
            (documents[0].path, documents[-1].path),
        )
        known = {row[PATH]: row for row in rows}
        return {d.path for d in documents if known.get(d.path) == document_to_row(d)}

    def forget_documents_not_in(self, paths: Sequence[str]) -> None:
        """Delete the documents at all other paths, with their sentences and readings."""
        wanted = frozenset(paths)
        for (path,) in self._db.execute("SELECT path FROM documents ORDER BY path").fetchall():
            if path not in wanted:
                self._db.execute("DELETE FROM documents WHERE path = ?", (path,))

    def documents(self) -> tuple[Document, ...]:
        """All documents, by path."""
        rows = self._db.execute(f"SELECT {', '.join(COLUMNS)} FROM documents ORDER BY path")
        return tuple(document_from_row(row) for row in rows)

    def ledger(self) -> tuple[LedgerRow, ...]:
        """All ledger rows, in the order in which they were put."""
        return tuple(
            LedgerRow(document=r[0], reason=r[1], detail=r[2], quote=r[3], start=r[4], end=r[5])
            for r in self._db.execute(
                'SELECT document, reason, detail, quote, start, "end" FROM ledger ORDER BY rowid'
            )
        )

    def search(self, words: str, limit: int = 50) -> list[Evidence]:
        """Find sentences that hold all of `words` (any order; no query syntax), best first."""
        terms = re.findall(r"\w+", words)
        if not terms:
            return []
        rows = self._db.execute(
            "SELECT s.document, s.start, s.stop, s.text FROM sentence_words w JOIN sentences s ON s.number = w.rowid "
            "WHERE sentence_words MATCH ? ORDER BY w.rank, s.document, s.start LIMIT ?",
            (" ".join(f'"{term}"' for term in terms), limit),
        )
        return [Evidence(document=r[0], start=r[1], end=r[2], quote=r[3]) for r in rows]
