"""Damaged reports and decisions, from a number: what the fuzzing run feeds and what must hold of every one of them."""

from __future__ import annotations

import csv
import io
import json
import time
import zipfile
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import docx
import pyarrow
from pyarrow import parquet

from corpus.one_file import read_file
from corpus.records import Document
from corpus.rowcodec import document_from_json, document_to_json
from extract.decisions_read import read_decisions
from extract.reading import read_report, reading_from_json, reading_to_json

ROOT = Path(__file__).parent.parent
SUFFIXES = (".txt", ".md", ".html", ".csv", ".tsv", ".jsonl", ".docx", ".pdf")
SHARED = (".jsonl", ".docx", ".pdf")
"""Formats that give a third of their files to `.parquet`: the numbers of all other formats make what they made before it came."""
SLOW = 10.0
"""Seconds of CPU time for one damaged report: a sound one of this size takes a fiftieth."""
SHARDS = (
    *(
        "\x00",
        "\ufeff",
        "\u2028",
        "\u202e",
        "\ud800",
        "\U0001f600",
        "\x1b[2J",
        "\r",
        "\n\n\n",
        "\t" * 40,
        " " * 300,
    ),
    *(
        "<",
        ">",
        "&",
        "<!--",
        "</p>",
        "<script>",
        "&#0;",
        "&#xD800;",
        '"',
        "'",
        '""',
        ",",
        ";",
        "|",
        "\\",
        "=",
        "(",
        ")",
        "[",
        "]",
    ),
    *(
        "-" * 80,
        "." * 200,
        "," * 100,
        "and " * 50,
        "Mr. ",
        "Wang ",
        "WANG LEI",
        "Li Na, Li Na, Li Na",
        "of the " * 30,
    ),
    *(
        "February 30, 2023",
        "99th",
        "0000-00-00",
        "the 20th of the 20th",
        "chaired by chaired by",
        "respectively",
    ),
    *(
        "attended attended",
        "presided over",
        "members of the committee",
        "“",
        "”",
        "《",
        "》",
        "中共",
        "Party¡¯s",
    ),
)


