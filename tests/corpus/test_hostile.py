"""Files that are made to hurt: bombs, loops, devices, names that are paths. Each is a row of the ledger, soon, or is harmless."""

from __future__ import annotations

import io
import os
import time
import zipfile
from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

import corpus.one_file
from corpus.find import find_files
from corpus.load import read_reports
from corpus.one_file import FILE_LIMIT, read_file
from corpus.store import SeenFile

REPORT = "Fang Guolin presided over the meeting of the county committee on May 3, 2023.\n"
SOON = 20.0
"""Seconds of CPU time: far above what any of these takes (under 2), far below what a bomb takes."""


def read(tmp_path: Path, name: str, data: bytes) -> SeenFile:
    path = tmp_path / name
    path.write_bytes(data)
    start = time.process_time()
    seen = read_file(name, path)
    assert time.process_time() - start < SOON
    return seen


def reasons(seen: SeenFile) -> list[str]:
    return [row.reason for row in seen.ledger]


def word(document_xml: str) -> bytes:
    """A Word document whose main part is this XML."""
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("x")
    document.save(buffer)
    target = io.BytesIO()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for item in source.infolist():
            data = source.read(item)
            out.writestr(
                item.filename, document_xml.encode() if item.filename == "word/document.xml" else data
            )
    return target.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def test_a_billion_laughs(tmp_path: Path) -> None:
    bomb = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{LAUGHS}]><w:document {W}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>'
    seen = read(tmp_path, "a.docx", word(bomb))
    assert sum(len(document.text) for document in seen.documents) < 10_000


def test_entities_of_a_page_stay_short(tmp_path: Path) -> None:
    page = f'<!DOCTYPE html [<!ENTITY l0 "ha">{LAUGHS}]><body><p>{REPORT} &l9;</p></body>'
    seen = read(tmp_path, "a.html", page.encode())
    assert sum(len(document.text) for document in seen.documents) < 10_000


def test_an_external_entity_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("Ren Yulan's password", encoding="utf-8")
    uri = (tmp_path / "secret").as_uri()
    body = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "{uri}">]><w:document {W}><w:body><w:p><w:r><w:t>Fang Guolin spoke. &x;</w:t></w:r></w:p></w:body></w:document>'
    for seen in (
        read(tmp_path, "a.docx", word(body)),
        read(tmp_path, "a.html", f'<!DOCTYPE h [<!ENTITY x SYSTEM "{uri}">]><p>{REPORT}&x;</p>'.encode()),
    ):
        assert "password" not in "".join(document.text for document in seen.documents)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("word/document.xml", b"\0" * (150 * 1024 * 1024))
    assert reasons(read(tmp_path, "a.docx", buffer.getvalue())) == ["unreadable file"]


def test_a_package_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("word/document.xml", b"a" * 5_000_000)
    data = bytearray(buffer.getvalue())
    for mark in (b"PK\x01\x02", b"PK\x03\x04"):
        at = data.find(mark) + (24 if mark.endswith(b"\x02") else 22)
        data[at : at + 4] = (100).to_bytes(4, "little")
    assert reasons(read(tmp_path, "a.docx", bytes(data))) == ["unreadable file"]


def nested_pdf(depth: int) -> bytes:
    """A page whose tree of pages refers to itself, below `depth` levels of arrays."""
    writer = PdfWriter()
    page = writer.add_blank_page(width=72, height=72)
    deep: ArrayObject = ArrayObject([NumberObject(1)])
    for _ in range(depth):
        deep = ArrayObject([deep])
    page[NameObject("/Deep")] = deep
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_pdf_that_is_nested_deep(tmp_path: Path) -> None:
    assert reasons(read(tmp_path, "a.pdf", nested_pdf(300))) == [
        "unreadable file"
    ]  # it has no text layer either
    flat = (
        b"%PDF-1.4\n1 0 obj\n" + b"[" * 100_000 + b"]" * 100_000 + b"\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    assert reasons(read(tmp_path, "b.pdf", flat)) == ["unreadable file"]


def test_a_pdf_whose_pages_are_a_ring(tmp_path: Path) -> None:
    ring = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    assert reasons(read(tmp_path, "a.pdf", ring)) == ["unreadable file"]


def test_a_pdf_whose_stream_unpacks_to_much_is_one_row_soon(tmp_path: Path) -> None:
    writer = PdfWriter()
    page = writer.add_blank_page(width=72, height=72)
    stream = StreamObject()
    stream.set_data(b" " * 120_000_000)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    page[NameObject("/Resources")] = DictionaryObject()
    buffer = io.BytesIO()
    writer.write(buffer)
    seen = read(tmp_path, "a.pdf", buffer.getvalue())
    assert reasons(seen) == ["unreadable file"]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.csv", "a.jsonl"])
def test_a_line_of_ten_megabytes(tmp_path: Path, name: str) -> None:
    head = b"text\n" if name == "a.csv" else b""
    data = head + b"Fang Guolin chaired " * ((FILE_LIMIT - 100) // 20)
    assert reasons(read(tmp_path, name, data)) in (["too large"], ["unreadable row"], ["unreadable file"])


def test_a_line_of_a_hundred_megabytes_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert reasons(read_file("a.txt", path)) == ["too large"]


def test_a_file_that_grows_while_it_is_read_is_read_to_the_limit_alone() -> None:
    path = Path("/proc/self/maps")  # says that it has no bytes
    if not path.exists():
        pytest.skip("no /proc")
    assert read_file("maps.txt", path.with_name("maps")).ledger[0].reason == "unknown format"
    assert corpus.one_file.read_bytes(path, 100) == path.read_bytes()[:101]


@pytest.mark.parametrize(
    "data", [b"\x00" * 5000, REPORT.encode() + b"\x00" * 5000, b"\x00".join([REPORT.encode()] * 3)]
)
def test_nul_bytes(tmp_path: Path, data: bytes) -> None:
    seen = read(tmp_path, "a.txt", data)
    assert reasons(seen) == ["not text"] or all("\x00" not in document.text for document in seen.documents)


@pytest.mark.parametrize("escaped", ["\\ud800", "\\udfff", "\\ud83d", "\\u0000", "\\ud800\\udc00", "\\uffff"])
def test_halves_of_characters_in_json_can_be_kept_and_written(tmp_path: Path, escaped: str) -> None:
    from corpus.store import Store

    line = f'{{"text": "Fang Guolin presided over the meeting {escaped} today.", "title": "{escaped}"}}'
    (tmp_path / "a.jsonl").write_text(line, encoding="utf-8")
    with Store.open(tmp_path / "s.sqlite") as store:
        (document,), _ = read_reports([tmp_path / "a.jsonl"], store=store)
        store.put_documents([document], [])
    document.text.encode("utf-8")
    document.title.encode("utf-8")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_pipes_devices_and_sockets_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    files, ledger = find_files([tmp_path])
    assert files == []
    assert sorted((row.document, row.reason) for row in ledger) == [
        ("pipe.txt", "unreadable file"),
        ("zero.txt", "outside the folder"),
    ]


@pytest.mark.parametrize("name", ["C:evil.txt", "con.txt", "a\\b.txt", "~root.txt", "-rf.txt", "%2e%2e.txt"])
def test_names_that_are_paths_elsewhere_are_names(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(REPORT, encoding="utf-8")
    documents, ledger = read_reports([tmp_path])
    assert ([d.path for d in documents], ledger) == ([name], ())
