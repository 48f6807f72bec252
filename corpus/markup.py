"""Read .html: the main text with its line structure, the title and the page's own metadata."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from corpus.decoding import decode
from corpus.formats import FileContent, RawReport, UnreadableError

DROPPED = (
    "script",
    "style",
    "noscript",
    "nav",
    "form",
    "iframe",
    "svg",
    "template",
    "button",
    "select",
    "figcaption",
)
FRAME = ("header", "footer", "aside")
BLOCKS = (
    *(
        "address",
        "article",
        "blockquote",
        "br",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "figure",
        "footer",
        "header",
        "hr",
    ),
    *(
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ),
)
META = {
    "published": (
        "article:published_time",
        "pubdate",
        "publishdate",
        "publish-date",
        "date",
        "dc.date",
        "datepublished",
    ),
    "author": ("author", "article:author"),
    "source": ("source", "contentsource", "og:site_name"),
    "url": ("og:url",),
}
LINKS, LINK_SHARE = 4, 0.7  # a block of at least so many links that make up so much of its text is navigation
SHORTEST_MAIN = 200
DEEPEST = 200  # reports nest some 30 deep; each step costs a walk over all that is below it


def read_html(data: bytes) -> FileContent:
    """Read one page: a line a block; navigation, scripts and forms are left out.

    Raises UnreadableError where the page is nested too deep to be a report.
    """
    decoded = decode(data)
    try:
        soup = BeautifulSoup(decoded.text, "lxml")
        _refuse_deep(soup)
        metadata = _metadata(soup)
        text = _text(soup)
    except RecursionError as error:
        raise UnreadableError("the page is nested too deep") from error
    return FileContent(reports=(RawReport(text=text, metadata=metadata, repairs=decoded.repairs),))


def _refuse_deep(soup: BeautifulSoup) -> None:
    level: list[Tag] = [soup]
    depth = 0
    while level:
        if depth > DEEPEST:
            raise UnreadableError(f"the page is nested more than {DEEPEST} deep")
        level = [child for tag in level for child in tag.contents if isinstance(child, Tag)]
        depth += 1


def _text(soup: BeautifulSoup) -> str:
    for tag in soup.find_all(DROPPED):
        tag.decompose()
    body = _main(soup)
    for tag in body.find_all(FRAME):
        if tag.find_parent(("article", "main")) is None:
            tag.decompose()
    for tag in body.find_all(("ul", "ol", "table", "div")):
        if not tag.decomposed and _is_navigation(tag):
            tag.decompose()
    for tag in body.find_all(BLOCKS):
        tag.insert_before("\n")
        tag.insert_after("\n")
    lines = [" ".join(line.split()) for line in body.get_text().split("\n")]
    return "\n".join(line for line in lines if line)


def _is_navigation(tag: Tag) -> bool:
    links = tag.find_all("a")
    if len(links) < LINKS or tag.find(("p", "h1")) is not None:
        return False
    linked = sum(len(link.get_text(strip=True)) for link in links)
    return linked >= LINK_SHARE * max(1, len(tag.get_text(strip=True)))


def _main(soup: BeautifulSoup) -> Tag:
    for name in ("article", "main"):
        found = [tag for tag in soup.find_all(name) if len(tag.get_text(strip=True)) > SHORTEST_MAIN]
        if len(found) == 1:
            return found[0]
    return soup.body if isinstance(soup.body, Tag) else soup


def _metadata(soup: BeautifulSoup) -> dict[str, str]:
    out: dict[str, str] = {}
    headings = [tag for tag in soup.find_all("h1") if tag.get_text(strip=True)]
    title = headings[0] if len(headings) == 1 else soup.title
    if isinstance(title, Tag):
        out["title"] = " ".join(title.get_text(" ").split())
    named: dict[str, str] = {}
    for meta in soup.find_all("meta"):
        key = str(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = str(meta.get("content") or "").strip()
        if key and content:
            named.setdefault(key, content)
    for field, keys in META.items():
        value = next((named[key] for key in keys if key in named), "")
        if value:
            out[field] = value
    link = soup.find("link", rel="canonical")
    if isinstance(link, Tag) and "url" not in out and link.get("href"):
        out["url"] = str(link["href"])
    return out
