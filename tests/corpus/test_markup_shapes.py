"""Web pages: the text with a line a block, without navigation and scripts, and what the page says of itself."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats import RawReport, UnreadableError
from corpus.markup import read_html


def html(page: str) -> RawReport:
    (report,) = read_html(page.encode()).reports
    return report


PAGE = """<html><head><title>Dyke - Shuixi Daily</title><meta name="PubDate" content="2022-03-05">
<meta property="og:site_name" content="Shuixi Daily"><meta property="og:url" content="https://a.example/1">
<style>p {color: red}</style><script>var chair = "Nobody";</script></head>
<body><nav>Home | Leaders</nav><header>Banner</header><h1>County committee <b>meets</b></h1>
<p>Fang Guolin <em>presided</em> over the meeting.</p><p>He Min &amp; Luo Qing attended.<br>Tian Bo spoke.</p>
<ul><li>Ma Xiuying</li><li>Deng Wenjie</li></ul><figcaption>A picture</figcaption>
<form>Search</form><button>Share</button><aside>Advertisement</aside><footer>Contact</footer></body></html>"""


def test_a_page() -> None:
    report = html(PAGE)
    assert report.text.split("\n") == [
        "County committee meets",
        "Fang Guolin presided over the meeting.",
        "He Min & Luo Qing attended.",
        "Tian Bo spoke.",
        "Ma Xiuying",
        "Deng Wenjie",
    ]
    assert report.metadata == {
        "title": "County committee meets",
        "published": "2022-03-05",
        "source": "Shuixi Daily",
        "url": "https://a.example/1",
    }


def test_the_article_alone_is_read_where_a_page_marks_it() -> None:
    words = "Fang Guolin presided over the meeting. " * 8
    report = html(f"<div>Other news</div><article><p>{words}</p></article><div>More news</div>")
    assert report.text == words.strip()


def test_a_short_article_does_not_hide_the_page() -> None:
    assert "Other news" in html("<div>Other news</div><article>Teaser</article>").text


def test_the_title_stands_in_for_a_missing_heading() -> None:
    assert html("<title> County  committee\nmeets </title><p>He Min spoke.</p>").metadata == {
        "title": "County committee meets"
    }


def test_markup_in_a_name_is_text() -> None:
    assert (
        html("<p>&lt;script&gt;alert(1)&lt;/script&gt; spoke.</p>").text == "<script>alert(1)</script> spoke."
    )


@pytest.mark.parametrize(
    "page", ["", "<", "<p>open", "</p></div>", "<!-- a --", "<html></html>", "words alone", "<p" * 2000]
)
def test_broken_markup_is_read_as_far_as_it_goes(page: str) -> None:
    assert isinstance(html(page).text, str)


@given(
    st.text(st.sampled_from("<>/pdiv &;a\"='\n"))
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))
)
def test_any_page(page: str) -> None:
    report = html(page)
    assert report.text == "\n".join(
        " ".join(line.split()) for line in report.text.split("\n") if line.strip()
    )


@pytest.mark.parametrize("tag", ["div", "b", "blockquote"])
def test_tags_that_nest_without_end_are_refused_at_once(tag: str) -> None:
    page = f"<{tag}>" * 50_000 + "He Min spoke." + f"</{tag}>" * 50_000
    began = time.perf_counter()
    with pytest.raises(UnreadableError, match="nested"):
        html(page)
    assert time.perf_counter() - began < 10


def test_a_page_nested_as_deep_as_pages_are_is_read() -> None:
    assert html("<div>" * 100 + "He Min spoke." + "</div>" * 100).text == "He Min spoke."


def test_a_block_of_links_is_not_read() -> None:
    links = "".join(f"<li><a href='/{n}'>Another meeting of the county {n}</a></li>" for n in range(6))
    report = html(f"<ul>{links}</ul><p>He Min spoke at the <a href='/'>county hall</a>.</p>")
    assert report.text == "He Min spoke at the county hall."
