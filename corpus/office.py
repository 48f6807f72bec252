"""Read .docx and .pdf: paragraphs and table cells, or the text of the pages."""

from __future__ import annotations

import io
import zipfile

from corpus.formats import RawReport, UnreadableError

UNPACKED_LIMIT = 200 * 1024 * 1024
RATIO_LIMIT = 200
PAGES_LIMIT = 2000


def read_docx(data: bytes) -> list[RawReport]:
    """Read a Word document. Raises UnreadableError where it is broken or unpacks to more than the limit."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            unpacked = sum(item.file_size for item in package.infolist())
        if unpacked > UNPACKED_LIMIT or unpacked > RATIO_LIMIT * max(len(data), 10_000):
            raise UnreadableError(f"unpacks to {unpacked:,} bytes: more than a report can be")
        document = docx.Document(io.BytesIO(data))
        lines = [paragraph.text for paragraph in document.paragraphs]
        for table in document.tables:
            for row in table.rows:
                lines.append(
                    ", ".join(dict.fromkeys(cell.text.strip() for cell in row.cells if cell.text.strip()))
                )
        properties = document.core_properties
        metadata = {"title": properties.title or "", "author": ""}
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, XMLSyntaxError, OSError) as error:
        raise UnreadableError(f"broken .docx: {error}"[:200]) from error
    return [
        RawReport(
            text="\n".join(line for line in lines if line.strip()),
            metadata={k: v for k, v in metadata.items() if v},
        )
    ]


def read_pdf(data: bytes) -> list[RawReport]:
    """Read the text layer of a PDF. Raises UnreadableError where it is broken, locked or has no text."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("the PDF is locked with a password")
        if len(reader.pages) > PAGES_LIMIT:
            raise UnreadableError(f"{len(reader.pages)} pages: more than a report can have")
        text = "\n".join(page.extract_text() or "" for page in reader.pages)
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        RecursionError,
        OSError,
    ) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(f"broken .pdf: {type(error).__name__}: {error}"[:200]) from error
    if not text.strip():
        raise UnreadableError("the PDF has no text layer (scanned pages?)")
    return [RawReport(text=text)]
