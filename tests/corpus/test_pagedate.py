"""Page dates in EDTF: stamps, metadata, addresses, datelines; what is no stamp; and no year that is not printed."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from corpus.pagedate import edtf_day

BODY = "The working meeting was held in the county hall. Mayor Fang Guolin attended and spoke."


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (" date 2023-04-16 County leaders visit the dyke\n", "2023-04-16"),  # glued to the headline
        (" date 2023-07-18 ", "2023-07-18"),  # glued to the body
        ("County\n\n2023-05-31   \n\n", "2023-05-31"),
        ("time:2022-12-29 14:02:18\n", "2022-12-29"),
        ("2020-07-26 06:52:39 Source: Lin County Daily\n", "2020-07-26"),
        ("2020-07-2606: 52: 39 Source: Lin County Daily\n", "2020-07-26"),  # the clock glued to the day
        ("2023/05/31 10:22\n", "2023-05-31"),
        ("2023.5.31\n", "2023-05-31"),
        ("2022年12月29日 14:02\n", "2022-12-29"),
        ("Source:Xinhua Published: 2016-3-16 14:25:08\n", "2016-03-16"),
        ("Updated:2020-04-16 19:31:44\n", "2020-04-16"),
        ("Release time: 2020-04-16 Source: Lin County Daily Views: 12\n", "2020-04-16"),
        ("From:Current News Date:2019-11-29 〖Font:Big Small〗\n", "2019-11-29"),
        ("PUBLISHED : Wednesday, 16 April, 2014, 5:06am\n", "2014-04-16"),
        ("January 21, 2011\n\n", "2011-01-21"),
        ("By Lin Yue\nAug 31, 2010, 17:24\n\n", "2010-08-31"),
        ("Xinhua) 08:40, January 25, 2022\n", "2022-01-25"),
        ("Xinhua | March 7, 2024\n", "2024-03-07"),
        ("07:33 | 22/05/2023\n", "2023-05-22"),
        ("[2023-05-31 10:22]\n", "2023-05-31"),
        ("BEIJING, Jan. 24 (Xinhua) -- ", "XXXX-01-24"),
        ("2022-01-25\nBEIJING, Jan. 24 (Xinhua) -- ", "2022-01-25"),  # a stamp with a year wins
        ("BEIJING, Jan. 24, 2022 (Xinhua) -- ", "2022-01-24"),
        ("BEIJING, Feb. 30 (Xinhua) -- ", None),  # no such day
        ("2023-13-45\n", None),
        ("On the morning of April 19, 2018, the county met. ", None),  # the meeting's date, not the page's
        ("The county met on 2018-04-19 in the hall. ", None),
        ("The plan for 2020-2025 was read. ", None),
        ("News from our newspaper on the 15th (Reporter Lin Yue) ", None),
        ("", None),
    ],
)
def test_published(head: str, published: str | None) -> None:
    assert document_from_text(head + BODY, path="a.txt").published == published


@pytest.mark.parametrize(
    "head",
    [
        "8 January 2020\nThe community council met on the 8th January 2020.\nPRESENT\nCllr. A. Lane\n",
        "Date: 8 January 2020\nPresent: Cllr. A. Lane\n",
        "Minutes of the Valley Council\n27 April 2021\nApologies: Cllr. A. Lane\n",
    ],
)
def test_the_date_at_the_head_of_minutes_is_the_meetings(head: str) -> None:
    document = document_from_text(head + BODY, path="a.txt")
    assert document.published is None
    assert "20" in "".join(document.text[s.start : s.end] for s in document.sentences)  # and it is read


@pytest.mark.parametrize(
    ("metadata", "published"),
    [
        ({"date": "2022-01-25"}, "2022-01-25"),
        ({"published": "2022-01-25T08:40:00+08:00"}, "2022-01-25"),
        ({"date": "20220125"}, "2022-01-25"),
        ({"date": "25 January 2022"}, "2022-01-25"),
        ({"date": "2022-01"}, "2022-01"),
        ({"date": "2022"}, "2022"),
        ({"date": "yesterday"}, None),
        ({"url": "http://news.example/2018/04/28/2232163.html"}, "2018-04-28"),
        ({"url": "http://news.example/2018-04/28/content_1.htm"}, "2018-04-28"),
        ({"url": "http://news.example/n3/2022/0125/c9.html"}, "2022-01-25"),
        ({"url": "http://news.example/20180428/1.html"}, "2018-04-28"),
        ({"url": "http://news.example/20181999/1.html"}, None),
        ({"url": "http://news.example/art_1229022777_57733893.html"}, None),
        ({"url": "http://news.example/2018/04/28/1.html", "date": "2018-04-29"}, "2018-04-29"),
    ],
)
def test_metadata_and_addresses(metadata: dict[str, str], published: str | None) -> None:
    assert document_from_text(BODY, path="a.txt", metadata=metadata).published == published


def test_edtf_day() -> None:
    assert edtf_day(2024, 2, 29) == "2024-02-29"
    assert edtf_day(2023, 2, 29) is None
    assert edtf_day(None, 2, 29) == "XXXX-02-29"  # some year has it
    assert edtf_day(None, 13, 1) is None
