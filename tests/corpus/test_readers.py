"""The readers of each file format: the text in the order of the page, its metadata, and refusals in one clear line."""

from __future__ import annotations

import io
import json
import zipfile

import docx
import pytest

from corpus.formats import RawReport, UnreadableError
from corpus.markup import read_html
from corpus.office import read_docx, read_pdf
from corpus.plain import read_markdown, read_plain
from corpus.tabular import read_csv, read_jsonl


def only(reports: tuple[RawReport, ...]) -> RawReport:
    """The report of a file that holds one."""
    assert len(reports) == 1
    return reports[0]


def test_plain_text_is_kept() -> None:
    assert only(read_plain(b"Mayor Fang spoke.\n").reports).text == "Mayor Fang spoke.\n"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# County meets\n\nMayor Fang spoke.", "County meets\n\nMayor Fang spoke."),
        ("## County meets ##\n", "County meets\n"),
        ("**Fang Guolin** and *Wang Lei* spoke.", "Fang Guolin and Wang Lei spoke."),
        ("__Fang Guolin__ spoke.", "Fang Guolin spoke."),
        ("- Fang Guolin\n* Wang Lei\n", "Fang Guolin\nWang Lei\n"),
        ("> Mayor Fang spoke.", "Mayor Fang spoke."),
        ("[Fang Guolin](http://a.example/b) spoke.", "Fang Guolin spoke."),
        ("![the hall](hall.png)\nMayor Fang spoke.", "the hall\nMayor Fang spoke."),
        ("3 * 4 * 5 and a_b_c", "3 * 4 * 5 and a_b_c"),
        ("-- and so on", "-- and so on"),
    ],
)
def test_markdown_loses_its_marks(source: str, text: str) -> None:
    assert only(read_markdown(source.encode()).reports).text == text


def test_front_matter_is_metadata() -> None:
    report = only(
        read_markdown(b'---\ntitle: "County meets"\ndate: 2022-01-25\n---\nMayor Fang spoke.').reports
    )
    assert (report.text, report.metadata) == (
        "Mayor Fang spoke.",
        {"title": "County meets", "date": "2022-01-25"},
    )


PAGE = """<html><head><title>County meets - Lin Daily</title>
<meta property="article:published_time" content="2022-01-25T08:40:00Z"><meta name="source" content="Lin County Daily">
<script>var name = "Wang Wu";</script><style>p { color: red }</style></head><body>
<nav><a href="/">Home</a></nav><header><div>Lin Daily</div></header>
<ul><li><a href="1">Mayor opens bridge</a></li><li><a href="2">School day</a></li><li><a href="3">New road</a></li>
<li><a href="4">Old gate</a></li></ul>
<article><h1>County meets</h1><p>Mayor <b>Fang</b> Guolin&nbsp;spoke.<br>He was &lt;clear&gt;.</p>
<table><tr><td>Chair</td><td>Wang Lei</td></tr></table><p>Li Na wrote the plan, which the members had asked for in the
spring of last year, and Zhou Minghao, Chen Huiqing and the others approved it after a long talk.</p>
<figure><img src="x"><figcaption>Wang Wu in the hall</figcaption></figure></article>
<aside>Most read: Zhao Liu</aside><footer>Copyright</footer><form><input value="Sun Qi"></form></body></html>"""


def test_html_keeps_the_report_and_its_lines() -> None:
    report = only(read_html(PAGE.encode()).reports)
    assert report.text.split("\n") == [
        "County meets",
        "Mayor Fang Guolin spoke.",
        "He was <clear>.",
        "Chair",
        "Wang Lei",
        "Li Na wrote the plan, which the members had asked for in the",
        "spring of last year, and Zhou Minghao, Chen Huiqing and the others approved it after a long talk.",
    ]
    assert report.metadata == {
        "title": "County meets",
        "published": "2022-01-25T08:40:00Z",
        "source": "Lin County Daily",
    }


def test_html_without_an_article_loses_blocks_of_links() -> None:
    links = "".join(f'<div><a href="{n}">Page {n}</a></div>' for n in range(6))
    page = f"<body><div>{links}</div><div><p>Mayor Fang spoke.</p></div><div>{links}</div></body>"
    assert only(read_html(page.encode()).reports).text == "Mayor Fang spoke."


