"""Whole pages, with the furniture of real sites around a report of our own: the report is read, and nothing else."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text

TITLE = "Qinghe opens its spring conference"
BODY = "The spring conference was held in the county hall on May 8. Mayor Fang Guolin attended and spoke to the members."


@pytest.mark.parametrize(
    ("page", "published", "source"),
    [
        (
            f"Home\n>Hot Spots>Two Sessions\nEyesight Protection:\n{TITLE}\n{BODY}\n【Print】 【Close】",
            None,
            "",
        ),
        (
            f"> Government > News\n{TITLE}\nSource:Qinghe 2023-09-14 15:21\n\n{BODY}\n\n【Print】 【Close】",
            "2023-09-14",
            "Qinghe",
        ),
        (
            f" date 2022-01-25 {TITLE}\n\nXinhua) 08:40, January 25, 2022\n\nQINGHE, Jan. 24 (Xinhua) -- {BODY}",
            "2022-01-25",
            "Xinhua",
        ),
        (f"{TITLE}\nSource:Xinhua Published: 2016-3-16 14:25:08\n{BODY}", "2016-03-16", "Xinhua"),
        (
            f"{TITLE}\n\n2017-09-08 17:56:22 , Source : The Government Website of Qinghe\n\n{BODY}",
            "2017-09-08",
            "The Government Website of Qinghe",
        ),
        (f"{TITLE}\n\nT | T\n\n{BODY}\n\nTranslator: Lin Yue\nChinese source:", None, ""),
        (f"{TITLE}\n\n2021-12-30\nprint\nT | T\n\n{BODY}", "2021-12-30", ""),
        (
            f"{TITLE}\n\nPUBLISHED : Wednesday, 16 April, 2014, 5:06am\nUPDATED : Wednesday, 16 April, 2014, 9:35am\n\n{BODY}",
            "2014-04-16",
            "",
        ),
        (f"Local News\n{TITLE}\nBy Lin Yue\nAug 31, 2010, 17:24\n\n{BODY}", "2010-08-31", ""),
        (
            f"You are here:Home > Index > City News\nA  |  A  |  A\n\n{TITLE}\n\n2019-03-20\n\n{BODY}",
            "2019-03-20",
            "",
        ),
        (f"{TITLE}\n2020-02-10 Download Print Comment\n{BODY}", "2020-02-10", ""),
        (f"Knowing All about Qinghe\n\n{TITLE}\n\nUpdated:2020-04-16 19:31:44\n\n{BODY}", "2020-04-16", ""),
        (
            f"{TITLE} 2023-05-31 10:22 Source: Lin County Daily {BODY}",
            "2023-05-31",
            "Lin County Daily",
        ),  # flattened
        (
            f"{TITLE}\n- Advertisement -\n\nQINGHE, Jan 30 (APP): {BODY}\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *",
            "XXXX-01-30",
            "APP",
        ),
        (
            f"{TITLE}\n{BODY}\nCopyright 1999- Lin Daily. All rights reserved.\nEmail this to your friend",
            None,
            "",
        ),
        (
            f"{TITLE}\n{BODY}\nNo comments:\nPost a Comment\nRelated News\nThe bridge is open\nThe school is closed",
            None,
            "",
        ),
        (f"{TITLE}\nXinhua | March 7, 2024\n{BODY}", "2024-03-07", "Xinhua"),
        (
            f"{TITLE}\nMembers on the dyke, May 8. (Xinhua/Lin Yue)\n{BODY}\nMembers on the dyke, May 8. (Xinhua/Lin Yue)",
            None,
            "",
        ),
    ],
)
def test_page(page: str, published: str | None, source: str) -> None:
    document = document_from_text(page, path="a.txt")
    read = [document.text[s.start : s.end] for s in document.sentences]
    assert read == [TITLE, *BODY.replace(". M", ".\nM").split("\n")]
    assert (document.title, document.published, document.source) == (TITLE, published, source)