@cache
def seeds() -> tuple[str, ...]:
    """The sample reports as text."""
    folder = ROOT / "corpus" / "samples"
    return tuple(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt")))


def damaged_text(draw: Random) -> str:
    """A report, cut, doubled, shuffled, spliced with another one, and with shards in it."""
    text = draw.choice(seeds())
    for _ in range(draw.randint(1, 6)):
        text = _damaged_once(text, draw)
    return text


def _damaged_once(text: str, draw: Random) -> str:
    a, b = sorted((draw.randint(0, len(text)), draw.randint(0, len(text))))
    b = min(b, a + 400)
    before, inside, behind = text[:a], text[a:b], text[b:]
    other = draw.choice(seeds())
    at = draw.randint(0, len(other))
    ways = (
        lambda: "",
        lambda: inside * 2,
        lambda: draw.choice(SHARDS) + inside,
        lambda: draw.choice(SHARDS) * draw.randint(1, 20),
        lambda: other[at : at + 300],
        lambda: inside.swapcase(),
        lambda: inside.replace(" ", draw.choice(("", "\n", "  ", "-"))),
        lambda: "".join(draw.sample(inside, len(inside))),
    )
    return before + draw.choice(ways)() + behind


def damaged_file(draw: Random) -> tuple[str, bytes]:
    """A file of one of the formats with damaged text in it, and now and then damaged bytes."""
    suffix = draw.choice(SUFFIXES)
    if suffix in SHARED and draw.random() < 0.3:
        suffix = ".parquet"
    data = _packed(suffix, damaged_text(draw), draw)
    if draw.random() < 0.3:
        raw = bytearray(data)
        for _ in range(draw.randint(1, 30)):
            at = draw.randrange(len(raw) + 1)
            raw[at : at + draw.randint(0, 3)] = draw.randbytes(draw.randint(0, 3))
        data = bytes(raw)
    return f"a{suffix}", data


def _packed(suffix: str, text: str, draw: Random) -> bytes:
    clean = text.encode("utf-8", "replace").decode("utf-8")
    if suffix == ".html":
        body = "".join(f"<p>{line}</p>" for line in clean.split("\n"))
        return f"<html><head><title>{clean[:40]}</title></head><body>{body}</body></html>".encode()
    if suffix in (".csv", ".tsv"):
        out = io.StringIO()
        writer = csv.writer(out, delimiter="\t" if suffix == ".tsv" else ",")
        writer.writerows([("title", "text", "date"), (clean[:30], clean, "2023-05-03"), ("", "", "")])
        return out.getvalue().encode("utf-8", "replace")
    if suffix == ".jsonl":
        return f"{json.dumps({'text': text, 'title': text[:30]})}\n{{\n[]\n".encode()
    if suffix == ".parquet":
        return _parquet(clean, draw)
    if suffix == ".docx":
        document = docx.Document()
        for line in "".join(c for c in clean if c.isprintable() or c == "\n").split("\n"):
            document.add_paragraph(line)
        packed = io.BytesIO()
        document.save(packed)
        return packed.getvalue()
    if suffix == ".pdf":
        words = (
            clean.encode("latin-1", "replace")[:3000]
            .replace(b"\\", b"")
            .replace(b"(", b"")
            .replace(b")", b"")
        )
        stream = b"BT /F1 12 Tf 72 720 Td (" + words.replace(b"\n", b") Tj 0 -14 Td (") + b") Tj ET"
        return (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
            b"4 0 obj<</Length "
            + str(len(stream)).encode()
            + b">>stream\n"
            + stream
            + b"\nendstream endobj\n"
            b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
        )
    return text.encode(draw.choice(("utf-8", "utf-8", "gb18030", "utf-16", "latin-1")), "replace")


def _parquet(text: str, draw: Random) -> bytes:
    """A table of three rows, some of its columns of types that no report has, and now and then bits turned where they stand."""
    odd = (7, True, 2.5, b"\xff\x00", [text[:9]], {"a": 1}, datetime(2023, 5, 3), None)
    columns: dict[str, list[Any]] = {
        draw.choice(("text", "Text", "content", "x")): [text, "", text[:80]],
        "title": [draw.choice(odd)] * 3,
        draw.choice(("date", "url", "source", "text")): [draw.choice((text[:30], *odd))] * 3,
    }
    packed = io.BytesIO()
    parquet.write_table(
        pyarrow.table(columns), packed, compression=draw.choice(("none", "snappy", "zstd", "gzip"))
    )
    data = bytearray(packed.getvalue())
    for _ in range(draw.choice((0, 0, 0, 1, 3, 20))):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
    return bytes(data)


def complaints_of_file(name: str, data: bytes, folder: Path) -> list[str]:
    """What does not hold of a damaged file: no crash, no hang, a row or a report, offsets that are true, a lossless store."""
    path = folder / name
    path.write_bytes(data)
    start = time.process_time()
    try:
        seen = read_file(name, path)
        found = [] if seen.documents or seen.ledger else ["neither a report nor a row of the ledger"]
        for document in seen.documents:
            found += complaints_of_report(document)
    except Exception as error:  # noqa: BLE001 -- whatever comes out is what the run looks for
        return [f"{type(error).__name__}: {error}"]
    taken = time.process_time() - start
    return [*found, *([f"took {taken:.1f} s"] if taken > SLOW else [])]


def complaints_of_report(document: Document) -> list[str]:
    """What does not hold of a report as it was read."""
    found = []
    document.text.encode("utf-8")
    if document_from_json(document_to_json([document])) != (document,):
        found.append("the document does not come back from the store")
    spans = [(s.start, s.end) for s in document.sentences] + [(p.start, p.end) for p in document.press]
    if any(not 0 <= start < end <= len(document.text) for start, end in spans):
        found.append("an offset outside the text")
    reading = read_report(document, None)
    if reading_from_json(reading_to_json(reading)) != reading:
        found.append("the reading does not come back from the store")
    for said in reading.participations:
        if not 0 <= said.at.start < said.at.end <= len(document.text):
            found.append(f"evidence outside the text: {said}")
    return found


VERBS = (
    "same",
    "not-same",
    "rename",
    "drop",
    "place-is",
    "place-is-not",
    "same-body",
    "not-same-body",
    "same-meeting",
    "body-is",
    "was-present",
    "was-not-present",
    "role-is",
    "",
    "Same",
    "x",
)


def damaged_decisions(draw: Random) -> bytes:
    """A file of decisions with odd cells, odd rows and odd bytes."""
    people = ("Fang Guolin @ a.txt", "He Min @ b.txt", "@", "Fang Guolin", "x @ y @ z", "", *SHARDS)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=draw.choice(",,,;\t"))
    writer.writerow(
        ["verb", "subject", "object", "quote", "reason", "author", "date"][: draw.choice((7, 7, 7, 7, 5, 2))]
    )
    for _ in range(draw.randint(0, 12)):
        cells = [
            draw.choice(VERBS),
            *(draw.choice(people) for _ in range(2)),
            draw.choice(SHARDS),
            "",
            "me",
            "2024-02-31",
        ]
        writer.writerow(cells[: draw.choice((7, 7, 7, 3, 1))])
    data = bytearray(out.getvalue().encode("utf-8", "replace"))
    for _ in range(draw.choice((0, 0, 3))):
        data[draw.randrange(len(data) + 1) :][:1] = draw.randbytes(2)
        data.insert(draw.randrange(len(data) + 1), draw.randrange(256))
    return bytes(data)


def complaints_of_decisions(data: bytes, folder: Path) -> list[str]:
    """What does not hold of a damaged file of decisions: it is read, or its rows are told as bad, by line."""
    path = folder / "decisions.csv"
    path.write_bytes(data)
    try:
        read_decisions(path)
    except Exception as error:  # noqa: BLE001 -- whatever comes out is what the run looks for
        return [f"{type(error).__name__}: {error}"]
    return []


def packages_are_sound(data: Sequence[bytes]) -> int:
    """How many of some .docx files are still packages: a run that damages all of them tests the unpacker alone."""
    return sum(zipfile.is_zipfile(io.BytesIO(item)) for item in data)
