"""Word and PDF files: text in the order of the page, and a refusal with a reason for what is broken or swollen."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from corpus.formats import RawReport, UnreadableError
from corpus.office import read_docx, read_pdf


def word(fill: Callable[[docx.document.Document], None]) -> bytes:
    document = docx.Document()
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def minutes(document: docx.document.Document) -> None:
    document.core_properties.title = "County committee meets"
    document.add_paragraph("Fang Guolin presided.")
    table = document.add_table(rows=2, cols=3)
    for number, words in enumerate(["He Min", "Director", "Water Bureau", "Luo Qing", "", "Grain\nBureau"]):
        table.cell(number // 3, number % 3).text = words
    document.add_paragraph("")
    document.add_paragraph("The meeting rose at noon.")


MINUTES = word(minutes)


def one(data: bytes) -> RawReport:
    (report,) = read_docx(data).reports
    return report


def test_paragraphs_and_rows_come_in_the_order_of_the_page() -> None:
    assert one(MINUTES).text.split("\n") == [
        "Fang Guolin presided.",
        "He Min, Director, Water Bureau",
        "Luo Qing, Grain Bureau",
        "The meeting rose at noon.",
    ]
    assert one(MINUTES).metadata == {"title": "County committee meets"}


def test_merged_cells_come_once() -> None:
    def merged(document: docx.document.Document) -> None:
        table = document.add_table(rows=1, cols=3)
        table.cell(0, 0).merge(table.cell(0, 2)).text = "Fang Guolin presided."

    assert one(word(merged)).text == "Fang Guolin presided."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "broken"),
        (b"Fang Guolin presided.", "broken"),
        (MINUTES[: len(MINUTES) // 2], "broken"),
        (packed(a=b"words"), "broken"),
        (packed(word__document=b"\x00" * 30_000_000), "unpacks from .* to 30,000,000 bytes"),
        (packed(**{"[Content_Types].xml": b"<no"}), "broken"),
    ],
    ids=["empty", "text", "cut off", "another package", "bomb", "broken XML"],
)
def test_no_word_document(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read_docx(data)


def test_a_document_with_a_doctype_reads_no_file_and_swells_not() -> None:
    """Entities that refer to files, or to one another a billion times, must not be resolved."""
    with zipfile.ZipFile(io.BytesIO(MINUTES)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    body = files["word/document.xml"].decode()
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE x [<!ENTITY l0 "lol"><!ENTITY f SYSTEM "file:///etc/passwd">{lol}]>'
    at = body.index("?>") + 2
    files["word/document.xml"] = (body[:at] + head + body[at:].replace("presided", "&f;&l9;")).encode()
    try:
        text = read_docx(packed(**files)).reports[0].text
    except UnreadableError:
        return
    assert "root:" not in text
    assert len(text) < 10_000


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(MINUTES) - 1), st.binary(min_size=1, max_size=40))
def test_a_damaged_document_is_read_or_refused(at: int, data: bytes) -> None:
    try:
        read_docx(MINUTES[:at] + data + MINUTES[at + len(data) :])
    except UnreadableError as error:
        assert str(error)


def blank_pdf(password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(width=200, height=200)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def text_pdf(words: str) -> bytes:
    """A page of one line, written by hand."""
    stream = f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


TEXT_PDF = text_pdf("Fang Guolin presided over the meeting.")


def test_the_text_of_a_pdf() -> None:
    (report,) = read_pdf(TEXT_PDF).reports
    assert report.text.strip() == "Fang Guolin presided over the meeting."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "broken"),
        (b"%PDF-1.7 and no more", "broken"),
        (b"no pdf at all", "broken"),
        (blank_pdf(), "no text layer"),
        (blank_pdf("secret"), "password"),
    ],
    ids=["empty", "cut off", "text", "scan", "locked"],
)
def test_no_readable_pdf(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read_pdf(data)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(TEXT_PDF) - 1), st.binary(min_size=1, max_size=20))
def test_a_damaged_pdf_is_read_or_refused(at: int, data: bytes) -> None:
    try:
        read_pdf(TEXT_PDF[:at] + data + TEXT_PDF[at + len(data) :])
    except UnreadableError as error:
        assert str(error)
