"""Read .html: the main text with its line structure, the title and the page's own metadata."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from corpus.decoding import decode
from corpus.formats import RawReport

DROPPED = (
    "script",
    "style",
    "noscript",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "iframe",
    "svg",
    "template",
    "button",
    "figcaption",
)
BLOCKS = (
    "p",
    "div",
    "br",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "td",
    "table",
    "ul",
    "blockquote",
)
META = {
    "date": ("article:published_time", "pubdate", "publishdate", "date", "dc.date", "publish-date"),
    "author": ("author", "article:author"),
    "source": ("source", "og:site_name", "contentsource"),
    "url": ("og:url",),
}


def read_html(data: bytes) -> list[RawReport]:
    """Read one page. The text keeps a line a block; navigation, scripts and forms are dropped."""
    decoded = decode(data)
    soup = BeautifulSoup(decoded.text, "lxml")
    metadata = _metadata(soup)
    for tag in soup.find_all(DROPPED):
        tag.decompose()
    body = _main(soup)
    for tag in body.find_all(BLOCKS):
        tag.insert_before("\n")
        tag.insert_after("\n")
    lines = [" ".join(line.split()) for line in body.get_text().split("\n")]
    text = "\n".join(line for line in lines if line)
    return [RawReport(text=text, metadata=metadata, repairs=decoded.repairs)]


def _main(soup: BeautifulSoup) -> Tag:
    for name in ("article", "main"):
        found = soup.find(name)
        if isinstance(found, Tag) and len(found.get_text()) > 200:
            return found
    return soup.body if isinstance(soup.body, Tag) else soup


def _metadata(soup: BeautifulSoup) -> dict[str, str]:
    out: dict[str, str] = {}
    heading = soup.find("h1")
    title = heading if isinstance(heading, Tag) and heading.get_text(strip=True) else soup.title
    if isinstance(title, Tag):
        out["title"] = " ".join(title.get_text().split())
    named: dict[str, str] = {}
    for meta in soup.find_all("meta"):
        key = str(meta.get("property") or meta.get("name") or "").lower()
        content = str(meta.get("content") or "").strip()
        if key and content:
            named.setdefault(key, content)
    for field, keys in META.items():
        value = next((named[key] for key in keys if key in named), "")
        if value:
            out[field] = value
    return out