@pytest.mark.parametrize(
    "page", ["<div>" * 4000 + "Fang" + "</div>" * 4000, "<p", "", "no markup at all", "<html></html>"]
)
def test_odd_html_is_read_or_refused(page: str) -> None:
    try:
        assert isinstance(only(read_html(page.encode()).reports).text, str)
    except UnreadableError as error:
        assert "deep" in str(error)


def test_csv_rows_are_reports() -> None:
    table = 'title,text,date,reporter\nOne,"Fang spoke,\nthen left.",2022-01-25,Lin Yue\nTwo,,,\nThree,Wang spoke.,,\n'
    content = read_csv(table.encode())
    assert [(r.row, r.text) for r in content.reports] == [(1, "Fang spoke,\nthen left."), (3, "Wang spoke.")]
    assert content.reports[0].metadata == {"title": "One", "published": "2022-01-25", "author": "Lin Yue"}
    assert content.bad_rows == ((2, "the row has no text"),)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_delimiters(delimiter: str) -> None:
    table = delimiter.join(["Title", "Content"]) + "\n" + delimiter.join(["One", "Fang spoke."]) + "\n"
    assert only(read_csv(table.encode()).reports).text == "Fang spoke."


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ("name,age\nFang,50\n", "no text column"),
        ("", "no text column"),
        ('text\n"' + "a" * 9_000_000 + '"\n', "field larger"),
    ],
)
def test_csv_that_cannot_be_read(table: str, complaint: str) -> None:
    with pytest.raises(UnreadableError, match=complaint):
        read_csv(table.encode())


def test_csv_row_with_too_many_cells_is_named() -> None:
    content = read_csv(b"title,text\nOne,Fang spoke, and left.\nTwo,Wang spoke.\n")
    assert content.bad_rows == ((1, "3 cells under 2 columns: is a cell not quoted?"),)
    assert only(content.reports).row == 2


def test_json_lines_are_reports() -> None:
    lines = [
        json.dumps({"Text": "Fang spoke.", "Published": "2022-01-25", "n": 3}),
        "{broken",
        "[1, 2]",
        "",
        json.dumps({"body": ["Wang spoke.", "Li left."], "ok": True}),
        json.dumps({"title": "no text"}),
        "[" * 100_000,
    ]
    content = read_jsonl("\n".join(lines).encode())
    assert [(r.row, r.text) for r in content.reports] == [(1, "Fang spoke."), (5, "Wang spoke.\nLi left.")]
    assert content.reports[0].metadata == {"published": "2022-01-25"}
    assert [row for row, _ in content.bad_rows] == [2, 3, 6, 7]


def word_file() -> bytes:
    """A Word document with a paragraph, a table and a paragraph."""
    document = docx.Document()
    document.core_properties.title = "County meets"
    document.add_paragraph("Mayor Fang Guolin spoke.")
    table = document.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, [("Wang Lei", "Mayor"), ("Li Na", "Clerk")], strict=True):
        row.cells[0].text, row.cells[1].text = cells
    document.add_paragraph("The meeting closed.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_docx_keeps_the_order_of_the_page() -> None:
    report = only(read_docx(word_file()).reports)
    assert report.text == "Mayor Fang Guolin spoke.\nWang Lei, Mayor\nLi Na, Clerk\nThe meeting closed."
    assert report.metadata == {"title": "County meets"}


def packed(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"PK\x03\x04 not a package", "broken .docx"),
        (b"plain text", "broken .docx"),
        (packed("word/document.xml", b"<x/>"), "broken .docx"),
        (packed("bomb.xml", b" " * 60_000_000), "unpacks from"),
        (word_file()[:-2000], "broken .docx"),
    ],
)
def test_docx_that_cannot_be_read(data: bytes, complaint: str) -> None:
    with pytest.raises(UnreadableError, match=complaint):
        read_docx(data)


def pdf_file(text: str) -> bytes:
    """The smallest PDF with one line of text."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode() if text else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            len(out),
        )
    )


def test_pdf_text() -> None:
    assert only(read_pdf(pdf_file("Mayor Fang Guolin spoke.")).reports).text == "Mayor Fang Guolin spoke."


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"%PDF-1.4 broken", "broken .pdf"),
        (b"plain text", "broken .pdf"),
        (pdf_file(""), "no text layer"),
        (pdf_file("Fang")[:200], "broken .pdf"),
    ],
)
def test_pdf_that_cannot_be_read(data: bytes, complaint: str) -> None:
    with pytest.raises(UnreadableError, match=complaint):
        read_pdf(data)
