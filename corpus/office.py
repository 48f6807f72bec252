"""Read .docx and .pdf: paragraphs and table rows in the order of the page, or the text of the pages."""

from __future__ import annotations

import io
import logging
import zipfile
import zlib

from corpus.formats import FileContent, RawReport, UnreadableError

UNPACKED_LIMIT = 100 * 1024 * 1024
RATIO_LIMIT = 200  # Word files pack their XML some ten to fifty times
SMALL = 10_000
PAGES_LIMIT = 2000


def read_docx(data: bytes) -> FileContent:
    """Read a Word document. Raises UnreadableError where it is broken, locked, or unpacks to more than the limit."""
    import docx
    from docx.opc.exceptions import OpcError
    from docx.table import Table
    from lxml.etree import LxmlError

    try:
        _refuse_bomb(data)
        document = docx.Document(io.BytesIO(data))
        lines: list[str] = []
        for item in document.iter_inner_content():
            if isinstance(item, Table):
                lines += [_row([cell.text for cell in row.cells]) for row in item.rows]
            else:
                lines.append(item.text)
        title = document.core_properties.title or ""
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        OpcError,
        LxmlError,
        zlib.error,
        EOFError,
        KeyError,  # a part that the package names and does not hold
        NotImplementedError,  # a compression that Python does not know
        RuntimeError,  # a locked package
        OSError,
    ) as error:
        raise UnreadableError(f"broken .docx: {error}"[:200]) from error
    except ValueError as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(f"no Word document: {error}"[:200]) from error
    metadata = {"title": title} if title.strip() else {}
    return FileContent(
        reports=(RawReport(text="\n".join(line for line in lines if line.strip()), metadata=metadata),)
    )


def _refuse_bomb(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        unpacked = sum(item.file_size for item in package.infolist())
    if unpacked > UNPACKED_LIMIT or unpacked > RATIO_LIMIT * max(len(data), SMALL):
        raise UnreadableError(f"unpacks from {len(data):,} to {unpacked:,} bytes: more than a report can be")


def _row(cells: list[str]) -> str:
    """A table row as a line; cells that are merged come once."""
    return ", ".join(dict.fromkeys(" ".join(cell.split()) for cell in cells if cell.strip()))


def read_pdf(data: bytes) -> FileContent:
    """Read the text layer of a PDF. Raises UnreadableError where it is broken, locked or has no text."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # its warnings on odd files would go to the terminal
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("the PDF is locked with a password")
        if len(reader.pages) > PAGES_LIMIT:
            raise UnreadableError(f"{len(reader.pages):,} pages: more than a report can have")
        text = "\n".join(page.extract_text() or "" for page in reader.pages)
    except UnreadableError:
        raise
    # pypdf documents PyPdfError; on files that are damaged inside, these come out of it as well
    except (
        PyPdfError,
        DependencyError,
        ArithmeticError,
        AssertionError,
        AttributeError,
        EOFError,
        LookupError,
        NotImplementedError,
        OSError,
        RecursionError,
        TypeError,
        ValueError,
        zlib.error,
    ) as error:
        raise UnreadableError(f"broken .pdf: {type(error).__name__}: {error}"[:200]) from error
    if not text.strip():
        raise UnreadableError("the PDF has no text layer (scanned pages?)")
    return FileContent(reports=(RawReport(text=text),))
